import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { interactions, scrollThrough, type Latencies, type Scrolled } from './interactions'
import { median, SLOW, visit, type Wanted } from './measure'
import { startOurSite, type OurSite, type Size } from './ourSite'
import { measurePoll, POLL_SECONDS, type Poll } from './poll'

/** What is measured in a visit of its own. */
export interface Figures {
  /** With the processor four times slower. */
  readonly latencies: Latencies
  readonly scrolled: Scrolled
  readonly poll: Poll
}

export async function figuresOf(browser: Browser, site: OurSite): Promise<Figures> {
  let figures: Partial<Figures> = {}
  const { url, wanted } = await site.page()
  const then: Wanted['then'] = async (page, session) => {
    figures = { scrolled: await scrollThrough(page), latencies: await interactions(page, session, SLOW.cpu) }
  }
  await visit(browser, url, { ...wanted, then })
  const polling = await site.page({ config: { pollIntervalSeconds: POLL_SECONDS } })
  const wait: Wanted['then'] = async (page, session) => void (figures = { ...figures, poll: await measurePoll(page, session) })
  await visit(browser, polling.url, { ...polling.wanted, then: wait })
  return figures as Figures
}

/** kB more that whoever manages gets when they go there from `/`. */
export async function managementKB(browser: Browser, site: OurSite): Promise<number> {
  const { url, wanted } = await site.page({ config: { auth: { mode: 'none' } } })
  let bytes = 0
  const then: Wanted['then'] = async (page, session) => {
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await page.locator('#app a[href$="/manage"]').first().click()
    await page.locator('#app h1').first().waitFor()
    await page.waitForURL(/\/manage$/)
    await page.waitForTimeout(1_000)
    await page.waitForLoadState('networkidle')
  }
  await visit(browser, url, { ...wanted, then })
  return bytes / 1000
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
