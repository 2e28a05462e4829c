import type { ApiError } from '@/domain/apiError'

/**
 * Whether the server may have saved a write that failed, so that it must not be repeated blindly (docs/domain.md, "Unknown outcomes").
 * Only a refusal is certain (4xx, 405, 501, or no token to send). Not so a timeout, a dropped connection, a success that cannot be
 * read, and every other 5xx: the reference server answers 500 for refusals and, in one release, for writes with a phase, so that
 * nobody can tell. What only reads saves nothing.
 */
export function mayBeSaved({ kind, status, call }: Pick<ApiError, 'kind' | 'status' | 'call'>): boolean {
  return call.method !== 'GET' && !isRefusal(kind, status)
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
    case 'tooManyRequests':
      return true
    case 'network':
    case 'timeout':
    case 'server':
    case 'malformed':
      return false
  }
}
