import type { Page } from 'playwright'
import { afterAll, expect, test } from 'vitest'
import { cases, createOutcomes, type Case } from '../support/cases'
import { NOW } from '../support/clock'
import { componentRows } from '../support/browser/components'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { startStaticServer } from '../support/browser/staticServer'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { keeps } from '../support/browser/kept'

const { tell, lines, print } = createOutcomes()

const open = ({ config, data }: Case, more: StatusPageOptions = {}) =>
  openStatusPage({ now: NOW, config, server: { data }, ...more })

const headed = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const article = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) })

/** What translators of browsers do: each text goes into new elements in place of its node. They keep off what says so. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    for (const node of texts) {
      const kept = node.parentElement?.closest('[translate=no], select, script, style')
      if (!node.data.trim() || kept) continue
      const outer = document.createElement('font')
      outer.appendChild(document.createElement('font')).textContent = node.data
      node.replaceWith(outer)
    }
  })

/** Where a text begins, in pixels from the top of the page. */
const topOf = (page: Page, text: string) =>
  page.getByText(text).evaluate(element => Math.round(element.getBoundingClientRect().top + window.scrollY))

/** Leaves for a page of another origin, where a minute goes by, and comes back by the button of the browser. */
async function thereAndBack(page: Page, elsewhere: string, meanwhile: () => unknown, after: string) {
  await page.goto(elsewhere)
  await meanwhile()
  await page.clock.fastForward(after)
  await page.goBack()
}

const outcomes: Record<string, (given: Case) => Promise<string>> = {
  async '01 back navigation'(given) {
    const elsewhere = await startStaticServer({
      files: { 'index.html': '<!doctype html><link rel="icon" href="data:," />Elsewhere' },
    })
    const { page, server, expectProblem } = await open(given, {
      allowedOrigins: [elsewhere.origin],
      config: { ...given.config, staleAfterSeconds: 300 },
    })
    await headed(page, say('banner.operational'))
    await keeps(page, 'status')
    const asked = () => server.requests.map(({ path }) => path.replace(/\?.*/, '')).sort()
    await expect.poll(() => asked().length).toBe(5)
    const first = asked()
    server.requests.length = 0

    await thereAndBack(page, elsewhere.url, () => server.store.write(({ incidents }) => incidents.push(given.added!)), '01:00')
    await headed(page, AFFECTED_TITLE)
    expect(asked()).toEqual(first)
    await keeps(page, 'status')

    await thereAndBack(
      page,
      elsewhere.url,
      async () => {
        await server.close()
        expectProblem(/ERR_CONNECTION_REFUSED/)
      },
      '02:00:00',
    )
    await page.getByTestId('failures').waitFor()
    const banner = page.getByTestId('banner')
    await expect.poll(() => banner.innerText()).toContain('2 hours ago')
    const said = await banner.innerText()
    expect(said).not.toContain(say('banner.operational'))
    for (const row of await componentRows(page).allInnerTexts()) expect(row).not.toContain(`\n${say('level.operational')}\n`)
    await elsewhere.close()
    return 'asked again (5 requests), 1 component affected; without an answer last known, 2 hours old'
  },

  async '02 translated page'(given) {
    const { page, server } = await open(given)
    const id = given.data.incidents[0]!.id
    const said = () => article(page, 'Incident old').innerText()
    await expect.poll(said).toContain('First')
    await translate(page)
    server.store.write(({ updates }) => void (updates[id] = given.then[id]!))
    // A little more than a minute: the answer is not given up while it is on its way.
    await page.clock.runFor(61_000)
    await expect.poll(said).toMatch(/Second\s+two/)
    expect(await said()).not.toMatch(/First|\bone\b/)
    await expect.poll(() => page.getByTestId('banner').innerText()).toMatch(new RegExp(`${say('app.asOf')}\\s+13:01`))
    return 'Second, two; last confirmed moves on'
  },

  async '04 many affected'(given) {
    const { page } = await open(given, { viewport: { width: 360, height: 740 } })
    await page.getByText('The text of the newest update').waitFor()
    const tops: number[] = []
    for (const [width, height, most] of [
      [360, 740, 1480],
      [1280, 900, 1800],
    ] as const) {
      await page.setViewportSize({ width, height })
      const top = await topOf(page, 'The text of the newest update')
      expect(top, `${width} x ${height}`).toBeLessThanOrEqual(most)
      tops.push(top)
    }
    return `the newest update begins at ${tops.join(' px, on a wide screen at ')} px`
  },

  async '08 number and bar'(given) {
    const { page } = await open(given, { viewport: { width: 360, height: 740 } })
    const row = componentRows(page).filter({ hasText: 'Compute' })
    // The bar shows 30 days there, and the number speaks of the same ones.
    const label = row.getByText(say('availability.short', { days: 30 }), { exact: true })
    await label.waitFor()
    expect(await row.getByRole('slider').getAttribute('aria-valuemax')).toBe('30')
    const box = await label.boundingBox()
    expect(box?.width).toBeGreaterThan(20)
    expect(box!.x + box!.width).toBeLessThanOrEqual(360)
    // In the head of its column there is room on wide screens.
    await page.setViewportSize({ width: 1280, height: 900 })
    await row.getByText(/^88\.\d+%$/).waitFor()
    expect(await label.isVisible()).toBe(false)
    expect(
      await page
        .getByText(say('availability.short', { days: 90 }), { exact: true })
        .first()
        .isVisible(),
    ).toBe(true)
    return 'the number says of how many days it is: those of the bar'
  },
}

afterAll(() => {
  print('in a browser')
  expect(lines()).toHaveLength(Object.keys(outcomes).length)
})

test.each(Object.entries(outcomes))('%s', async (name, run) => {
  tell(name, await run(cases[name]!))
})
