import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { generateCloud } from '../support/generateCloud'
import { startDemoServer } from '@/demo/http/server'
import { findBrowser, launchBrowser } from '../support/browser/testBrowser'
import { writeBetween } from './docs'
import { startBenchHost, type BenchHost } from './host'
import { measureInTurn, visit, type MeasuredPage } from './measure'
import { INTERACTIVE, startOurSite, type Size } from './ourSite'
import { sizeName } from './results'
import { markdown, plain, type Table } from './tables'

const USAGE = `Usage: npm run build && npm run bench:published -- [options]

Publishes clouds of several sizes with scs-status and measures what comes out: how long it takes and how much memory, how large the files
are, how soon the status is visible beside a static HTML page with the same content, and what a crowd asks of the API.

  --sizes LIST  components/incidents (default: 12/30,100/300,1000/3000,5000/20000)
  --runs N      visits of each page, of which the median counts (default: 5)
  --crowd N     visitors a minute (default: 10000)
  --docs        puts the tables into docs/performance.md
`
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '12/30,100/300,1000/3000,5000/20000' },
    runs: { type: 'string', default: '5' },
    crowd: { type: 'string', default: '10000' },
    docs: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
/** As the page has it; rows that wait for no script have no names for one. */
const PUBLISHED_VISIBLE = ['h1#headline', '.st-banner[aria-busy=false]', '.st-row .st-row-state']
const say = (text: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
const kB = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en-GB')} kB`
const packed = (text: Buffer) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

/** Runs the command as anybody would, and watches how much memory it takes at most, where the system tells (Linux). */
async function publish(folder: string): Promise<{ readonly ms: number; readonly peakMB: number | null }> {
  const from = performance.now()
  const args = [
    'bin/scs-status.mjs',
    'publish',
    '--config',
    join(folder, 'status.yaml'),
    '--out',
    join(folder, 'out'),
    '--months',
    '0',
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let peakMB: number | null = null
  const timer = setInterval(() => {
    void readFile(`/proc/${String(child.pid)}/status`, 'utf8').then(
      text => (peakMB = Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? NaN) / 1000 || peakMB),
      () => undefined,
    )
  }, 20)
  const code = await new Promise<number | null>(done => child.once('exit', done))
  clearInterval(timer)
  if (code !== 0) throw new Error(`publish ended with ${String(code)}`)
  return { ms: performance.now() - from, peakMB }
}

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter(one => one.isFile()).map(one => relative(folder, join(one.parentPath, one.name)))
}

/** Puts what was published on a host, everything but the build, which is there. */
async function serve(host: BenchHost, out: string): Promise<void> {
  for (const name of await filesIn(out)) {
    if (/^(assets|badges)\//.test(name)) continue
    const text = await readFile(join(out, name), 'utf8')
    host.put(name === 'index.html' ? '' : name.replace(/index\.html$/, ''), text)
  }
}

interface Measured {
  readonly size: Size
  readonly publishMs: number
  readonly peakMB: number | null
  readonly bytes: Readonly<Record<'index.html' | 'snapshot.json', readonly [raw: number, packed: number]>>
  readonly files: number
  readonly visible: { readonly published: number; readonly static: number; readonly api: number }
  readonly interactive: number | null
  readonly apiRequests: { readonly without: number; readonly first: number; readonly only: number }
}

async function measureSize(size: Size, runs: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'scs-status-bench-'))
  const now = Date.now()
  const server = await startDemoServer({ data: generateCloud({ ...size, days: 90, now }), now: () => now })
  const site = await startOurSite(size)
  const browser = await launchBrowser(await findBrowser())
  const closing: (() => Promise<unknown>)[] = [() => browser.close(), () => site.close(), () => server.close()]
  const published = async (
    snapshot: 'first' | 'only',
  ): Promise<MeasuredPage & { readonly out: string; readonly cost: Awaited<ReturnType<typeof publish>> }> => {
    const host = await startBenchHost(server.url)
    closing.unshift(() => host.close())
    await writeFile(join(folder, 'status.yaml'), `apiUrl: ${host.url}api\ntitle: Bench\nsnapshot: ${snapshot}\n`)
    const out = join(folder, 'out')
    const cost = await publish(folder)
    await serve(host, out)
    const wanted = { visible: PUBLISHED_VISIBLE, interactive: INTERACTIVE, api: `${host.url}api/` }
    return { name: `published, ${snapshot}`, url: host.url, wanted, out, cost }
  }
  try {
    const only = await published('only')
    const bytesOf = async (name: string) => {
      const text = await readFile(join(only.out, name))
      return [text.length, packed(text)] as const
    }
    const bytes = { 'index.html': await bytesOf('index.html'), 'snapshot.json': await bytesOf('snapshot.json') }
    const files = (await filesIn(only.out)).length
    const onlyVisit = await visit(browser, only.url, only.wanted)
    const first = await published('first')
    const pages = [first, await site.staticPage(browser), await site.page()]
    const rows = await measureInTurn(browser, pages, 'slow', runs)
    const [ofFirst, ofStatic, ofApi] = rows.map(({ visit }) => visit) as [Visit, Visit, Visit]
    return {
      size,
      publishMs: only.cost.ms,
      peakMB: only.cost.peakMB,
      bytes,
      files,
      visible: { published: ofFirst.visible, static: ofStatic.visible, api: ofApi.visible },
      interactive: ofFirst.interactive,
      apiRequests: { without: ofApi.apiRequests, first: ofFirst.apiRequests, only: onlyVisit.apiRequests },
    }
  } finally {
    for (const close of closing) await close()
    await rm(folder, { recursive: true })
  }
}
type Visit = Awaited<ReturnType<typeof visit>>

/**
 * A minute of a crowd, as fast as this machine is: each visitor asks for the page and its snapshot and once more for the snapshot by its
 * mark, while the publisher reads once. What reaches the API is counted there.
 */
async function crowd(visitors: number) {
  const folder = await mkdtemp(join(tmpdir(), 'scs-status-crowd-'))
  const server = await startDemoServer({})
  const host = await startBenchHost(server.url)
  try {
    await writeFile(join(folder, 'status.yaml'), `apiUrl: ${server.url}\nsnapshot: only\n`)
    await publish(folder)
    const ofPublisher = server.requests.length
    await serve(host, join(folder, 'out'))
    const from = performance.now()
    let waiting = visitors
    let answered = 0
    const lane = async () => {
      while (waiting-- > 0)
        for (const path of ['', 'snapshot.json', 'snapshot.json']) {
          const answer = await fetch(host.url + path)
          await answer.arrayBuffer()
          if (answer.ok) answered++
        }
    }
    await Promise.all(Array.from({ length: 32 }, lane))
    return {
      visitors,
      answered,
      seconds: (performance.now() - from) / 1000,
      ofPublisher,
      ofVisitors: server.requests.length - ofPublisher,
    }
  } finally {
    await host.close()
    await server.close()
    await rm(folder, { recursive: true })
  }
}

const ms = (value: number | null) => (value === null ? '–' : `${Math.round(value)} ms`)
const sizeTable = (all: readonly Measured[]): Table => [
  [
    '',
    'status visible',
    'static HTML',
    'ratio',
    'without a snapshot',
    'ratio',
    'interactive',
    'index.html',
    'snapshot.json',
    'publishing',
    'memory',
    'files',
  ],
  ...all.map(({ size, visible, interactive, bytes, publishMs, peakMB, files }) => [
    sizeName(size),
    ms(visible.published),
    ms(visible.static),
    `${(visible.published / visible.static).toFixed(2)}×`,
    ms(visible.api),
    `${(visible.api / visible.static).toFixed(2)}×`,
    ms(interactive),
    ...(['index.html', 'snapshot.json'] as const).map(name => `${kB(bytes[name][1])} (${kB(bytes[name][0])})`),
    `${(publishMs / 1000).toFixed(1)} s`,
    peakMB === null ? '–' : `${Math.round(peakMB)} MB`,
    String(files),
  ]),
]

async function main(): Promise<void> {
  await stat('dist/index.html')
  const sizes = values.sizes.split(',').map((text): Size => {
    const [components = NaN, incidents = NaN] = text.split('/').map(Number)
    return { components, incidents }
  })
  const all: Measured[] = []
  for (const size of sizes) {
    all.push(await measureSize(size, Number(values.runs)))
    say(plain(sizeTable(all.slice(-1))))
  }
  const { visitors, answered, seconds, ofPublisher, ofVisitors } = await crowd(Number(values.crowd))
  const perVisit = all[0]!.apiRequests
  const grouped = (value: number) => value.toLocaleString('en-GB')
  const crowdTable: Table = [
    [`${grouped(visitors)} visitors a minute`, 'requests to the API', 'of it by the publisher'],
    ['`off`: each visitor asks, and once more after a minute', grouped(visitors * (perVisit.without + 2)), '0'],
    ['`first`: the same, behind the snapshot', grouped(visitors * (perVisit.first + 2) + ofPublisher), String(ofPublisher)],
    ['`only`', grouped(ofVisitors + ofPublisher), String(ofPublisher)],
  ]
  const crowdText = `The host of files answered ${grouped(answered)} requests of these visitors in ${seconds.toFixed(0)} s on this machine; ${grouped(ofVisitors)} of them reached the API. The first two rows are what one visit asks for, times the visitors.`
  process.stdout.write(`${plain(sizeTable(all))}\n${plain(crowdTable)}\n${crowdText}\n`)
  if (values.docs)
    await writeBetween(
      'What npm run bench:published -- --docs measured',
      `Measured ${new Date().toISOString().slice(0, 10)}, throttled, median of ${values.runs} visits; bytes as compressed with brotli (and as they are).\n\n${markdown(sizeTable(all))}\n${markdown(crowdTable)}\n${crowdText}\n`,
    )
}

if (values.help) process.stdout.write(USAGE)
else await main()
