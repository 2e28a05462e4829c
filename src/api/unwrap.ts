import { retryAfterMs } from './retryAfter'
import { ApiError, type ApiCall, type ApiErrorKind } from '@/domain/apiError'

/** An answer that succeeded. `body` is the parsed JSON, undefined where the answer was empty, or the one that is known already. */
export interface Answer {
  readonly call: ApiCall
  readonly status: number
  readonly body: unknown
  /** As it came. */
  readonly text: string
  /** How long it has lain in a cache, milliseconds; missing where none says so, or the page may not read it (CORS). */
  readonly ageMs?: number
  /** The header that names a next page (RFC 8288), or a range that is not all (RFC 9110, 14.4), where one does and can be read. */
  readonly nextPage?: string
}

/** What openapi-fetch gives back with `parseAs: 'text'`. */
interface Exchange {
  readonly response: Response
  readonly data?: unknown
  readonly error?: unknown
}

interface UnwrapOptions {
  readonly loginRedirects?: boolean
  readonly known?: string | undefined
  /** What the server said, from the body of a failure; for who shows it. */
  readonly detailOf?: (body: unknown) => string | undefined
}

/**
 * The JSON of a successful answer. Judged by `response.ok` alone: openapi-fetch gives a falsy `error` for an empty 500.
 * Throws ApiError by status; `malformed` for a part of an answer (206), and for a success that is not JSON (a static host answers
 * index.html with 200), or `unauthorized` where reads need a login and the answer is a redirect to a page.
 * @param known the text of an answer that was read before: the same text is not read again, and its body is undefined, unless a header
 * says that there is more of it now
 */
export function unwrap(
  call: ApiCall,
  exchange: Exchange,
  { loginRedirects = false, known, detailOf }: UnwrapOptions = {},
): Answer {
  const { response, data, error } = exchange
  const { status } = response
  if (!response.ok)
    throw new ApiError(kindOfStatus(status), call, {
      status,
      detail: detailOf?.(error),
      retryAfterMs: retryAfterMs(response, Date.now()),
    })
  if (status === 206) throw new ApiError('malformed', call, { status, detail: 'HTTP 206 Partial Content' })
  const text = typeof data === 'string' ? data : ''
  const headers = { ...ageOf(response), ...nextPageOf(response) }
  if (text === '' || (text === known && headers.nextPage === undefined))
    return { call, status, body: undefined, text, ...headers }
  try {
    return { call, status, body: JSON.parse(text) as unknown, text, ...headers }
  } catch (cause) {
    const kind = loginRedirects && response.redirected ? 'unauthorized' : 'malformed'
    throw new ApiError(kind, call, { status, detail: detailOf?.(text), cause })
  }
}

/**
 * RFC 9111, 5.1: every shared cache says how long an answer has lain there. Not by `Date`, which a device with a wrong clock would take
 * for an age; the browser's own cache is passed by (client.ts).
 */
function ageOf({ headers }: Response): Pick<Answer, 'ageMs'> {
  const seconds = Number(headers.get('Age'))
  return seconds > 0 && seconds < 1e9 ? { ageMs: seconds * 1000 } : {}
}

// `next` as one of the relation's types, be they quoted or not.
const NEXT = /;\s*rel\s*=\s*("([^"]*\s)?next(\s[^"]*)?"|next(?=\s*([,;]|$)))/i

function nextPageOf({ headers }: Response): Pick<Answer, 'nextPage'> {
  const links = headers.get('Link') ?? ''
  if (NEXT.test(links)) return { nextPage: `Link: ${links}` }
  const range = headers.get('Content-Range') ?? ''
  const [, first, last, total] = /(\d+)-(\d+)\/(\d+)$/.exec(range.trim()) ?? []
  return Number(first) > 0 || Number(last) + 1 < Number(total) ? { nextPage: `Content-Range: ${range}` } : {}
}

/** Whatever was thrown on the way: aborts and our own errors as they are, everything else did not reach the server. */
export function asApiError(call: ApiCall, thrown: unknown): unknown {
  if (thrown instanceof ApiError || (thrown instanceof Error && thrown.name === 'AbortError')) return thrown
  return new ApiError('network', call, { cause: thrown })
}

function kindOfStatus(status: number): ApiErrorKind {
  const known = kinds[status]
  if (known) return known
  if (status >= 500) return 'server'
  if (status >= 400) return 'rejected'
  // `Response.error()` has status 0; anything else here is a redirect that nobody followed.
  return status === 0 ? 'network' : 'malformed'
}

const kinds: Readonly<Record<number, ApiErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  405: 'unsupported',
  409: 'conflict',
  412: 'conflict',
  429: 'tooManyRequests',
  501: 'unsupported',
}
