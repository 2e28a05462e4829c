import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright'
import { findBrowser, launchBrowser } from '../support/browser/testBrowser'
import { measureInTurn, type MeasuredPage, type Row } from './measure'
import { elementKB, figuresOf, growthUpTo, managementKB } from './once'
import { startOurSite, type OurSite, type Size } from './ourSite'
import { writeJson, writeReadme } from './readme'
import { report } from './report'
import type { Results, SizeResult } from './results'
import { soak } from './soak'

const USAGE = `Usage: npm run build && npm run bench -- [options]

Measures the status page in Chromium beside a static HTML page with the same content, at several sizes, and tells which budgets hold.

  --sizes LIST       components/incidents (default: 12/30,100/300,1000/3000,5000/20000)
  --runs N           visits of each page, of which the median counts (default: 5)
  --soak HOURS       how long a page is left open, by a fast clock (default: 24; 0 = not at all)
  --url ADDRESS      another status page, which is measured the same way: alone, or, with --sizes, in turn with ours at the first size
  --selector CSS     what is there on that page when its status is visible (default: h1); with several, separated by ";", each has to be
  --markdown         prints Markdown
  --json FILE        writes all figures
  --readme           puts the tables into README.md and the figures into tests/bench/results.json
`
const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string', default: '5' },
    soak: { type: 'string', default: '24' },
    url: { type: 'string' },
    selector: { type: 'string', default: 'h1' },
    markdown: { type: 'boolean', default: false },
    json: { type: 'string' },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const runs = Number(values.runs)
const ALL_SIZES = '12/30,100/300,1000/3000,5000/20000'
const SOAK_SIZE: Size = { components: 100, incidents: 300 }
const GROWTH_SIZE: Size = { components: 1_000, incidents: 3_000 }

const say = (text: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
const isSame = (a: Size) => (b: Size) => a.components === b.components && a.incidents === b.incidents

function chosenSizes(): Size[] {
  const list = values.sizes ?? (values.url ? '' : ALL_SIZES)
  return list
    .split(',')
    .filter(Boolean)
    .map(size => {
      const [components = NaN, incidents = NaN] = size.split('/').map(Number)
      if (!(components > 0) || !(incidents >= 0)) throw new Error(`--sizes ${size}: write components/incidents, such as 12/30`)
      return { components, incidents }
    })
}

async function withSite<T>(size: Size, use: (site: OurSite) => Promise<T>): Promise<T> {
  const site = await startOurSite(size)
  try {
    return await use(site)
  } finally {
    await site.close()
  }
}

async function bothLines(browser: Browser, pages: readonly MeasuredPage[]): Promise<Row[]> {
  const fast = await measureInTurn(browser, pages, 'fast', runs)
  return [...fast, ...(await measureInTurn(browser, pages, 'slow', runs))]
}

const measureSize = (browser: Browser, size: Size, isFirst: boolean, peer: MeasuredPage | null) =>
  withSite(size, async (site): Promise<SizeResult> => {
    say(`${size.components} components, ${size.incidents} incidents`)
    const pages = [await site.page(), await site.staticPage(browser)]
    if (isFirst) pages.push(await site.page({ fetched: true }), ...(peer ? [peer] : []))
    const rows = await bothLines(browser, pages)
    say('  input, scrolling, polling')
    return { ...size, rows, allowedApiRequests: site.allowedApiRequests, ...(await figuresOf(browser, site)) }
  })

async function measureSoak(browser: Browser): Promise<Results['soak']> {
  const hours = Number(values.soak)
  if (!hours) return null
  say(`left open for ${hours} hours`)
  return withSite(SOAK_SIZE, async site => soak(browser, await site.page(), hours))
}

async function measureGrowth(browser: Browser, sizes: readonly Size[]): Promise<Results['growth']> {
  if (!sizes.some(isSame(GROWTH_SIZE))) return null
  say('growth')
  return growthUpTo(browser, GROWTH_SIZE, Math.min(runs, 3))
}

async function measure(browser: Browser): Promise<Results> {
  const begun = performance.now()
  const sizes = chosenSizes()
  const { url } = values
  const peer: MeasuredPage | null = url ? { name: url, url, wanted: { visible: values.selector.split(';') } } : null
  const measured: SizeResult[] = []
  for (const [index, size] of sizes.entries()) measured.push(await measureSize(browser, size, index === 0, peer))
  const peerRows = async () => measured[0]?.rows.filter(({ page }) => page === url) ?? (await bothLines(browser, [peer!]))
  const parts = {
    sizes: measured,
    peer: url ? { url, rows: await peerRows() } : null,
    managementKB: sizes[0] ? await withSite(sizes[0], site => managementKB(browser, site)) : null,
    elementKB: sizes.length ? elementKB() : null,
    growth: await measureGrowth(browser, sizes),
    soak: sizes.length ? await measureSoak(browser) : null,
  }
  const [{ model = 'unknown processor' } = {}] = cpus()
  const machine = `${cpus().length} cores (${model}), Chromium ${browser.version()}, median of ${runs}`
  return { machine, date: new Date().toISOString(), minutes: (performance.now() - begun) / 60_000, ...parts }
}

async function main(): Promise<void> {
  const browser = await launchBrowser(await findBrowser(), { anyHost: values.url !== undefined })
  try {
    const results = await measure(browser)
    process.stdout.write(report(results, values.markdown ? 'markdown' : 'plain'))
    if (values.json) await writeJson(values.json, results)
    if (values.readme) await writeReadme(results)
  } finally {
    await browser.close()
  }
}

if (values.help) process.stdout.write(USAGE)
else await main()
