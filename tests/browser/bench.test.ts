import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { budgetRows } from '../bench/budgets'
import { measureInTurn, type MeasuredPage } from '../bench/measure'
import { elementKB, managementKB } from '../bench/once'
import { startOurSite } from '../bench/ourSite'
import { report } from '../bench/report'
import { OURS, type Results, type SizeResult, visitOf } from '../bench/results'
import { startStaticServer } from '../support/browser/staticServer'
import { launchBrowser } from '../support/browser/testBrowser'

const SIZE = { components: 12, incidents: 30 }
// Where the page stands, and a little more: whoever makes it smaller lowers them. The budgets are in tests/bench/budgets.ts.
const MOST = { kB: 241, jsKB: 147, managementKB: 120, nodes: 700, requests: 28 }

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser(inject('testBrowser'))))
afterAll(() => browser.close())

async function openSite() {
  const site = await startOurSite(SIZE)
  onTestFinished(() => site.close())
  return site
}

async function openOther(html: string): Promise<MeasuredPage> {
  const script = `setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<p class="late">Fine</p>'), 300)`
  const { url, close } = await startStaticServer({ files: { 'other.html': html, 'other.js': script } })
  onTestFinished(close)
  return { name: 'another page', url: `${url}other.html`, wanted: { visible: ['h1', '.late'] } }
}

const nothingElse = {
  machine: '',
  runs: 1,
  date: '2026-03-10',
  minutes: 0,
  sizes: [],
  peer: null,
  managementKB: null,
  elementKB: null,
}
const results = (given: Partial<Results>): Results => ({ ...nothingElse, growth: null, soak: null, failures: [], ...given })
const sizeResult = (given: Pick<SizeResult, 'rows' | 'allowedApiRequests'>): SizeResult => ({
  ...SIZE,
  ...given,
  input: null,
  poll: null,
})

// What is counted, never what is timed: the machine of a test does other things besides.
describe('a run of the benchmark at a small size', () => {
  test('counts what the first view needs, with its configuration in the page and beside it', async () => {
    const site = await openSite()
    const pages = [await site.page(), await site.page({ fetched: true }), await site.staticPage(browser)]
    const rows = await measureInTurn(browser, pages, 'fast', 1)
    const limit = rows[2]!.visit
    for (const [nth, { page, visit }] of rows.slice(0, 2).entries()) {
      expect(visit.apiRequests, page).toBeGreaterThanOrEqual(5)
      expect(visit.apiRequests, page).toBeLessThanOrEqual(site.allowedApiRequests)
      // The second asks for its configuration besides.
      expect(visit.requests, page).toBeLessThanOrEqual(MOST.requests + nth)
      expect(visit.kB).toBeLessThanOrEqual(MOST.kB)
      expect(visit.jsKB).toBeLessThanOrEqual(MOST.jsKB)
      expect(visit.jsKB).toBeGreaterThan(20)
      expect(visit.nodes).toBeLessThanOrEqual(MOST.nodes)
      expect(visit.shift).toBeLessThanOrEqual(0.01)
      expect(visit.interactive).not.toBeNull()
      expect(visit.visible).toBeGreaterThanOrEqual(visit.firstPaint)
    }
    expect(limit).toMatchObject({ requests: 1, apiRequests: 0, jsKB: 0, interactive: null })
    // The same content.
    expect(Math.abs(limit.nodes / rows[0]!.visit.nodes - 1)).toBeLessThan(0.1)

    const told = budgetRows(results({ sizes: [sizeResult({ rows, allowedApiRequests: site.allowedApiRequests })] }))
    expect(told.find(({ what }) => what.startsWith('API requests'))).toMatchObject({ holds: true })
    expect(told.find(({ what }) => what.startsWith('status visible'))).toMatchObject({ holds: null })
  })

  test('counts what managing and embedding need more', async () => {
    const more = await managementKB(browser, await openSite())
    expect(more).toBeGreaterThan(10)
    expect(more).toBeLessThanOrEqual(MOST.managementKB)
    expect(elementKB()).toBeLessThanOrEqual(12)
  })

  test('measures any other page that a selector tells to be ready', async () => {
    const inline = '<script>var words = "that are counted as JavaScript"</script>'
    const page = await openOther(
      `<!doctype html><link rel="icon" href="data:,"><h1>Status</h1>${inline}<script src="other.js"></script>`,
    )
    const rows = await measureInTurn(browser, [page], 'fast', 1)
    expect(rows[0]!.visit).toMatchObject({ requests: 2, apiRequests: 0, interactive: null })
    expect(rows[0]!.visit.visible).toBeGreaterThanOrEqual(300)
    expect(rows[0]!.visit.jsKB).toBeGreaterThan(0.1)
    const text = report(results({ peer: { url: page.url, rows } }), 'markdown')
    expect(text).toContain('| another page, unthrottled |')
    expect(text).not.toContain('Budgets')
  })

  test('says which budgets a run misses', async () => {
    const rows = await measureInTurn(
      browser,
      [{ ...(await openOther('<h1>Status</h1><p class="late">')), name: OURS }],
      'fast',
      1,
    )
    expect(visitOf(rows, OURS, 'fast')!.apiRequests).toBe(0)
    const doubled = rows.map(row => ({ ...row, visit: { ...row.visit, apiRequests: 10, shift: 0.02 } }))
    const text = report(results({ sizes: [sizeResult({ rows: doubled, allowedApiRequests: 5 })], elementKB: 12.1 }), 'markdown')
    expect(text).toMatch(/API requests for `\/`, 12 components and 30 incidents \| ≤ 5 \| 5 \| 10 \| \*\*misses\*\*/)
    expect(text).toMatch(/layout shift.*0\.02 \| \*\*misses\*\*/)
    expect(text).toMatch(/custom element.*12\.1 kB \| \*\*misses\*\*/)
    expect(text).toMatch(/status visible, S throttled, against static HTML .* not in this run \| –/)
  })
})
