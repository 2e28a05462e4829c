import { describe, expect, it } from 'vitest'
import { ApiError, type ApiCall, type ApiErrorKind } from '@/domain/apiError'
import { saveOutcome } from '@/domain/saveOutcome'

const outcome = (method: ApiCall['method'], kind: ApiErrorKind, status?: number) =>
  saveOutcome(new ApiError(kind, { method, path: '/incidents' }, { status }))

describe('a write', () => {
  it.each([
    ['rejected', 400],
    ['unauthorized', 401],
    ['unauthorized', undefined],
    ['forbidden', 403],
    ['notFound', 404],
    ['unsupported', 405],
    ['conflict', 409],
    ['conflict', 412],
    ['rejected', 422],
    ['rejected', 429],
    ['unsupported', 501],
    ['rejected', undefined],
  ] as const)('that was %s (%s) is not saved', (kind, status) => {
    for (const method of ['POST', 'PATCH', 'DELETE'] as const)
      expect(outcome(method, kind, status)).toEqual({ saved: 'no', retry: 'now' })
  })

  it.each([
    ['network', undefined],
    ['timeout', undefined],
    ['malformed', 200],
    ['malformed', 201],
    ['malformed', 302],
    ['rejected', 408],
    ['server', 500],
    ['server', 502],
    ['server', 503],
    ['server', 504],
  ] as const)('that failed by %s (%s) may be saved: a POST is never repeated unasked', (kind, status) => {
    expect(outcome('POST', kind, status)).toEqual({ saved: 'unknown', retry: 'ask' })
    expect(outcome('PATCH', kind, status)).toEqual({ saved: 'unknown', retry: 'afterReading' })
    expect(outcome('DELETE', kind, status)).toEqual({ saved: 'unknown', retry: 'afterReading' })
  })

  it('is what saves, a read never does', () => {
    expect(outcome('GET', 'timeout')).toEqual({ saved: 'no', retry: 'now' })
  })
})
