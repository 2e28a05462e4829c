import { ApiError } from '@/domain/apiError'

// A header that asks for days is a mistake, or worse: nobody would hear of the end of an outage.
const LONGEST_MS = 3_600_000

/**
 * How long the server asks to be left alone (RFC 9110, 10.2.3: seconds, or an HTTP date), milliseconds; undefined where it does not, or
 * where the page may not read the header (CORS).
 * @param now epoch milliseconds
 */
export function retryAfterMs({ status, headers }: Pick<Response, 'status' | 'headers'>, now: number): number | undefined {
  const value = status === 429 || status === 503 ? headers.get('Retry-After')?.trim() : undefined
  if (!value) return undefined
  // A date is one of the server's clock, which a device's may be hours beside.
  const sent = Date.parse(headers.get('Date') ?? '') || now
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - sent
  return ms > 0 ? Math.min(ms, LONGEST_MS) : undefined
}

/**
 * Leaves alone what a server asked to be left alone: a read of the same path fails with the same error until the time is over, and
 * nothing is sent. All readers of one client share it, so that no other part of the page asks instead.
 */
export function createHold(now: () => number = () => performance.now()) {
  const held = new Map<string, { readonly until: number; readonly error: ApiError }>()
  const pathOf = (path: string) => path.replace(/\?.*/, '')
  return {
    /** @throws the error that the server gave, while its time is not over */
    check(path: string): void {
      const one = held.get(pathOf(path))
      if (!one) return
      if (now() < one.until) throw one.error
      held.delete(pathOf(path))
    },
    note(error: unknown): void {
      if (!(error instanceof ApiError) || error.retryAfterMs === undefined || error.call.method !== 'GET') return
      const path = pathOf(error.call.path)
      const until = now() + error.retryAfterMs
      // Of answers that were under way together the longest time counts.
      if (until > (held.get(path)?.until ?? -Infinity)) held.set(path, { until, error })
    },
  }
}
