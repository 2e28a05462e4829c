import type { HostAnswer } from '@/domain/time/clockSkew'
import type { BrokenJsonReason } from './locateJsonError'
import { checksum } from './checksum'
import type { ConfigProblem } from './problem'
import type { ParsedSite } from './schema'
import { siteConfigOf, type SiteConfig } from './siteConfig'

/** What became of `config.json`; every kind has its own message on the page. */
export type ConfigResult =
  | {
      readonly kind: 'ok'
      readonly config: SiteConfig
      readonly warnings: readonly ConfigProblem[]
      /** What the host said about the time with the file; null = nobody asked the host, missing = nobody shall. */
      readonly hostAnswer?: HostAnswer | null
    }
  /** There is no such file; hosts that answer every path with their start page count too. */
  | { readonly kind: 'missing'; readonly url: string }
  /** `status` where the host answered with an error; `detail` is what the browser said, in its own words, or "timeout". */
  | { readonly kind: 'unreachable'; readonly url: string; readonly status?: number; readonly detail?: string }
  | {
      readonly kind: 'broken'
      readonly url: string
      readonly line: number
      readonly column: number
      readonly reason: BrokenJsonReason
    }
  | {
      readonly kind: 'invalid'
      readonly url: string
      readonly problems: readonly ConfigProblem[]
      readonly warnings: readonly ConfigProblem[]
    }

interface ConfigSource {
  readonly fetch: typeof globalThis.fetch
  /** The address of the page (`document.baseURI`); `config.json` lies beside it. */
  readonly baseUrl: string
  /** The text of `<script type="application/json" id="scs-config">`; unless blank it is used in place of the file. */
  readonly inline?: string | undefined
  /** The mark on it that it is checked and complete (build/configure/inlineConfig). */
  readonly mark?: string | undefined
}

const TIMEOUT_MS = 15_000

/** Loaded only for what nobody has checked: the page of a build that was configured needs neither checks nor defaults. */
const checks = () => import('./parseConfig')

const readText = async (text: string, url: string, hostAnswer: HostAnswer | null): Promise<ConfigResult> => {
  const json = text.replace(/^\uFEFF/, '')
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch {
    // Loaded only now: a sound configuration never needs it.
    const { locateJsonError } = await import('./locateJsonError')
    const error = locateJsonError(json) ?? { line: 1, column: 1, reason: 'unexpected' as const }
    return { kind: 'broken', url, ...error }
  }
  const { parseConfig } = await checks()
  const { config, problems, warnings } = parseConfig(input)
  return config ? { kind: 'ok', config, warnings, hostAnswer } : { kind: 'invalid', url, problems, warnings }
}

/** The text, and what the host said about the time. */
type Download = readonly [text: string, hostAnswer: HostAnswer]

const download = async (url: string, fetch: typeof globalThis.fetch): Promise<Download | ConfigResult> => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    // An edited file must not be hidden by a copy that some cache still thinks fresh.
    const sentAt = Date.now()
    const response = await fetch(url, { cache: 'no-cache', signal: abort.signal })
    const receivedAt = Date.now()
    const { headers } = response
    if (response.status === 404 || response.status === 410) return { kind: 'missing', url }
    if (!response.ok) return { kind: 'unreachable', url, status: response.status }
    const text = await response.text()
    if (/^\uFEFF?\s*</.test(text)) return { kind: 'missing', url }
    return [text, { sentAt, receivedAt, date: headers.get('Date'), age: headers.get('Age') }]
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { kind: 'unreachable', url, detail: abort.signal.aborted ? 'timeout' : detail }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads the runtime configuration, from the page itself or from `config.json` beside it. Throws only where what checks it cannot be
 * loaded.
 */
export const loadConfig = async ({ fetch, baseUrl, inline, mark }: ConfigSource): Promise<ConfigResult> => {
  if (inline !== undefined && inline.trim() !== '') {
    if (mark !== checksum(inline)) return readText(inline, new URL('#scs-config', baseUrl).href, null)
    return { kind: 'ok', config: siteConfigOf(JSON.parse(inline) as ParsedSite), warnings: [], hostAnswer: null }
  }
  const url = new URL('config.json', baseUrl).href
  checks().catch(() => undefined)
  const answer = await download(url, fetch)
  return 'kind' in answer ? answer : readText(answer[0], url, answer[1])
}
