import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import type { DemoData } from '@/demo/data'
import type { FaultKind } from '@/demo/http/faults'
import type { ApiErrorKind } from '@/domain/apiError'
import { SHOWN_TEXT } from './page'
import { say } from './texts'

export const NOW = Date.parse('2026-03-10T12:00:00Z')
export const POLL_MS = 60_000
/** Severities, phases and impact types are read again after this time, and so is what the server refused. */
export const CATALOG_MS = 15 * 60_000

export interface MatrixFault {
  readonly kind: FaultKind
  /** What the page tells; null where the answer counts, late or without its facts. */
  readonly told: ApiErrorKind | null
  /** What the browser itself writes to the console. */
  readonly problem?: RegExp
}

export const faults: readonly MatrixFault[] = [
  { kind: 'refused', told: 'network', problem: /ERR_EMPTY_RESPONSE/ },
  { kind: 'timeout', told: 'timeout' },
  { kind: 401, told: 'unauthorized', problem: /status of 401/ },
  { kind: 403, told: 'forbidden', problem: /status of 403/ },
  { kind: 404, told: 'notFound', problem: /status of 404/ },
  { kind: 500, told: 'server', problem: /status of 500/ },
  { kind: 'html-502', told: 'server', problem: /status of 502/ },
  { kind: 'html-200', told: 'malformed' },
  { kind: 'empty', told: 'malformed' },
  { kind: 'truncated', told: 'network', problem: /ERR_CONTENT_LENGTH_MISMATCH/ },
  { kind: 'cut-json', told: 'malformed' },
  { kind: 'wrong-shape', told: 'malformed' },
  { kind: 'nulls', told: null },
  { kind: 'slow', told: null },
  { kind: 'cors', told: 'network', problem: /CORS policy|ERR_FAILED/ },
]

/** One read that a page makes. */
export interface MatrixRead {
  /** Of the request, below the base path. */
  readonly path: RegExp
  /** The page that makes it; the start page where missing. */
  readonly page?: string
  readonly data: () => DemoData
  readonly quirks?: true
  readonly config?: Partial<ConfigInput>
  /** Where the page tells that it failed. */
  readonly failure: (page: Page) => Locator
  /** What the failing part is called there. */
  readonly name?: string
  /** There whatever becomes of this read. */
  readonly others: (page: Page) => Locator
  /** There when this read succeeded. */
  readonly shown: (page: Page) => Locator
  /** There while a refresh fails: what was shown before. */
  readonly kept: (page: Page) => Locator
  /** There when the answer has no facts; what `shown` says where missing. */
  readonly nulls?: (page: Page) => Locator
  /** What the server must change, so that an open page makes this read again. */
  readonly change?: (data: DemoData) => void
  /** Milliseconds between two reads that succeed. */
  readonly everyMs: number
  /** Milliseconds until what the server refused or gave without any facts is asked for again; `everyMs` where missing. */
  readonly refusedMs?: number
  /** It is made once: an open page has nothing older. */
  readonly once?: true
  /** What answered is not asked for again before the next visit, which has what this one kept, unless it is made `once`. */
  readonly perVisit?: true
  /** Without it nobody knows whether anything is operational. */
  readonly deciding?: true
  /** What the server says does not exist is not shown any longer. */
  readonly forgetsOnNotFound?: true
  /** What the page says instead of an error where the server says that it does not exist. */
  readonly gone?: (page: Page) => Locator
  /** What the page says where it has nothing older; the usual sentence where missing. */
  readonly nothing?: string
  /** How the age of what is shown instead is told. */
  readonly age?: (ago: string) => string
}

/** An init script: notes whether the page or its title ever said that all is well, and which requests it made when, by its own clock. */
export const watchPage = `
  new MutationObserver(() => {
    if (${SHOWN_TEXT}.includes('${say('banner.operational')}')) globalThis.saidAllClear = true
  }).observe(document, { subtree: true, childList: true, characterData: true })
  globalThis.asked = []
  globalThis.awaited = new Set()
  const ask = globalThis.fetch
  globalThis.fetch = (...given) => {
    const { pathname, search } = new URL(given[0].url ?? given[0], location.href)
    const call = { path: pathname + search, at: performance.now() }
    globalThis.asked.push(call)
    globalThis.awaited.add(call)
    const answer = ask(...given)
    const over = () => globalThis.awaited.delete(call)
    answer.then(response => response.clone().text()).then(over, over)
    return answer
  }
`
interface Call {
  path: string
  at: number
}
const watched = (page: Page) =>
  page.evaluate(() => {
    const { asked, awaited } = globalThis as unknown as { asked: Call[]; awaited: Set<Call> }
    return { asked, awaited: [...awaited].map(({ path }) => path) }
  })
export const saidAllClear = (page: Page) => page.evaluate(() => 'saidAllClear' in globalThis)
/** When (milliseconds of the page's clock) requests of a path left. */
export const askedAt = async (page: Page, path: RegExp) =>
  (await watched(page)).asked.filter(each => path.test(each.path)).map(({ at }) => at)

/** Time passes until the page has taken the place of first paint, which waits a while for an answer that does not come. */
async function passFirstPaint(page: Page): Promise<void> {
  const isThere = async () => {
    if (await page.locator('#first').count()) await page.clock.runFor(200)
    return page.locator('#first').count()
  }
  await expect.poll(isThere, { timeout: 10_000, interval: 20 }).toBe(0)
}

/** Resolves when the page awaits no answer, but those that `held` fits, and has had the time to ask for more. */
export async function settled(page: Page, held?: RegExp): Promise<void> {
  await passFirstPaint(page)
  let calm = 0
  const look = async () => {
    const awaited = (await watched(page)).awaited.filter(path => !held?.test(path))
    calm = awaited.length ? 0 : calm + 1
    return calm > 3 ? 'calm' : `awaits ${awaited.join(', ')}`
  }
  await expect.poll(look, { timeout: 10_000, interval: 20 }).toBe('calm')
}
