import type { CDPSession, Page } from 'playwright'
import { choose, optionsOf } from '../support/browser/choose'

/**
 * From the input to the paint that shows what it does: the slowest in twenty, milliseconds. By Event Timing, which counts in steps
 * of 8 ms, or by the longest task that followed, should the page put the work off.
 */
export interface Latencies {
  readonly search: number
  readonly grouping: number
  readonly day: number
}

declare global {
  var timed: number[]
}

/** What is too short to be told took this long at most. */
const SHORTEST_MS = 16
const AFTERWARDS_MS = 400
/** Where each step takes seconds, a few are enough to tell. */
const PATIENCE_MS = 30_000

const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? NaN

function timeEvents(): void {
  globalThis.timed = []
  const note = (list: PerformanceObserverEntryList) =>
    list.getEntries().forEach(({ duration }) => globalThis.timed.push(duration))
  new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  new PerformanceObserver(note).observe({ type: 'longtask' })
}

/** The longest that each of these steps causes. */
async function slowest(page: Page, steps: readonly (() => Promise<void>)[]): Promise<number> {
  const durations: number[] = []
  const from = performance.now()
  for (const step of steps) {
    if (performance.now() - from > PATIENCE_MS) break
    await page.evaluate(() => void (globalThis.timed.length = 0))
    await step()
    await page.waitForTimeout(AFTERWARDS_MS)
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
    durations.push(Math.max(SHORTEST_MS, ...(await page.evaluate(() => globalThis.timed))))
  }
  return p95(durations)
}

async function search(page: Page): Promise<number> {
  const keys = [...'service 12', ...Array.from({ length: 10 }, () => 'Backspace')]
  const field = page.getByRole('searchbox').first()
  await field.click()
  const duration = await slowest(
    page,
    keys.map(key => () => page.keyboard.press(key === ' ' ? 'Space' : key)),
  )
  await field.fill('')
  return duration
}

async function grouping(page: Page): Promise<number> {
  const field = 'Group by'
  const [none = '', ...keys] = await optionsOf(page, field)
  const duration = await slowest(
    page,
    [...keys, none, ...keys].map(key => () => choose(page, field, key)),
  )
  await choose(page, field, none)
  await page.waitForTimeout(AFTERWARDS_MS)
  return duration
}

function openDays(page: Page): Promise<number> {
  const bars = page.getByRole('slider')
  const open = async (index: number) => {
    await page.keyboard.press('Escape')
    await page.mouse.move(0, 0)
    const bar = bars.nth(index)
    await bar.scrollIntoViewIfNeeded()
    await bar.click()
  }
  return slowest(
    page,
    Array.from({ length: 6 }, (_, index) => () => open(index)),
  )
}

/** @param cpu how many times slower the processor is meanwhile */
export async function interactions(page: Page, session: CDPSession, cpu: number): Promise<Latencies> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await page.evaluate(timeEvents)
  const latencies = { search: await search(page), grouping: await grouping(page), day: await openDays(page) }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return latencies
}

export interface Scrolled {
  /** Until every row had been on the screen. */
  readonly ms: number
  readonly rows: number
}

/** Scrolls to the end, screen by screen, as rows may be there only where somebody looks. */
export function scrollThrough(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    const rows = new Set<string | null>()
    const from = performance.now()
    let at = -1
    scrollTo(0, 0)
    while (at !== scrollY) {
      at = scrollY
      for (const row of document.querySelectorAll('#app [data-component]')) rows.add(row.getAttribute('data-component'))
      scrollBy(0, innerHeight)
      await frame()
      await frame()
    }
    const ms = performance.now() - from
    scrollTo(0, 0)
    return { ms, rows: rows.size }
  })
}
