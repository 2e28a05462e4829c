import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright'
import { interactions, scrollThrough, type Latencies, type Scrolled } from './interactions'
import { median, SLOW, visit, type MeasuredPage } from './measure'
import { startOurSite, type OurSite, type Size } from './ourSite'
import { measurePoll, POLL_SECONDS, type Poll } from './poll'

/** What input costs. */
export interface Input {
  readonly scrolled: Scrolled
  /** With the processor four times slower. */
  readonly latencies: Latencies
}

/** Does something in a visit of its own. */
async function inVisit<T>(
  browser: Browser,
  { url, wanted }: MeasuredPage,
  measure: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const results: T[] = []
  await visit(browser, url, { ...wanted, then: async (page, session) => void results.push(await measure(page, session)) })
  return results[0]!
}

export const inputOf = async (browser: Browser, site: OurSite): Promise<Input> =>
  inVisit(browser, await site.page(), async (page, session) => ({
    scrolled: await scrollThrough(page),
    latencies: await interactions(page, session, SLOW.cpu),
  }))

export const pollOf = async (browser: Browser, site: OurSite): Promise<Poll> =>
  inVisit(browser, await site.page({ config: { pollIntervalSeconds: POLL_SECONDS } }), measurePoll)

/** kB more that whoever manages gets when they go there from `/`. */
export async function managementKB(browser: Browser, site: OurSite): Promise<number> {
  return inVisit(browser, await site.page({ config: { auth: { mode: 'none' } } }), async (page, session) => {
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await page.locator('#app a[href$="/manage"]').first().click()
    await page.waitForURL(/\/manage$/)
    await page.locator('#app h1').first().waitFor()
    await page.waitForTimeout(1_000)
    await page.waitForLoadState('networkidle')
    return bytes / 1000
  })
}

/** kB of the custom element. */
export const elementKB = (): number => brotliCompressSync(readFileSync('dist/scs-status.js')).length / 1000

/** Main-thread milliseconds of ours at this size, unthrottled. */
async function mainThread(browser: Browser, size: Size, runs: number): Promise<number> {
  const site = await startOurSite(size)
  try {
    const { url, wanted } = await site.page()
    await visit(browser, url, wanted)
    const tasks: number[] = []
    for (let run = 0; run < runs; run++) tasks.push((await visit(browser, url, wanted)).task)
    return median(tasks)
  } finally {
    await site.close()
  }
}

/** How main-thread time grows: 1 = in proportion. */
export interface Growth {
  readonly upTo: Size
  readonly components: number
  readonly incidents: number
}

const FACTOR = 10

/** From a tenth of the one or the other up to this size. */
export async function growthUpTo(browser: Browser, size: Size, runs: number): Promise<Growth> {
  const whole = await mainThread(browser, size, runs)
  const exponent = (less: number) => Math.log(whole / less) / Math.log(FACTOR)
  return {
    upTo: size,
    components: exponent(await mainThread(browser, { ...size, components: size.components / FACTOR }, runs)),
    incidents: exponent(await mainThread(browser, { ...size, incidents: size.incidents / FACTOR }, runs)),
  }
}
