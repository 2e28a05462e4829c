import { cpus } from 'node:os'
import type { Browser } from 'playwright'
import { startAttempts, type Attempts } from './attempts'
import { measureInTurn, type MeasuredPage, type Row } from './measure'
import { elementKB, growthUpTo, inputOf, managementKB, pollOf } from './once'
import { startOurSite, type OurSite, type Size } from './ourSite'
import { sizeName, type Results, type SizeResult } from './results'
import { soak } from './soak'
import { plain, rowsTable } from './tables'

export interface WhatToMeasure {
  readonly sizes: readonly Size[]
  readonly runs: number
  /** 0 = not at all. */
  readonly soakHours: number
  /** Another status page: alone, or in turn with ours at the first size. */
  readonly peer: MeasuredPage | null
}

const SOAK_SIZE: Size = { components: 12, incidents: 30 }
const GROWTH_SIZE: Size = { components: 1_000, incidents: 3_000 }

const isSame = (a: Size) => (b: Size) => a.components === b.components && a.incidents === b.incidents

async function withSite<T>(size: Size, use: (site: OurSite) => Promise<T>): Promise<T> {
  const site = await startOurSite(size)
  try {
    return await use(site)
  } finally {
    await site.close()
  }
}

async function bothLines(browser: Browser, pages: readonly MeasuredPage[], runs: number): Promise<Row[]> {
  const fast = await measureInTurn(browser, pages, 'fast', runs)
  return [...fast, ...(await measureInTurn(browser, pages, 'slow', runs))]
}

const measureSize = ({ attempt, say }: Attempts, size: Size, runs: number, peer: MeasuredPage | null, isFirst: boolean) =>
  withSite(size, async (site): Promise<SizeResult | null> => {
    const rows = await attempt(sizeName(size), async browser => {
      const pages = [await site.page(), await site.staticPage(browser)]
      if (isFirst) pages.push(await site.page({ fetched: true }), ...(peer ? [peer] : []))
      return bothLines(browser, pages, runs)
    })
    if (!rows) return null
    say(plain(rowsTable(rows)))
    const input = await attempt(`${sizeName(size)}: input`, browser => inputOf(browser, site))
    const poll = await attempt(`${sizeName(size)}: polling`, browser => pollOf(browser, site))
    return { ...size, rows, allowedApiRequests: site.allowedApiRequests, input, poll }
  })

/** All that is wanted, one after the other. */
export async function measureAll(
  { sizes, runs, soakHours, peer }: WhatToMeasure,
  launch: () => Promise<Browser>,
  say: (text: string) => void,
): Promise<Results> {
  const begun = performance.now()
  const attempts = startAttempts(launch, say)
  const { attempt, failures } = attempts
  const chromium = await attempt('Chromium', async browser => browser.version())
  const measured: SizeResult[] = []
  for (const [index, size] of sizes.entries()) {
    const result = await measureSize(attempts, size, runs, peer, index === 0)
    if (result) measured.push(result)
  }
  const [first] = sizes
  const ofPeer = measured[0]?.rows.filter(({ page }) => page === peer?.name)
  const alone = peer && !first ? await attempt(peer.url, browser => bothLines(browser, [peer], runs)) : null
  const grows = sizes.some(isSame(GROWTH_SIZE))
  const parts = {
    sizes: measured,
    peer: peer && { url: peer.url, rows: ofPeer ?? alone ?? [] },
    managementKB: first ? await withSite(first, site => attempt('management', browser => managementKB(browser, site))) : null,
    elementKB: first ? elementKB() : null,
    growth: grows ? await attempt('growth', browser => growthUpTo(browser, GROWTH_SIZE, runs)) : null,
    soak:
      first && soakHours
        ? await withSite(SOAK_SIZE, site =>
            attempt(`left open for ${soakHours} hours`, async browser => soak(browser, await site.page(), soakHours)),
          )
        : null,
  }
  const [{ model = 'unknown processor' } = {}] = cpus()
  const machine = `${cpus().length} cores (${model}), Chromium ${chromium ?? '?'}`
  const minutes = (performance.now() - begun) / 60_000
  return { machine, runs, date: new Date().toISOString(), minutes, ...parts, failures }
}
