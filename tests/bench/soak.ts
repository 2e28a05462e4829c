import type { Browser, Page } from 'playwright'
import { fastClock } from './fastClock'
import { heapOf, type MeasuredPage } from './measure'

export interface Soak {
  readonly hours: number
  readonly polls: number
  /** MB after a collection, after so many hours. */
  readonly heap: readonly { readonly hour: number; readonly heapMB: number }[]
  /** From the first eighth to the end. */
  readonly growthMB: number
}

// A little more than the page waits between two polls, so that each step is one.
const STEP_MS = 61_000
const MEASUREMENTS = 8
const ASKING_MS = 500
const ANSWERING_MS = 5_000

/** Resolves when the page awaits no answer, and what an answer leads to has been asked for: else the clock would run out on it. */
function watchAnswers(page: Page): () => Promise<void> {
  let [asked, awaited] = [0, 0]
  page.on('request', () => {
    asked++
    awaited++
  })
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => awaited--)
  return async () => {
    const from = performance.now()
    const isOver = (ms: number) => performance.now() - from > ms
    const before = asked
    while (asked === before && !isOver(ASKING_MS)) await page.waitForTimeout(5)
    for (let calm = 0; calm < 2 && !isOver(ANSWERING_MS); calm = awaited ? 0 : calm + 1) await page.waitForTimeout(10)
  }
}

/** A page that is left open: a poll each minute of a clock that goes fast. */
export async function soak(browser: Browser, { url, wanted }: MeasuredPage, hours: number): Promise<Soak> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.addInitScript(fastClock)
    let polls = 0
    page.on('requestfinished', request => void (polls += Number(/\/api\/components$/.test(request.url()))))
    const answered = watchAnswers(page)
    await page.goto(url)
    await page.locator(wanted.interactive!).first().waitFor()
    await page.waitForLoadState('networkidle')
    const heap = [{ hour: 0, heapMB: await heapOf(session) }]
    for (let eighth = 1; eighth <= MEASUREMENTS; eighth++) {
      for (let ms = 0; ms < (hours * 3_600_000) / MEASUREMENTS; ms += STEP_MS) {
        await page.evaluate(ms => globalThis.letPass(ms), STEP_MS)
        await answered()
      }
      heap.push({ hour: (eighth * hours) / MEASUREMENTS, heapMB: await heapOf(session) })
    }
    // What is compiled and kept in the beginning is no growth.
    return { hours, polls, heap, growthMB: heap.at(-1)!.heapMB - heap[1]!.heapMB }
  } finally {
    await context.close()
  }
}
