import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts'
import { LoginError, type LoginProblem } from '@/stores/provider'

/** What to tell of an error of the OpenID library, which has classes for few of them. */
export function toLoginError(cause: unknown): LoginError {
  if (cause instanceof LoginError) return cause
  if (cause instanceof ErrorResponse)
    return new LoginError('refused', cause.error_description ?? cause.error ?? undefined, { cause })
  return new LoginError(problemOf(cause), undefined, { cause })
}

function problemOf(cause: unknown): LoginProblem {
  if (cause instanceof ErrorTimeout || cause instanceof TypeError) return 'unreachable'
  if (cause instanceof SyntaxError) return 'unreadable'
  const message = cause instanceof Error ? cause.message : ''
  if (/disposed window|popup blocked/i.test(message)) return 'blocked'
  if (/popup closed/i.test(message)) return 'closed'
  // "Bad Gateway (502)": what stands in front of the provider answers in its place.
  if (/\((5\d\d|408|429)\)/.test(message)) return 'unreachable'
  return /\(\d{3}\)|Content-Type|Metadata/.test(message) ? 'unreadable' : 'invalid'
}
