import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright'
import { interactions, scrollThrough, type Latencies, type Scrolled } from './interactions'
import { measureInTurn, SLOW, visit, type MeasuredPage } from './measure'
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

/** How main-thread time grows: 1 = in proportion. */
export interface Growth {
  readonly upTo: Size
  readonly components: number
  readonly incidents: number
}

const FACTOR = 10

/** Unthrottled, from a tenth of the one or the other up to this size. */
export async function growthUpTo(browser: Browser, size: Size, runs: number): Promise<Growth> {
  const fewer = { components: size.components / FACTOR, incidents: size.incidents / FACTOR }
  const sizes = [size, { ...size, components: fewer.components }, { ...size, incidents: fewer.incidents }]
  const sites = await Promise.all(sizes.map(startOurSite))
  try {
    const pages = await Promise.all(sites.map(site => site.page()))
    const rows = await measureInTurn(browser, pages, 'fast', runs)
    const [whole, ofComponents, ofIncidents] = rows.map(row => row.visit.task) as [number, number, number]
    const exponent = (less: number) => Math.log(whole / less) / Math.log(FACTOR)
    return { upTo: size, components: exponent(ofComponents), incidents: exponent(ofIncidents) }
  } finally {
    for (const site of sites) await site.close()
  }
}
