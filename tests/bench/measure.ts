import { brotliCompressSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright'
import { watchTraffic, type TrafficFigures } from './traffic'
import { watch, type Seen } from './watch'

/** A phone on a bad line. */
export interface Line {
  /** How many times slower the processor is. */
  readonly cpu: number
  readonly kbitPerSecond: number
  readonly latencyMs: number
}
export const SLOW: Line = { cpu: 4, kbitPerSecond: 1_600, latencyMs: 150 }

/** What one visit cost. Milliseconds from the start of the navigation, unless named otherwise. */
export interface Visit extends TrafficFigures {
  /** All that was waited for is painted. */
  readonly visible: number
  readonly firstPaint: number
  readonly largestPaint: number
  /** null where the page has nothing to wait for. */
  readonly interactive: number | null
  /** Total blocking time: what long tasks took beyond 50 ms. */
  readonly blocking: number
  /** Layout shift score. */
  readonly shift: number
  /** Main thread: scripts as the browser counts them, without what runs in promises, and all tasks. */
  readonly script: number
  readonly task: number
  /** JavaScript that was there when the page was interactive, inline scripts included; in other pages, all. */
  readonly jsKB: number
  /** After a collection. */
  readonly heapMB: number
  readonly nodes: number
}

export interface Wanted {
  /** CSS: see watch.ts. */
  readonly visible: readonly string[]
  readonly interactive?: string
  /** Where the addresses of the API begin. */
  readonly api?: string
  readonly line?: Line
  /** What is done to the page when all of it is there. */
  readonly then?: (page: Page, session: CDPSession) => Promise<void>
}

const READY_TIMEOUT_MS = 180_000
/** Pages that are never done asking are measured all the same. */
const IDLE_TIMEOUT_MS = 15_000

async function slowDown(session: CDPSession, { cpu, kbitPerSecond, latencyMs }: Line): Promise<void> {
  const bytesPerSecond = (kbitPerSecond * 1000) / 8
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  })
}

async function ready(page: Page, isInteractive: boolean): Promise<Seen> {
  const keys = isInteractive ? ['visible', 'interactive'] : ['visible']
  await page.waitForFunction(wanted => wanted.every(key => key in globalThis.seen), keys, {
    timeout: READY_TIMEOUT_MS,
    polling: 100,
  })
  await page.waitForLoadState('networkidle', { timeout: IDLE_TIMEOUT_MS }).catch(() => undefined)
  return page.evaluate(() => globalThis.seen)
}

/** kB of the scripts that stand in the HTML. */
async function inlineScripts(page: Page): Promise<number> {
  const texts = await page.evaluate(() =>
    [...document.scripts].filter(({ src, type }) => !src && /^$|module|javascript/.test(type)).map(({ text }) => text),
  )
  return texts.reduce((sum, text) => sum + brotliCompressSync(text).length, 0) / 1000
}

export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
}

async function figuresOf(page: Page, session: CDPSession): Promise<Pick<Visit, 'firstPaint' | 'script' | 'task' | 'nodes'>> {
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find(one => one.name === name)?.value ?? NaN
  const [firstPaint, nodes] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    document.querySelectorAll('*').length,
  ])
  return { firstPaint: firstPaint, script: metric('ScriptDuration') * 1000, task: metric('TaskDuration') * 1000, nodes: nodes }
}

/** One visit with a fresh profile. */
export async function visit(browser: Browser, url: string, { visible, interactive, api, line, then }: Wanted): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const traffic = await watchTraffic(session, api)
    await session.send('Performance.enable')
    if (line) await slowDown(session, line)
    await page.addInitScript(watch, { visible, interactive: interactive ?? null })
    await page.goto(url, { waitUntil: 'commit', timeout: READY_TIMEOUT_MS })
    const seen = await ready(page, interactive !== undefined)
    const figures = await figuresOf(page, session)
    const result: Visit = {
      // The browser may hold the first paint back.
      visible: Math.max(seen.visible!, figures.firstPaint || 0),
      largestPaint: seen.largest,
      interactive: seen.interactive ?? null,
      blocking: seen.blocking,
      shift: seen.shift,
      ...figures,
      ...traffic.figures(),
      jsKB: traffic.scriptsBefore(seen.interactive ?? Infinity) + (await inlineScripts(page)),
      heapMB: await heapOf(session),
    }
    await then?.(page, session)
    return result
  } finally {
    await context.close()
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** The median of each figure by itself. */
function medianVisit(visits: readonly Visit[]): Visit {
  const keys = Object.keys(visits[0]!) as (keyof Visit)[]
  const of = (key: keyof Visit) => {
    const values = visits.map(one => one[key]).filter(value => value !== null)
    return values.length ? median(values) : null
  }
  return Object.fromEntries(keys.map(key => [key, of(key)])) as unknown as Visit
}

export interface MeasuredPage {
  readonly name: string
  readonly url: string
  readonly wanted: Wanted
}

export interface Row {
  readonly page: string
  readonly line: 'fast' | 'slow'
  /** How many visits it is the median of. */
  readonly runs: number
  readonly visit: Visit
}

/** A page that takes very long is not visited as often, but this often at least. */
const FEWEST_RUNS = 3
const PATIENCE_MS = 100_000

/** Each page in turn, so that what else the machine does strikes all of them alike. */
export async function measureInTurn(
  browser: Browser,
  pages: readonly MeasuredPage[],
  line: Row['line'],
  runs: number,
): Promise<Row[]> {
  const visits = pages.map((): Visit[] => [])
  const from = performance.now()
  const isDue = (run: number) => run < runs && (run < FEWEST_RUNS || performance.now() - from < PATIENCE_MS)
  for (let run = 0; isDue(run); run++)
    for (const [index, { url, wanted }] of pages.entries())
      visits[index]!.push(await visit(browser, url, line === 'slow' ? { ...wanted, line: SLOW } : wanted))
  return pages.map(({ name }, index): Row => ({
    page: name,
    line,
    runs: visits[index]!.length,
    visit: medianVisit(visits[index]!),
  }))
}
