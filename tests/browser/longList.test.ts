import { describe, expect, test } from 'vitest'
import { generateCloud } from '../support/generateCloud'
import { buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { componentRows } from '../support/browser/components'
import { disclose } from '../support/browser/disclose'
import { hasFocus } from '../support/browser/focus'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const COUNT = 600

const open = async (groupBy: string | null = null) => {
  const opened = await openStatusPage({
    now: NOW,
    config: { components: { groupBy }, pollIntervalSeconds: 5 },
    server: { data: generateCloud({ components: COUNT, incidents: 60, days: 30, now: NOW - 86_400_000 }) },
    policy: 'page',
  })
  const rows = componentRows(opened.page)
  await opened.page.getByRole('heading', { name: say('recent.title') }).waitFor()
  /** The place of each row that is drawn. */
  const places = () => rows.evaluateAll(all => all.map(row => Number(row.getAttribute('aria-posinset'))))
  return { ...opened, rows, places }
}

describe('a long table of components', () => {
  test('draws what fills its place, and each row is reached by scrolling', async () => {
    const { page } = await openStatusPage({
      now: NOW,
      path: '?view=table',
      server: { data: generateCloud({ components: COUNT, incidents: 60, days: 30, now: NOW - 86_400_000 }) },
    })
    const rows = page.getByRole('table').first().getByRole('rowheader')
    await expect.poll(() => rows.count()).toBeGreaterThan(10)
    expect(await rows.count()).toBeLessThan(100)
    const seen = new Set<string>()
    const scroller = rows.first().locator('xpath=ancestor::*[contains(@style, "70vh")]')
    for (let top = 0, isEnd = false; !isEnd; top += 300) {
      isEnd = await scroller.evaluate((box, to) => (box.scrollTo(0, to), to >= box.scrollHeight - box.clientHeight), top)
      await page.waitForTimeout(20)
      for (const name of await rows.allTextContents()) seen.add(name)
    }
    expect(seen.size).toBe(COUNT)
  })
})

describe('a long list of components', () => {
  test('draws what is near the screen, wherever that is, and each row is reached by scrolling', async () => {
    const { page, rows, places } = await open()
    expect(await rows.count()).toBeLessThan(60)
    const seen = new Set<number>()
    const list = page.getByRole('list').filter({ has: page.getByRole('slider') })
    const drawn = await list.elementHandle()
    const end = await list.evaluate(element => element.getBoundingClientRect().bottom + window.scrollY)
    for (let top = 0; top < end; top += 700) {
      await page.evaluate(y => window.scrollTo(0, y), top)
      const shown = () =>
        rows.evaluateAll((all, list) => {
          const box = list.getBoundingClientRect()
          const edges = all.map(row => row.getBoundingClientRect())
          const [from, until] = [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)]
          const height = edges.reduce(
            (sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom, until) - Math.max(top, from)),
            0,
          )
          return Math.round(until - from - height)
        }, drawn)
      await expect.poll(shown).toBeLessThanOrEqual(1)
      for (const place of await places()) seen.add(place)
      expect(await rows.count()).toBeLessThan(80)
    }
    expect(seen.size).toBe(COUNT)
  })

  test('keeps its rows while a poll brings nothing new', async () => {
    const { page, server } = await open()
    await page.waitForLoadState('networkidle')
    await page.getByRole('region', { name: say('components.title'), exact: true }).evaluate(region => {
      const changes: string[] = []
      Object.assign(globalThis, { changes })
      new MutationObserver(records =>
        changes.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`)),
      ).observe(region, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    const asked = () => server.requests.filter(({ path }) => path.startsWith('/incidents?')).length
    const before = asked()
    await page.clock.fastForward('00:06')
    await expect.poll(asked).toBe(before + 1)
    await page.clock.fastForward('01:00')
    await expect.poll(asked).toBeGreaterThan(before + 1)
    await page.clock.fastForward('00:01')
    expect(await page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes)).toEqual([])
  })

  test('keeps the focus where it is, and the next stop beside it', async () => {
    const { page, rows } = await open()
    const first = rows.first().getByRole('link')
    await first.focus()
    // A list that is not drawn yet is not that long.
    await expect
      .poll(async () => {
        await page.evaluate(() => window.scrollTo(0, 20_000))
        return Number(await rows.nth(4).getAttribute('aria-posinset'))
      })
      .toBeGreaterThan(100)
    expect(await hasFocus(first)).toBe(true)
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
    const place = () => page.evaluate(() => document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset'))
    expect(await place()).toBe('2')
    for (let stop = 0; stop < 60; stop++) await page.keyboard.press('Tab')
    expect(await place()).toBe('22')
  })

  test('draws the rows of a group when it is opened, is searched as a whole, and has no fault', async () => {
    const { page, rows } = await open('region')
    const closed = await rows.count()
    await disclose(page, 'west')
    await expect.poll(() => rows.count()).toBeGreaterThan(closed)
    await expectNoAxeViolations(page)
    await page.getByRole('searchbox').fill('Service 599')
    await expect.poll(() => rows.count()).toBe(1)
    await page.getByText(say('components.results', { n: 1, total: COUNT })).waitFor()
  })
})

test('a long list of phases names the current one, and has no column of letters', async () => {
  const phases = Array.from({ length: 40 }, (_, index) => `Phase ${index} ${'x'.repeat(1_000)}`)
  const incident = buildIncident({ endedAt: null, phase: { generation: 1, order: 20 } })
  const { page } = await openStatusPage({ now: NOW, server: { data: buildData({ phases: [phases], incidents: [incident] }) } })
  const steps = page
    .getByRole('list')
    .filter({ has: page.getByText('Phase 39 ') })
    .getByRole('listitem')
  await expect.poll(() => steps.count()).toBe(40)
  const heights = await steps.evaluateAll(all => all.map(step => Math.round(step.scrollHeight)))
  const widths = await steps.evaluateAll(all => all.map(step => Math.round(step.getBoundingClientRect().width)))
  expect(widths[20]).toBeGreaterThan(100)
  expect(Math.max(...heights)).toBeLessThan(2_000)
  expect(await steps.nth(20).innerText()).toContain('Phase 20 ')
})
