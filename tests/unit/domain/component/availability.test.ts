import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availability, daysObserved } from '@/domain/component/availability'
import { impactSpans, observedSpans, segmentsOf, type Segment } from '@/domain/component/componentHistory'
import type { Incident } from '@/domain/incident/incident'
import { severityScale, type ScaleOptions } from '@/domain/severity/severity'
import { DAY_MS, DEGRADED, MAINTENANCE, NOTICE, OUTAGE, UNKNOWN, impact, incident, level, span, threeBands } from '../builders'

const WINDOW = span(0, 100_000)
const lasting = (beganAt: number | null, endedAt: number | null, severity: number | null = OUTAGE) =>
  incident({ beganAt, endedAt, impacts: [impact(severity)] })
const of = (incidents: Incident[], { observed = [WINDOW], window = WINDOW, ...options }: Given = {}) => {
  const scale = severityScale(threeBands, options)
  return availability(segmentsOf(impactSpans(incidents, scale).get('web') ?? [], scale), observed, window)
}
type Given = ScaleOptions & { observed?: readonly { start: number; end: number }[]; window?: { start: number; end: number } }

describe('availability', () => {
  it('is 100 % where nothing was lost', () => {
    expect(of([])).toEqual({ basisPoints: 10_000, observedMs: 100_000, lostMs: 0 })
  })

  it('is no number where nothing was observed', () => {
    expect(of([], { observed: [] })).toBeNull()
    expect(of([lasting(0, 10)], { observed: [span(200_000, 300_000)] })).toBeNull()
    expect(of([], { window: span(0, 0) })).toBeNull()
  })

  it.each([
    ['a good band', NOTICE, 10_000],
    ['maintenance', MAINTENANCE, 10_000],
    ['a band', DEGRADED, 9_000],
    ['the worst band', OUTAGE, 9_000],
    ['an unknown severity', UNKNOWN, 9_000],
  ])('after a tenth of the time with %s', (_, severity, expected) => {
    expect(of([lasting(0, 10_000, severity)])!.basisPoints).toBe(expected)
  })

  it('weighs what the configuration says', () => {
    const overrides = { notice: { weight: 10 }, degraded: { weight: 50 }, outage: { weight: 0 } }
    const after = (severity: number | null) => of([lasting(0, 10_000, severity)], { overrides, unknownWeight: 20 })!.basisPoints
    expect([NOTICE, DEGRADED, OUTAGE, UNKNOWN].map(after)).toEqual([9_900, 9_500, 10_000, 9_800])
  })

  it('counts the largest weight of what overlaps, not the worst level and not the sum', () => {
    const overrides = { degraded: { weight: 80 }, outage: { weight: 30 } }
    const overlapping = [lasting(0, 10_000, DEGRADED), lasting(0, 10_000, OUTAGE), lasting(5_000, 10_000, DEGRADED)]
    expect(of(overlapping, { overrides })!.lostMs).toBe(8_000)
  })

  it('keeps maintenance in the observed time, and counts an outage during it', () => {
    expect(of([lasting(0, 50_000, MAINTENANCE), lasting(10_000, 20_000)])).toEqual({
      basisPoints: 9_000,
      observedMs: 100_000,
      lostMs: 10_000,
    })
  })

  it('is cut to the window and to what was observed, for open incidents as well', () => {
    const open = lasting(null, null)
    expect(of([open])!.basisPoints).toBe(0)
    expect(of([open], { observed: [span(-500, 20), span(90, 5_000_000)], window: span(0, 100) })).toMatchObject({
      observedMs: 30,
      lostMs: 30,
    })
    expect(of([lasting(-50, 10)], { window: span(0, 100) })!.lostMs).toBe(10)
  })

  it('does not count what is lost outside what was observed', () => {
    expect(of([lasting(0, 40_000)], { observed: [span(40_000, 100_000)] })!.basisPoints).toBe(10_000)
  })

  it('is cut, never rounded: one lost millisecond of 90 days is not 100 %', () => {
    const quarter = span(0, 90 * DAY_MS)
    expect(of([lasting(5, 6)], { observed: [quarter], window: quarter })!.basisPoints).toBe(9_999)
    expect(of([lasting(0, 90 * DAY_MS - 1)], { observed: [quarter], window: quarter })!.basisPoints).toBe(0)
    expect(of([lasting(0, 1)], { observed: [span(0, 3)], window: span(0, 3) })!.basisPoints).toBe(6_666)
  })

  it('is not lowered by an incident of zero length, nor by one that ends before it begins', () => {
    expect(of([lasting(5, 5), lasting(7, 6)])).toEqual({ basisPoints: 10_000, observedMs: 100_000, lostMs: 0 })
  })

  it('slides with now: of an outage that goes on, only the past counts', () => {
    const observed = observedSpans([span(0, 200_000)], null, 50_000)
    expect(of([lasting(40_000, null)], { observed, window: span(30_000, 90_000) })).toMatchObject({
      observedMs: 20_000,
      basisPoints: 5_000,
    })
  })

  it('is exact to the millisecond over centuries: the same as with BigInt', () => {
    const piece = fc.record({ length: fc.integer({ min: 1, max: 100 * 365 * DAY_MS }), weight: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), pieces => {
        let end = 0
        const segments = pieces.map(({ length, weight }): Segment => {
          const start = end
          end += length
          return { start, end, level: level('outage'), worstBand: level('outage'), maintenance: false, weight }
        })
        const up = pieces.reduce((sum, { length, weight }) => sum + BigInt(length) * BigInt(100 - weight), 0n)
        const window = span(0, end)
        const expected = Number((100n * up) / BigInt(end))
        expect(availability(segments, [window], window)!.basisPoints).toBe(expected)
        if (pieces.some(({ weight }) => weight)) expect(expected).toBeLessThan(10_000)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the days that an availability speaks of', () => {
  const days = [0, 1, 2].map(index => ({ date: `2026-03-0${index + 1}`, start: index * DAY_MS, end: (index + 1) * DAY_MS }))
  it.each([
    ['all', [span(0, 3 * DAY_MS)], 3 * DAY_MS, 3],
    ['not those of which nothing is known', [span(0, DAY_MS), span(2 * DAY_MS, 3 * DAY_MS)], 3 * DAY_MS, 2],
    ['those that are known in part', [span(DAY_MS - 1, DAY_MS + 1)], 3 * DAY_MS, 2],
    ['all until today, which has just begun', [span(0, 2 * DAY_MS)], 2 * DAY_MS, 3],
    ['all but today, of which nothing is known', [span(0, 2 * DAY_MS)], 2 * DAY_MS + 1, 2],
    ['none', [], 3 * DAY_MS, 0],
  ])('%s', (_, observed, now, count) => {
    expect(daysObserved(days, observed, now)).toBe(count)
  })
})
