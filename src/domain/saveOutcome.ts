import type { ApiError } from './apiError'

/** What is known about a write that failed. */
export interface SaveOutcome {
  /** `unknown`: the server may have saved it all the same. */
  readonly saved: 'no' | 'unknown'
  /**
   * How the same write may go out again: `now` (certainly not saved), `afterReading` (PATCH and DELETE may be repeated, once
   * the object has been read again), `ask` (a POST would make a second one: look for it with findSame, then ask).
   */
  readonly retry: 'now' | 'afterReading' | 'ask'
}

/**
 * Judges a failed write. Only a refusal (4xx, 405, 501, or no token to send) is certain. Unknown are a timeout, a dropped
 * connection, a success that cannot be read, and every other 5xx: the reference server answers 500 for refusals and, in one
 * release, for writes with a phase, so that nobody can tell (servers.md).
 */
export function saveOutcome({ kind, status, call }: Pick<ApiError, 'kind' | 'status' | 'call'>): SaveOutcome {
  if (call.method === 'GET' || isRefusal(kind, status)) return { saved: 'no', retry: 'now' }
  return { saved: 'unknown', retry: call.method === 'POST' ? 'ask' : 'afterReading' }
}

function isRefusal(kind: ApiError['kind'], status: number | undefined): boolean {
  // A proxy says so when it has waited long enough for either side.
  if (status === 408) return false
  switch (kind) {
    case 'unauthorized':
    case 'forbidden':
    case 'notFound':
    case 'conflict':
    case 'unsupported':
    case 'rejected':
      return true
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
      return false
  }
}
