import { expect } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import type { DemoData } from '@/demo/data'
import type { Fault, FaultKind } from '@/demo/http/faults'
import type { ApiErrorKind } from '@/domain/apiError'
import { say } from './browser/texts'

export const POLL_MS = 60_000
/** Severities, phases and impact types are read again after this time, and so is what the server refused. */
export const CATALOG_MS = 15 * 60_000
/** A week of bars is read as ninety days are, and drawn faster. */
export const HISTORY_DAYS = 7
export const SLOW_MS = 10_000
/** Longer than a slow answer takes. */
export const REQUEST_TIMEOUT_MS = 12_000
// The first try after a failure comes after five seconds, give or take a quarter (src/api/polling.ts).
export const RETRY_MS = { first: 3_750, last: 6_250 }

/** Where something is on a page, in words that a browser and a document in memory both understand. */
export interface Place {
  readonly inside?: Place
  readonly testId?: string
  readonly role?: 'heading' | 'link' | 'slider' | 'main' | 'listitem'
  readonly name?: string
  readonly level?: 1
  /** The step that is the current one. */
  readonly isCurrent?: true
  readonly text?: string
}

export interface MatrixFault {
  readonly kind: FaultKind
  /** What the page tells; null where the answer counts, late or without its facts. */
  readonly told: ApiErrorKind | null
  /** What a browser itself writes to the console. */
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
  readonly failure: Place
  /** What the failing part is called there. */
  readonly name?: string
  /** There whatever becomes of this read. */
  readonly others: Place
  /** There when this read succeeded. */
  readonly shown: Place
  /** There while a refresh fails: what was shown before. */
  readonly kept: Place
  /** There when the answer has no facts; what `shown` says where missing. */
  readonly nulls?: Place
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
  readonly gone?: Place
  /** What the page says where it has nothing older; the usual sentence where missing. */
  readonly nothing?: string
  /** How the age of what is shown instead is told. */
  readonly age?: (ago: string) => string
}

export const phases = ['first load', 'refresh'] as const
export interface Cell {
  readonly read: MatrixRead
  readonly fault: MatrixFault
  readonly phase: (typeof phases)[number]
}

export const matrixConfig = ({ config }: Pick<MatrixRead, 'config'>): Partial<ConfigInput> => ({
  pollIntervalSeconds: POLL_MS / 1000,
  requestTimeoutSeconds: REQUEST_TIMEOUT_MS / 1000,
  staleAfterSeconds: 86_400,
  historyDays: HISTORY_DAYS,
  ...config,
})

/** The fault as it stands until it is `over`, which is when a late answer comes. */
export const standing = ({ path }: MatrixRead, { kind }: MatrixFault, over: Promise<unknown>): Fault[] => [
  { path, kind, until: over },
]

const errorTexts = new Map(faults.map(({ told }) => [told, told && say(`error.${told}`)]))
/** How the page tells of the fault; null where it does not. */
export const errorText = ({ told }: MatrixFault) => errorTexts.get(told) ?? null
/** What the page must say where it tells of the failure, and what it still shows. */
export function expectedNotice({ read, fault, phase }: Cell, waitedMs: number): { texts: string[]; kept: Place | null } {
  const texts = [errorText(fault)!, ...(read.name ? [read.name] : [])]
  const hasOlder = phase === 'refresh' && !read.once && !(fault.told === 'notFound' && read.forgetsOnNotFound)
  if (!hasOlder) return { texts: read.age ? texts : [...texts, read.nothing ?? say('error.nothing')], kept: null }
  const minutes = Math.floor(waitedMs / 60_000)
  const ago = minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  return { texts: [...texts, read.age?.(ago) ?? say('error.shown', { ago })], kept: read.kept }
}

/** There as soon as the answer counts: late, or without its facts. */
export const answerPlace = ({ fault, read }: Cell) => (fault.kind === 'nulls' ? (read.nulls ?? read.shown) : read.shown)

/** What is told of by itself is asked for again soon; where the server says that there is nothing, as usual. */
export const isRetriedSoon = ({ told }: MatrixFault) => told !== null && told !== 'notFound'

/** Milliseconds until the read is made again where nothing hurries it. */
export const nextReadMs = ({ read, fault }: Cell) =>
  (fault.told && read.everyMs === CATALOG_MS ? POLL_MS : (read.refusedMs ?? read.everyMs)) + 1_000

/** Counts the cells that passed and the delays of the first retries, and says them. */
export function createTally(title: string) {
  const passed = new Map<string, number>()
  const delays: number[] = []
  const inSeconds = (ms: number) => (ms / 1000).toFixed(1)
  return {
    pass: (name: string) => void passed.set(name, (passed.get(name) ?? 0) + 1),
    retriedAfter: (ms: number) => void delays.push(ms),
    /** @param cells how many there are, by the name of the read */
    conclude(cells: ReadonlyMap<string, number>) {
      const [least, most] = [Math.min(...delays), Math.max(...delays)] as const
      const told = faults.map(({ kind, told: as }) => `${kind} → ${as ?? 'shown'}`).join(', ')
      const lines = [...cells].map(([name, count]) => `${name}: ${passed.get(name) ?? 0} of ${count}`)
      const sum = [...passed.values()].reduce((total, count) => total + count, 0)
      process.stdout.write(`\n${title} (${told})\n${lines.join('\n')}\n`)
      process.stdout.write(`${sum} cells told and recovered; first retries after ${inSeconds(least)} to ${inSeconds(most)} s\n`)
      expect(least).toBeGreaterThanOrEqual(RETRY_MS.first)
      expect(most).toBeLessThanOrEqual(RETRY_MS.last)
      expect(most - least, 'pages that failed together come back together').toBeGreaterThan(1_000)
      expect(passed).toEqual(new Map(cells))
    },
  }
}
