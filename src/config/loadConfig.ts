import type { BrokenJsonReason } from './locateJsonError'
import { parseConfig } from './parseConfig'
import type { ConfigProblem } from './problem'
import type { SiteConfig } from './siteConfig'

/** What became of `config.json`; every kind has its own message on the page. */
export type ConfigResult =
  | { readonly kind: 'ok'; readonly config: SiteConfig; readonly warnings: readonly ConfigProblem[] }
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
}

const TIMEOUT_MS = 15_000

const readText = async (text: string, url: string): Promise<ConfigResult> => {
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
  const { config, problems, warnings } = parseConfig(input)
  return config ? { kind: 'ok', config, warnings } : { kind: 'invalid', url, problems, warnings }
}

const download = async (url: string, fetch: typeof globalThis.fetch): Promise<string | ConfigResult> => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    // An edited file must not be hidden by a copy that some cache still thinks fresh.
    const response = await fetch(url, { cache: 'no-cache', signal: abort.signal })
    if (response.status === 404 || response.status === 410) return { kind: 'missing', url }
    if (!response.ok) return { kind: 'unreachable', url, status: response.status }
    const text = await response.text()
    return /^\uFEFF?\s*</.test(text) ? { kind: 'missing', url } : text
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { kind: 'unreachable', url, detail: abort.signal.aborted ? 'timeout' : detail }
  } finally {
    clearTimeout(timer)
  }
}

/** Reads the runtime configuration, from the page itself or from `config.json` beside it. Never throws. */
export const loadConfig = async ({ fetch, baseUrl, inline }: ConfigSource): Promise<ConfigResult> => {
  if (inline !== undefined && inline.trim() !== '') return readText(inline, new URL('#scs-config', baseUrl).href)
  const url = new URL('config.json', baseUrl).href
  const text = await download(url, fetch)
  return typeof text === 'string' ? readText(text, url) : text
}
