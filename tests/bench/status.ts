import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright'
import { generateCloud } from '@/demo/generateCloud'
import { startDemoServer } from '@/demo/http/server'
import { findBrowser, launchBrowser } from '../support/browser/testBrowser'
import { startBenchHost, type BenchHost } from './host'
import { interactions, type Latencies } from './interactions'
import { medianVisit, SLOW, visit, type Visit, type Wanted } from './measure'
import { staticPageOf } from './staticPage'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '12/30,100/300,1000/3000,5000/20000' },
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    /** Another status page, and what says there that the status is visible (CSS). */
    url: { type: 'string' },
    selector: { type: 'string', default: 'h1' },
  },
})

/** The verdict and the rows of the first screen. */
const OURS: Wanted = {
  visible: ['h1#headline', '.banner[aria-busy=false]', '[data-component] .state'],
  interactive: "#app [data-component] .state",
}
const runs = Number(values.runs)

interface Row {
  readonly page: string
  readonly line: 'fast' | 'slow'
  readonly visit: Visit
}

/** Each page in turn, so that what else the machine does strikes all of them alike. */
async function measureInTurn(browser: Browser, pages: readonly { page: string; url: string; wanted: Wanted }[], line: 'fast' | 'slow') {
  const visits = pages.map((): Visit[] => [])
  for (let run = 0; run < runs; run++)
    for (const [index, { url, wanted }] of pages.entries())
      visits[index]!.push(await visit(browser, url, line === 'slow' ? { ...wanted, line: SLOW } : wanted))
  return pages.map(({ page }, index): Row => ({ page, line, visit: medianVisit(visits[index]!) }))
}

const COLUMNS: readonly (keyof Visit)[] = [
  'visible', 'firstPaint', 'largestPaint', 'interactive', 'blocking', 'shift', 'script', 'task', 'requests', 'kB', 'heapMB', 'nodes',
]
const shown = (value: number | null) => (value === null || Number.isNaN(value) ? '–' : value < 10 && value % 1 ? value.toFixed(2) : Math.round(value).toString())
const line = (cells: readonly string[]) => `${cells[0]!.padEnd(26)}${cells.slice(1).map(cell => cell.padStart(13)).join('')}\n`
const print = (text: string) => void process.stdout.write(text)
const ratio = (ours: number, limit: number) => `${(ours / limit).toFixed(2)}x`

interface SizeResult {
  readonly components: number
  readonly incidents: number
  readonly rows: readonly Row[]
  /** With the processor four times slower, as a phone's. */
  readonly latencies: Latencies
}

async function measureSize(browser: Browser, components: number, incidents: number): Promise<SizeResult> {
  const now = Date.now()
  const server = await startDemoServer({ data: generateCloud({ components, incidents, days: 90, now }), now: () => now })
  const host = await startBenchHost(server.url)
  try {
    host.put('config.json', JSON.stringify({ apiUrl: './api', title: 'Bench' }))
    let text = ''
    const take = async (page: Page) => void (text = await staticPageOf(page))
    await visit(browser, host.url, { ...OURS, then: take })
    host.put('static.html', text)
    const pages = [
      { page: 'SCS Status', url: host.url, wanted: OURS },
      { page: 'static HTML', url: `${host.url}static.html`, wanted: { visible: OURS.visible } },
    ]
    const rows = [...(await measureInTurn(browser, pages, 'fast')), ...(await measureInTurn(browser, pages, 'slow'))]
    let latencies: Latencies = { search: NaN, grouping: NaN, day: NaN }
    await visit(browser, host.url, {
      ...OURS,
      then: async (page, session) => void (latencies = await interactions(page, session, SLOW.cpu)),
    })
    return { components, incidents, rows, latencies }
  } finally {
    await host.close()
    await server.close()
  }
}

function tell({ components, incidents, rows, latencies }: SizeResult): void {
  print(`\n${components} components, ${incidents} incidents\n`)
  print(line(['', ...COLUMNS]))
  for (const { page, line: speed, visit: figures } of rows)
    print(line([`${page}, ${speed}`, ...COLUMNS.map(column => shown(figures[column]))]))
  for (const speed of ['fast', 'slow']) {
    const [ours, limit] = rows.filter(row => row.line === speed).map(row => row.visit)
    print(line([`ratio, ${speed}`, ...COLUMNS.map(column => (ours![column] === null || !limit![column] ? '–' : ratio(ours![column], limit![column])))]))
  }
  print(`input to paint at 4x CPU, p95: search ${latencies.search} ms, grouping ${latencies.grouping} ms, a day ${latencies.day} ms\n`)
}

/** How main-thread time grows from one size to the next: 1 = in proportion. */
function tellGrowth(results: readonly SizeResult[]): void {
  for (const [index, after] of results.entries()) {
    const before = results[index - 1]
    if (!before) continue
    const task = ({ rows }: SizeResult) => rows[0]!.visit.task
    const size = ({ components, incidents }: SizeResult) => components + incidents
    const exponent = Math.log(task(after) / task(before)) / Math.log(size(after) / size(before))
    print(`growth of main-thread time from ${before.components} to ${after.components} components: exponent ${exponent.toFixed(2)}\n`)
  }
}

const browser = await launchBrowser(await findBrowser())
try {
  const machine = `${cpus().length} cores, Chromium ${browser.version()}, median of ${runs}`
  print(`${machine}; slow = ${SLOW.cpu}x CPU, ${SLOW.kbitPerSecond} kbit/s, ${SLOW.latencyMs} ms\n`)
  if (values.url) {
    const pages = [{ page: values.url, url: values.url, wanted: { visible: values.selector.split(';') } }]
    print(line(['', ...COLUMNS]))
    for (const speed of ['fast', 'slow'] as const)
      for (const { visit: figures } of await measureInTurn(browser, pages, speed))
        print(line([`that page, ${speed}`, ...COLUMNS.map(column => shown(figures[column]))]))
  } else {
    const results: SizeResult[] = []
    for (const size of values.sizes.split(',')) {
      const [components, incidents] = size.split('/').map(Number)
      const result = await measureSize(browser, components!, incidents!)
      tell(result)
      results.push(result)
    }
    tellGrowth(results)
    if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, date: new Date().toISOString(), results }, null, 2)}\n`)
  }
} finally {
  await browser.close()
}
