import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import {
  askedAt,
  CATALOG_MS,
  faults,
  type MatrixFault,
  type MatrixRead,
  NOW,
  POLL_MS,
  saidAllClear,
  settled,
  watchPage,
} from '../support/browser/faultMatrix'
import { reads } from '../support/browser/faultMatrixReads'
import { keeps } from '../support/browser/kept'
import { openStatusPage, type OpenedStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

// Longer than the ten seconds of a slow answer.
const REQUEST_TIMEOUT_MS = 12_000
// The first try after a failure comes after five seconds, give or take a quarter (src/stores/polling.ts).
const RETRY_MS = { first: 3_750, last: 6_250 }
const LANES = 2

const inSeconds = (ms: number) => (ms / 1000).toFixed(1)
/** How many cells of each read passed. A second try begins anew. */
const passed = new Map<MatrixRead, number>()
const delays: number[] = []

interface Cell {
  readonly read: MatrixRead
  readonly fault: MatrixFault
  readonly phase: 'first load' | 'refresh'
}

/** Waits until the fault has struck, and lets the time pass that it takes. */
async function suffer({ read, fault }: Cell, { page, server }: OpenedStatusPage, before: number) {
  const strikes = () => server.requests.filter(({ path }) => read.path.test(path)).length
  await expect.poll(strikes, { timeout: 10_000 }).toBeGreaterThan(before)
  // Time that passes for this read would pass for the others too, and a busy machine answers them late.
  if (fault.kind === 'timeout' || fault.kind === 'slow') await settled(page, read.path)
  if (fault.kind === 'timeout') await page.clock.runFor(REQUEST_TIMEOUT_MS)
  if (fault.kind === 'slow') await page.clock.fastForward(10_000)
}

/** What the page must say while the fault stands. */
async function expectTold(cell: Cell, { page }: OpenedStatusPage, waitedMs: number) {
  const { read, fault, phase } = cell
  const isMissing = fault.told === 'notFound'
  await read.others(page).waitFor()
  if (isMissing && read.gone) return read.gone(page).waitFor()
  const notice = read.failure(page)
  await notice
    .getByText(say(`error.${fault.told!}`))
    .first()
    .waitFor()
  const text = await notice.innerText()
  if (read.name) expect(text.toLowerCase()).toContain(read.name.toLowerCase())
  const hasOlder = phase === 'refresh' && !read.once && !(isMissing && read.forgetsOnNotFound)
  if (hasOlder) {
    const minutes = Math.floor(waitedMs / 60_000)
    const ago = minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
    expect(text).toContain(read.age?.(ago) ?? say('error.shown', { ago }))
    await read.kept(page).waitFor()
  } else if (!read.age) expect(text).toContain(read.nothing ?? say('error.nothing'))
  const words = `${await page.title()} ${await page.getByRole('heading', { level: 1 }).innerText()}`
  expect(words, 'called fine').not.toContain(say('banner.operational'))
}

/** Says itself that the fault is over, without a hand on the page. */
async function expectRecovery({ read, fault, phase }: Cell, { page, server }: OpenedStatusPage) {
  const failedAt = await askedAt(page, read.path)
  server.setFaults([])
  // It has come by now, if late.
  if (fault.kind === 'slow') return
  if (!fault.told && read.perVisit) {
    await page.reload()
    return read.shown(page).waitFor()
  }
  const isFast = fault.told && fault.told !== 'notFound'
  const isPart = fault.told && read.everyMs === CATALOG_MS
  if (isFast) await page.clock.runFor(RETRY_MS.last)
  else await page.clock.fastForward((isPart ? POLL_MS : (read.refusedMs ?? read.everyMs)) + 1_000)
  await expect.poll(async () => (await askedAt(page, read.path)).length, { timeout: 10_000 }).toBeGreaterThan(failedAt.length)
  await settled(page)
  await read.shown(page).waitFor()
  if (fault.told) expect(await page.getByText(say(`error.${fault.told}`)).count(), 'told still').toBe(0)
  if (!isFast) return
  const delay = (await askedAt(page, read.path))[failedAt.length]! - failedAt.at(-1)!
  // What first paint asked for the page waits for only from when it is there.
  if (fault.kind === 'timeout' && phase === 'first load') return
  delays.push(delay - (fault.kind === 'timeout' ? REQUEST_TIMEOUT_MS : 0))
}

/** Loads the page anew when it has kept what it read, if it does. */
async function visitAgain(page: Page, { once }: MatrixRead): Promise<void> {
  await settled(page)
  // The browser's idle time is told by the page's clock as well.
  await page.clock.runFor(1_000)
  if (!once) await keeps(page, 'windows')
  await settled(page)
  await page.reload()
}

async function runPair(read: MatrixRead, fault: MatrixFault): Promise<void> {
  let answer = () => {}
  const standing = () => {
    const until = new Promise<void>(resolve => (answer = resolve))
    return [{ path: read.path, kind: fault.kind, until }]
  }
  const opened = await openStatusPage({
    now: NOW,
    path: read.page ?? '',
    server: { data: read.data(), quirks: read.quirks ?? false },
    faults: standing(),
    initScripts: [watchPage],
    // Time passes where the test lets it pass.
    prepare: context => context.clock.pauseAt(NOW + 1_000),
    config: {
      pollIntervalSeconds: POLL_MS / 1000,
      requestTimeoutSeconds: REQUEST_TIMEOUT_MS / 1000,
      staleAfterSeconds: 86_400,
      ...read.config,
    },
  })
  const { page, context, server, expectProblem } = opened
  if (fault.problem) expectProblem(fault.problem)

  async function run(phase: Cell['phase'], before: number, waitedMs: number) {
    const cell = { read, fault, phase }
    await suffer(cell, opened, before)
    if (fault.told) await expectTold(cell, opened, waitedMs)
    // Until an open page knows of a fault it says what it knew; before the first answer it knows nothing.
    if (phase === 'first load' && read.deciding && fault.kind !== 'nulls')
      expect(await saidAllClear(page), 'called fine').toBe(false)
    answer()
    if (!fault.told) await (fault.kind === 'nulls' ? (read.nulls ?? read.shown) : read.shown)(page).first().waitFor()
    await settled(page)
    await expectRecovery(cell, opened)
    passed.set(read, passed.get(read)! + 1)
  }

  await run('first load', 0, 0)
  const before = server.requests.filter(({ path }) => read.path.test(path)).length
  server.setFaults(standing())
  if (read.change) server.store.write(read.change)
  const waitedMs = read.everyMs + 1_000
  await page.clock.fastForward(waitedMs)
  if (read.perVisit) await visitAgain(page, read)
  await run('refresh', before, waitedMs)
  await context.close()
  await server.close()
}

// All pairs are component tests (tests/component/faults). Here each fault meets a real browser once, and each read one fault.
const EVERY_FAULT = 'GET /incidents'
const faultsOf = (name: string) => (name === EVERY_FAULT ? faults : faults.filter(({ kind }) => kind === 500))

/** Some pairs at a time; what went wrong in one does not hide the others. */
async function runAll(name: string, read: MatrixRead): Promise<string[]> {
  const waiting = [...faultsOf(name)]
  const wrong: string[] = []
  const lane = async () => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift())
      await runPair(read, fault).catch((error: unknown) => wrong.push(`${fault.kind}: ${String(error)}`))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return wrong
}

describe('every fault and every read, on first load and on refresh', () => {
  test.each(Object.entries(reads))('%s', { timeout: 150_000 }, async (name, read) => {
    passed.set(read, 0)
    expect(await runAll(name, read)).toEqual([])
  })

  afterAll(() => {
    const [least, most] = [Math.min(...delays), Math.max(...delays)] as const
    const told = faults.map(({ kind, told: as }) => `${kind} → ${as ?? 'shown'}`).join(', ')
    const lines = Object.entries(reads).map(([name, read]) => `${name}: ${passed.get(read) ?? 0} of ${2 * faultsOf(name).length}`)
    const cells = [...passed.values()].reduce((sum, count) => sum + count, 0)
    process.stdout.write(`\nFault matrix (${told})\n${lines.join('\n')}\n`)
    process.stdout.write(`${cells} cells told and recovered; first retries after ${inSeconds(least)} to ${inSeconds(most)} s\n`)
    expect(least).toBeGreaterThanOrEqual(RETRY_MS.first)
    expect(most).toBeLessThanOrEqual(RETRY_MS.last)
    expect(most - least, 'pages that failed together come back together').toBeGreaterThan(1_000)
    expect(cells).toBe(2 * (faults.length + Object.keys(reads).length - 1))
  })
})
