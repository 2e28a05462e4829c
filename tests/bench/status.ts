import { parseArgs } from 'node:util'
import { findBrowser, launchBrowser } from '../support/browser/testBrowser'
import { writeDocs, writeJson } from './docs'
import { measureAll } from './measureAll'
import type { Size } from './ourSite'
import { report } from './report'

const USAGE = `Usage: npm run build && npm run bench -- [options]

Measures the status page in Chromium beside a static HTML page with the same content, at several sizes, and tells which budgets hold.

  --sizes LIST       components/incidents (default: 12/30,100/300,1000/3000,5000/20000)
  --runs N           visits of each page, of which the median counts (default: 5; of what takes long there are fewer, but 3 at least)
  --soak HOURS       how long a page is left open, by a fast clock (default: 24; 0 = not at all)
  --url ADDRESS      another status page, which is measured the same way: alone, or, with --sizes, in turn with ours at the first size
  --selector CSS     what is there on that page when its status is visible (default: h1); with several, separated by ";", each has to be
  --markdown         prints Markdown
  --json FILE        writes all figures
  --docs             puts the tables into docs/performance.md and the figures into tests/bench/results.json
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
    docs: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const ALL_SIZES = '12/30,100/300,1000/3000,5000/20000'

const say = (text: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)

function sizeOf(text: string): Size {
  const [components = NaN, incidents = NaN] = text.split('/').map(Number)
  if (!(components > 0) || !(incidents >= 0)) throw new Error(`--sizes ${text}: write components/incidents, such as 12/30`)
  return { components, incidents }
}

async function main(): Promise<void> {
  const { url, selector } = values
  const found = await findBrowser()
  const list = values.sizes ?? (url ? '' : ALL_SIZES)
  const results = await measureAll(
    {
      sizes: list.split(',').filter(Boolean).map(sizeOf),
      runs: Number(values.runs),
      soakHours: Number(values.soak),
      peer: url ? { name: url, url, wanted: { visible: selector.split(';') } } : null,
    },
    () => launchBrowser(found, { anyHost: url !== undefined }),
    say,
  )
  process.stdout.write(report(results, values.markdown ? 'markdown' : 'plain'))
  if (values.json) await writeJson(values.json, results)
  if (values.docs) await writeDocs(results)
}

if (values.help) process.stdout.write(USAGE)
else await main()
