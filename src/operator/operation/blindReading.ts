import { ApiError } from '@/domain/apiError'

/**
 * Whether a write may go out although this read before it failed: the server could not be asked, which says nothing about what is
 * there. That something is gone, or asks for a login, is an answer.
 */
export function isBlindAllowed(thrown: unknown): boolean {
  return thrown instanceof ApiError && ['network', 'timeout', 'server', 'malformed', 'tooManyRequests'].includes(thrown.kind)
}
