import { parseArgs } from 'node:util'
import type { Browser } from 'playwright'
import { generateCloud } from '../support/generateCloud'
import { startDemoServer } from '@/demo/http/server'
import { startStaticServer } from '../support/browser/staticServer'
import { findBrowser, launchBrowser } from '../support/browser/testBrowser'

// What it costs to look back: npm run build && npm run bench:history -- [--latency MS] [--incidents N]
const { values } = parseArgs({
  options: { latency: { type: 'string', default: '50' }, incidents: { type: 'string', default: '5000' } },
})

interface Row {
  readonly months: number
  /** To the API. */
  readonly requests: number
  /** Of the answers of the API, as they came over the line. */
  readonly bytes: number
  /** From the start of the navigation until the newest month is shown. */
  readonly firstMs: number
  /** Until every opened month is. */
  readonly allMs: number
  readonly incidents: number
  readonly nodes: number
  /** After a collection. */
  readonly heapMB: number
}

async function measure(browser: Browser, url: string, apiUrl: string, months: number): Promise<Row> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', request => {
    if (request.url().startsWith(apiUrl)) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(`${url}history?months=${months}`)
  const shownAt = async (count: number) => {
    const shown = await page.waitForFunction(
      wanted => document.querySelectorAll('[data-testid=month][aria-busy=false]').length >= wanted && performance.now(),
      count,
      { polling: 'raf', timeout: 120_000 },
    )
    return Math.round((await shown.jsonValue()) as number)
  }
  const firstMs = await shownAt(1)
  const allMs = await shownAt(months)
  await page.waitForLoadState('networkidle')
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const count = (selector: string) => page.locator(selector).count()
  const row = {
    months,
    requests: sizes.length,
    bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    firstMs,
    allMs,
    incidents: await count('[data-testid=month] li .incident-title'),
    nodes: await count('*'),
    heapMB: Math.round(usedSize / 1e5) / 10,
  }
  await context.close()
  return row
}

const now = Date.now()
const data = generateCloud({ components: 100, incidents: Number(values.incidents), days: 3_650, now })
const server = await startDemoServer({ data, latencyMs: Number(values.latency), now: () => now })
const site = await startStaticServer({ files: { 'config.json': { apiUrl: server.url } } })
const browser = await launchBrowser(await findBrowser())
try {
  const rows: Row[] = []
  for (const months of [1, 12, 120]) rows.push(await measure(browser, site.url, server.url, months))
  process.stdout.write(`History: ${values.incidents} incidents in ten years, ${values.latency} ms a request\n`)
  const names = Object.keys(rows[0]!) as (keyof Row)[]
  const line = (cells: (string | number)[]) => `${cells.map(cell => String(cell).padStart(12)).join('')}\n`
  process.stdout.write([line(names), ...rows.map(row => line(names.map(name => row[name])))].join(''))
} finally {
  await browser.close()
  await site.close()
  await server.close()
}
