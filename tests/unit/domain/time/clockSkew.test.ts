import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockDoubt, correctionFor, isSkewed, skewOf, type HostAnswer } from '@/domain/time/clockSkew'
import { MINUTE_MS, NOW } from '../../../support/clock'

const dated = (instant: number) => new Date(instant).toUTCString()
/** An answer that took a tenth of a second. */
const answer = (overrides: Partial<HostAnswer> = {}): HostAnswer => ({
  sentAt: NOW,
  receivedAt: NOW + 100,
  date: dated(NOW),
  age: null,
  ...overrides,
})

describe('the skew', () => {
  it.each([
    ['the same time', answer(), 0],
    ['a second that is not over yet', answer({ date: dated(NOW - 1000) }), 0],
    ['an answer out of a cache that tells its age', answer({ date: dated(NOW - 3600_000), age: '3600' }), 0],
    ['a device that is ahead', answer({ date: dated(NOW - 10 * MINUTE_MS) }), 10 * MINUTE_MS - 2000],
    ['a device that is behind', answer({ date: dated(NOW + 10 * MINUTE_MS) }), -10 * MINUTE_MS + 100],
    ['an age that is none', answer({ date: dated(NOW - 10 * MINUTE_MS), age: 'old' }), 10 * MINUTE_MS - 2000],
    ['no date', answer({ date: null }), null],
    ['a date that is none', answer({ date: 'yesterday' }), null],
    ['an answer over which the device slept', answer({ receivedAt: NOW + 61_000 }), null],
    ['a clock that was set back meanwhile', answer({ receivedAt: NOW - 1 }), null],
  ])('%s', (_, given, skew) => expect(skewOf(given)).toBe(skew))

  it('is never further from the truth than the answer took, and never larger', () => {
    const ms = fc.integer({ min: 0, max: 50_000 })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), ms, ms, fc.integer({ min: 0, max: 86_400 }), (skew, there, back, age) => {
        // The host puts its date down when the request arrives there, or has put it down `age` seconds before.
        const host = NOW + there
        const date = dated(Math.floor((host - age * 1000) / 1000) * 1000)
        const given = { sentAt: NOW + skew, receivedAt: NOW + there + back + skew, date, age: String(age) }
        const found = there + back > 60_000 ? null : skewOf(given)
        if (found === null) return
        expect(Math.abs(found)).toBeLessThanOrEqual(Math.abs(skew))
        expect(Math.abs(found - skew)).toBeLessThanOrEqual(there + back + 2000)
      }),
    )
  })

  it.each([
    [null, false],
    [0, false],
    [2 * MINUTE_MS, false],
    [2 * MINUTE_MS + 1, true],
    [-2 * MINUTE_MS - 1, true],
  ])('%s is worth a word: %s', (skew, isOne) => expect(isSkewed(skew)).toBe(isOne))
})

describe('the doubt', () => {
  const m = MINUTE_MS
  it.each([
    ['nothing known', null, null, null, 0],
    ['a clock that is right', 0, NOW - m, null, 0],
    ['ahead', 10 * m, NOW - 60 * m, { kind: 'ahead', byMs: 10 * m }, -10 * m],
    ['behind', -10 * m, null, { kind: 'behind', byMs: 10 * m }, 10 * m],
    ['behind, as the status server has it as well', -10 * m, NOW + 9 * m, { kind: 'behind', byMs: 10 * m }, 10 * m],
    ['an update made after what the host takes for now', 10 * m, NOW - 5 * m, { kind: 'disputed', byMs: 10 * m }, 0],
    ['an update of the time to come', null, NOW + 5 * m, { kind: 'future', byMs: 5 * m }, 0],
    ['the same, and a host that agrees with the device', 0, NOW + 5 * m, { kind: 'future', byMs: 5 * m }, 0],
    ['an update within the tolerance', null, NOW + 2 * m, null, 0],
  ])('%s', (_, skew, newest, doubt, correction) => {
    const found = clockDoubt(skew, newest, NOW)
    expect(found).toEqual(doubt)
    expect(correctionFor(found)).toBe(correction + 0)
  })
})
