import { describe, expect, it } from 'vitest'
import { createHold, retryAfterMs } from '@/api/retryAfter'
import { ApiError } from '@/domain/apiError'

const SERVER = Date.parse('2026-03-10T12:00:00Z')
const HOUR_MS = 3_600_000
const wait = (value: string, now: number, date?: string) =>
  retryAfterMs({ status: 429, headers: new Headers({ 'Retry-After': value, ...(date && { Date: date }) }) }, now)
const dated = (ms: number) => new Date(SERVER + ms).toUTCString()

describe('the time that a server asks for', () => {
  it.each([0, -3 * HOUR_MS, 3 * HOUR_MS])('as a date is one of its own clock, the device being %i ms beside it', skew => {
    expect(wait(dated(120_000), SERVER + skew, dated(0))).toBe(120_000)
  })

  it.each([undefined, 'soon'])('as a date goes by the device where the server does not tell its own: %s', date => {
    expect(wait(dated(120_000), SERVER, date)).toBe(120_000)
  })

  it.each(['-5', '1e9', 'soon', '120, 120', '120s', '0', 'Sat, 01 Jan 2000 00:00:00 GMT'])('is none: %s', value => {
    expect(wait(value, SERVER)).toBeUndefined()
  })

  it.each(['99999999999999999999', 'Fri, 01 Jan 2100 00:00:00 GMT'])('is an hour at most: %s', value => {
    expect(wait(value, SERVER)).toBe(HOUR_MS)
  })

  it('is the longest of those of answers that were under way together', () => {
    let now = 0
    const hold = createHold(() => now)
    const call = { method: 'GET', path: '/incidents?start=1' } as const
    const asks = (retryAfter: number) => new ApiError('tooManyRequests', call, { status: 429, retryAfterMs: retryAfter })
    hold.note(asks(120_000))
    hold.note(asks(1_000))
    now = 119_999
    expect(() => hold.check('/incidents')).toThrow(ApiError)
    now = 120_000
    expect(() => hold.check('/incidents')).not.toThrow()
  })
})
