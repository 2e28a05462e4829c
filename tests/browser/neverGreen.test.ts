import type { BrowserContext, Route } from 'playwright'
import { afterAll, describe, test } from 'vitest'
import {
  AFFECTED_PAGES,
  anyOf,
  downData,
  expectFine,
  expectNeverFine,
  expectNowhereFine,
  NO_LONGER,
  NOT_LOADED,
  NOW,
  openEverySurface,
  type Surface,
} from '../support/browser/everySurface'
import { inCase } from '../support/browser/inCase'
import { LIES } from '../support/browser/lies'
import { truth } from '../support/browser/lyingServer'
import { say } from '../support/browser/texts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Longer than answers hold, and than a request may take. */
const STALE_MS = 6 * MINUTE_MS
const SILENT = 'never answers'

/** The surfaces that were walked, by the condition. */
const walked: [condition: string, surfaces: readonly Surface[]][] = []
const walk = async (condition: string, surfaces: Promise<readonly Surface[]>): Promise<void> =>
  void walked.push([condition, await inCase(condition, surfaces)])

/** What becomes of the scripts that the page loads. */
const withScripts =
  (answer: (route: Route) => Promise<void> | undefined) =>
  async (context: BrowserContext): Promise<void> =>
    void (await context.route(/\/assets\/.*\.js$/, answer))

describe('nothing is called operational', () => {
  test('by a page whose scripts are gone', async () => {
    const prepare = withScripts(route => route.fulfill({ status: 404, body: '' }))
    const { page, expectProblem } = await openEverySurface({ prepare })
    expectProblem(/status of 404/)
    await walk('the scripts are gone', expectNowhereFine(page, NOT_LOADED))
  })

  test('by a page whose scripts hang, after half a minute', async () => {
    const { page } = await openEverySurface({ prepare: withScripts(() => undefined) })
    await page.clock.fastForward(MINUTE_MS / 2)
    await walk('the scripts hang', expectNowhereFine(page, NOT_LOADED))
  })

  test('on a device that is three hours behind', async () => {
    const { page } = await openEverySurface({ data: downData(), deviceNow: NOW - 3 * HOUR_MS })
    const other = { incident: null, history: null, 'a minute ago': anyOf(say('past.future')) }
    await walk('the device is three hours behind', expectNeverFine(page, other))
  })

  test('on a device that is three hours ahead', async () => {
    const date = new Date(NOW).toUTCString()
    const { page } = await openEverySurface({
      data: downData(),
      deviceNow: NOW + 3 * HOUR_MS,
      headers: { date },
      lie: answer => ({ ...answer, headers: { ...answer.headers, date } }),
    })
    // Pages go by the clock of their host, once it has told it; elements have none that they know to be right.
    await walk('the device is three hours ahead', expectNowhereFine(page, AFFECTED_PAGES))
  })

  const fromTheBeginning = Object.entries(LIES).filter(([name, { isLater }]) => !isLater && name !== SILENT)
  test.each(fromTheBeginning)('where a server from the beginning %s', async (name, { lie, expected, problem }) => {
    const { page, expectProblem } = await openEverySurface({ lie })
    if (problem) expectProblem(problem)
    await walk(`from the beginning a server ${name}`, expectNeverFine(page, expected))
  })

  test('where a server never answers', async () => {
    const { page } = await openEverySurface({ lie: LIES[SILENT]!.lie })
    // Some ask only when they have given up others: as long as a request may take passes before each look.
    const passTime = () => page.clock.fastForward(MINUTE_MS / 3)
    await walk(`from the beginning a server ${SILENT}`, expectNeverFine(page, {}, passTime))
  })

  test('where a server lies later on; and everything is, while it tells the truth', { timeout: 150_000 }, async () => {
    const { page, tell, expectProblem } = await openEverySurface()
    expectProblem(/ERR_EMPTY_RESPONSE|status of/)
    await inCase('all is well', expectFine(page, { firstPaint: true }))
    for (const [name, { lie, expected }] of Object.entries(LIES)) {
      tell(lie)
      await page.clock.fastForward(MINUTE_MS)
      if (name === SILENT) await page.clock.fastForward(STALE_MS)
      await walk(`later on a server ${name}`, expectNowhereFine(page, { ...NO_LONGER, ...expected }))
      tell(truth)
      await page.clock.fastForward(MINUTE_MS)
      await inCase(`all is well again after a server ${name}`, expectFine(page))
    }
  })

  test('when the server has been gone for hours, and when the page is loaded anew then', async () => {
    const { page, tell, expectProblem } = await openEverySurface()
    await expectFine(page, { firstPaint: true })
    // What is known is kept when the browser has time for it.
    await page.clock.runFor(5_000)
    tell(() => 'dropped')
    expectProblem(/ERR_EMPTY_RESPONSE/)
    for (const [condition, ms] of [
      ['longer than answers hold', STALE_MS],
      ['for hours', 2 * HOUR_MS],
    ] as const) {
      await page.clock.fastForward(ms)
      await walk(`the server has been gone ${condition}`, expectNowhereFine(page, NO_LONGER))
    }
    await page.reload()
    await walk('the server is gone, and the page is loaded anew', expectNeverFine(page))
  })

  afterAll(() => {
    const lines = walked.map(([condition, surfaces]) => `${condition}: ${surfaces.length} surfaces (${surfaces.join('; ')})`)
    process.stdout.write(`\nNever green\n${lines.join('\n')}\n`)
  })
})
