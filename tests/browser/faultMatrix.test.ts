import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { askedAt, locate, saidAllClear, settled, watchPage } from '../support/browser/faultMatrix'
import { keeps } from '../support/browser/kept'
import { openStatusPage, type OpenedStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'
import { NOW } from '../support/clock'
import {
  answerPlace,
  createTally,
  errorText,
  expectedNotice,
  faults,
  isRetriedSoon,
  matrixConfig,
  nextReadMs,
  phases,
  REQUEST_TIMEOUT_MS,
  RETRY_MS,
  SLOW_MS,
  standing,
  type Cell,
  type MatrixFault,
  type MatrixRead,
  type Place,
} from '../support/faultMatrix'
import { reads } from '../support/faultReads'

// All pairs are component tests (tests/component/faults). Here each fault meets a real browser once, and each read one fault.
const ONE_READ = 'GET /incidents'
const ONE_FAULT = 500
const LANES = 2

type Pair = readonly [name: string, read: MatrixRead, fault: MatrixFault]
const pairs = Object.entries(reads).flatMap(([name, read]) => faults.map((fault): Pair => [name, read, fault]))
const lists: Record<string, Pair[]> = {
  [`every fault with ${ONE_READ}`]: pairs.filter(([name]) => name === ONE_READ),
  [`every other read with ${ONE_FAULT}`]: pairs.filter(([name, , { kind }]) => name !== ONE_READ && kind === ONE_FAULT),
}
const tally = createTally('Fault matrix in the browser')

/** An init script: what comes by itself when the browser has drawn and has nothing else to do needs no time to pass. */
const drawAtOnce = `{
  let last = 0
  const waiting = new Map()
  const request = run => {
    const { port1, port2 } = new MessageChannel()
    const id = ++last
    waiting.set(id, run)
    port1.onmessage = () => waiting.get(id)?.(performance.now())
    port2.postMessage(null)
    return id
  }
  const own = (name, value) => Object.defineProperty(globalThis, name, { value })
  own('requestAnimationFrame', request)
  own('requestIdleCallback', request)
  own('cancelAnimationFrame', id => waiting.delete(id))
}`

/** Lets time pass in one go. Its leap wakes the page, which asks in its next turn: that takes time as well, where the clock stands still. */
async function leap({ clock }: Page, ms: number): Promise<void> {
  await clock.fastForward(ms)
  await clock.runFor(1)
}

const there = (page: Page, place: Place) => locate(page, place).first().waitFor()

/** Waits until the fault has struck, and lets the time pass that it takes. */
async function suffer({ read, fault }: Cell, { page, server }: OpenedStatusPage, before: number) {
  const strikes = () => server.requests.filter(({ path }) => read.path.test(path)).length
  await expect.poll(strikes, { timeout: 10_000 }).toBeGreaterThan(before)
  // Time that passes for this read would pass for the others too, and a busy machine answers them late.
  if (fault.kind === 'timeout' || fault.kind === 'slow') await settled(page, read.path)
  if (fault.kind === 'timeout') await page.clock.runFor(REQUEST_TIMEOUT_MS)
  if (fault.kind === 'slow') await leap(page, SLOW_MS)
}

/** What the page must say while the fault stands. */
async function expectTold(cell: Cell, { page }: OpenedStatusPage, waitedMs: number) {
  const { read, fault } = cell
  await there(page, read.others)
  if (fault.told === 'notFound' && read.gone) return there(page, read.gone)
  const { texts, kept } = expectedNotice(cell, waitedMs)
  const notice = locate(page, read.failure)
  await notice.getByText(errorText(fault)!).first().waitFor()
  const said = (await notice.innerText()).toLowerCase()
  for (const text of texts) expect(said).toContain(text.toLowerCase())
  if (kept) await there(page, kept)
  const words = `${await page.title()} ${await page.getByRole('heading', { level: 1 }).innerText()}`
  expect(words, 'called fine').not.toContain(say('banner.operational'))
}

/** Says itself that the fault is over, without a hand on the page. */
async function expectRecovery(cell: Cell, { page, server }: OpenedStatusPage) {
  const { read, fault, phase } = cell
  const failedAt = await askedAt(page, read.path)
  server.setFaults([])
  // It has come by now, if late.
  if (fault.kind === 'slow') return
  if (!fault.told && read.perVisit) {
    await page.reload()
    return there(page, read.shown)
  }
  if (isRetriedSoon(fault)) await page.clock.runFor(RETRY_MS.last)
  else await leap(page, nextReadMs(cell))
  await expect.poll(async () => (await askedAt(page, read.path)).length, { timeout: 10_000 }).toBeGreaterThan(failedAt.length)
  await settled(page)
  await there(page, read.shown)
  if (fault.told) expect(await page.getByText(errorText(fault)!).count(), 'told still').toBe(0)
  if (!isRetriedSoon(fault)) return
  const delay = (await askedAt(page, read.path))[failedAt.length]! - failedAt.at(-1)!
  // What first paint asked for the page waits for only from when it is there.
  if (fault.kind === 'timeout' && phase === 'first load') return
  tally.retriedAfter(delay - (fault.kind === 'timeout' ? REQUEST_TIMEOUT_MS : 0))
}

/** Loads the page anew when it has kept what it read, if it does. */
async function visitAgain(page: Page, { once }: MatrixRead): Promise<void> {
  await settled(page)
  // The browser's idle time is told by the page's clock as well.
  await page.clock.runFor(1_000)
  if (!once) await keeps(page, 'windows')
  await settled(page)
  await page.reload()
}

async function runPair([name, read, fault]: Pair): Promise<void> {
  let over = () => {}
  const standingNow = () => standing(read, fault, new Promise<void>(resolve => (over = resolve)))
  const opened = await openStatusPage({
    now: NOW,
    path: read.page ?? '',
    server: { data: read.data(), quirks: read.quirks ?? false },
    faults: standingNow(),
    initScripts: [watchPage],
    // Time passes where the test lets it pass.
    async prepare(context) {
      await context.clock.pauseAt(NOW + 1_000)
      await context.addInitScript(drawAtOnce)
    },
    config: matrixConfig(read),
  })
  const { page, context, server, expectProblem } = opened
  if (fault.problem) expectProblem(fault.problem)

  async function run(phase: Cell['phase'], before: number, waitedMs: number) {
    const cell = { read, fault, phase }
    await suffer(cell, opened, before)
    if (fault.told) await expectTold(cell, opened, waitedMs)
    // Until an open page knows of a fault it says what it knew; before the first answer it knows nothing.
    if (phase === 'first load' && read.deciding && fault.kind !== 'nulls')
      expect(await saidAllClear(page), 'called fine').toBe(false)
    over()
    if (!fault.told) await there(page, answerPlace(cell))
    await settled(page)
    await expectRecovery(cell, opened)
    tally.pass(name)
  }

  await run('first load', 0, 0)
  const before = server.requests.filter(({ path }) => read.path.test(path)).length
  server.setFaults(standingNow())
  if (read.change) server.store.write(read.change)
  const waitedMs = read.everyMs + 1_000
  await leap(page, waitedMs)
  if (read.perVisit) await visitAgain(page, read)
  await run('refresh', before, waitedMs)
  await context.close()
  await server.close()
}

/** Some pairs at a time; what went wrong in one does not hide the others. */
async function runAll(list: readonly Pair[]): Promise<string[]> {
  const waiting = [...list]
  const wrong: string[] = []
  const lane = async () => {
    for (let pair = waiting.shift(); pair; pair = waiting.shift()) {
      const [name, , { kind }] = pair
      await runPair(pair).catch((error: unknown) => wrong.push(`${name} × ${kind}: ${String(error)}`))
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return wrong
}

describe('each read and each fault, on first load and on refresh', () => {
  test.each(Object.entries(lists))('%s', { timeout: 150_000 }, async (_, list) => {
    expect(await runAll(list)).toEqual([])
  })

  afterAll(() => {
    const counts = Object.keys(reads).map(name => [name, phases.length * (name === ONE_READ ? faults.length : 1)] as const)
    tally.conclude(new Map(counts))
  })
})
