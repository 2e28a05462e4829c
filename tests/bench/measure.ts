import type { Browser, CDPSession, Page } from 'playwright'

/** A slow phone on a bad line. */
export interface Line {
  /** How many times slower the processor is. */
  readonly cpu: number
  readonly kbitPerSecond: number
  readonly latencyMs: number
}
export const SLOW: Line = { cpu: 4, kbitPerSecond: 1_600, latencyMs: 150 }

/** What one visit cost. Milliseconds from the start of the navigation, unless named otherwise. */
export interface Visit {
  /** All that was waited for is painted. */
  readonly visible: number
  readonly firstPaint: number
  readonly largestPaint: number
  /** Of the page itself; null where it was not told what to wait for. */
  readonly interactive: number | null
  /** Total blocking time: what long tasks took beyond 50 ms. */
  readonly blocking: number
  /** Layout shift score. */
  readonly shift: number
  /** Main thread: scripts alone, and all tasks. */
  readonly script: number
  readonly task: number
  readonly requests: number
  readonly kB: number
  /** After a collection. */
  readonly heapMB: number
  readonly nodes: number
}

export interface Wanted {
  /** CSS: the page counts as visible when each of them finds something. */
  readonly visible: readonly string[]
  /** CSS of what is there when the page takes input. */
  readonly interactive?: string
  readonly line?: Line
  /** What is done to the page once everything is there. */
  readonly then?: (page: Page, session: CDPSession) => Promise<void>
}

interface Watched {
  visible?: number
  interactive?: number
  blocking: number
  shift: number
  largest: number
}

/** Looks at every frame; what is found counts when the next one has been painted. */
function watch({ visible, interactive }: { visible: readonly string[]; interactive: string | null }) {
  const seen: Watched = { blocking: 0, shift: 0, largest: 0 }
  Object.assign(globalThis, { seen })
  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('longtask', ({ duration }) => (seen.blocking += Math.max(0, duration - 50)))
  observe('layout-shift', entry => (seen.shift += (entry as unknown as { value: number }).value))
  observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime))
  const note = (key: 'visible' | 'interactive', selectors: readonly string[]) => {
    if (seen[key] !== undefined || !selectors.every(selector => document.querySelector(selector))) return
    requestAnimationFrame(() => requestAnimationFrame(() => (seen[key] ??= performance.now())))
  }
  const look = () => {
    note('visible', visible)
    if (interactive) note('interactive', [interactive])
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** One visit with a fresh profile. */
export async function visit(browser: Browser, url: string, { visible, interactive, line, then }: Wanted): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    let requests = 0
    let bytes = 0
    session.on('Network.requestWillBeSent', () => requests++)
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await session.send('Network.enable')
    await session.send('Performance.enable')
    if (line) {
      const bytesPerSecond = (line.kbitPerSecond * 1000) / 8
      await session.send('Emulation.setCPUThrottlingRate', { rate: line.cpu })
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: line.latencyMs,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond / 2,
      })
    }
    await page.addInitScript(watch, { visible, interactive: interactive ?? null })
    await page.goto(url, { waitUntil: 'commit' })
    const keys = ['visible', ...(interactive ? ['interactive'] : [])]
    await page.waitForFunction(
      wanted => wanted.every(key => key in (globalThis as unknown as { seen: object }).seen),
      keys,
      { timeout: 180_000 },
    )
    await page.waitForLoadState('networkidle')
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Watched }).seen)
    const [paint] = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime))
    const { metrics } = await session.send('Performance.getMetrics')
    const metric = (name: string) => metrics.find(one => one.name === name)?.value ?? NaN
    await then?.(page, session)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return {
      visible: seen.visible!,
      firstPaint: paint ?? NaN,
      largestPaint: seen.largest,
      interactive: seen.interactive ?? null,
      blocking: seen.blocking,
      shift: seen.shift,
      script: metric('ScriptDuration') * 1000,
      task: metric('TaskDuration') * 1000,
      requests,
      kB: bytes / 1000,
      heapMB: usedSize / 1e6,
      nodes: await page.evaluate(() => document.querySelectorAll('*').length),
    }
  } finally {
    await context.close()
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** The median of each figure by itself. */
export function medianVisit(visits: readonly Visit[]): Visit {
  const keys = Object.keys(visits[0]!) as (keyof Visit)[]
  const of = (key: keyof Visit) => {
    const values = visits.map(one => one[key]).filter(value => value !== null)
    return values.length ? median(values) : null
  }
  return Object.fromEntries(keys.map(key => [key, of(key)])) as unknown as Visit
}
