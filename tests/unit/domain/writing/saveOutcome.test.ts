import { describe, expect, it } from 'vitest'
import { ApiError, type ApiCall, type ApiErrorKind } from '@/domain/apiError'
import { mayBeSaved } from '@/domain/writing/saveOutcome'

const maybe = (method: ApiCall['method'], kind: ApiErrorKind, status?: number) =>
  mayBeSaved(new ApiError(kind, { method, path: '/incidents' }, { status }))

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
    for (const method of ['POST', 'PATCH', 'DELETE'] as const) expect(maybe(method, kind, status)).toBe(false)
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
  ] as const)('that failed by %s (%s) may be saved', (kind, status) => {
    for (const method of ['POST', 'PATCH', 'DELETE'] as const) expect(maybe(method, kind, status)).toBe(true)
  })

  it('is what saves, a read never does', () => {
    expect(maybe('GET', 'timeout')).toBe(false)
  })
})
