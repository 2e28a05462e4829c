import { describe, expect, it } from 'vitest'
import {
  lastDaysAvailability,
  lastHoursAvailability,
  monthAvailabilities,
  type AvailabilityFacts,
} from '@/domain/component/availabilityTable'
import { startOfRecords } from '@/domain/time/calendar'
import { impactSpans, observedSpans, segmentsOf } from '@/domain/component/componentHistory'
import type { Incident } from '@/domain/incident/incident'
import { at, HOUR_MS, incident, scale, span } from '../builders'

const BERLIN = 'Europe/Berlin'
const outage = (beganAt: string, endedAt: string) => incident({ beganAt: at(beganAt), endedAt: at(endedAt) })

interface Given {
  readonly incidents?: readonly Incident[]
  readonly loaded?: AvailabilityFacts['observed']
  readonly recordsSince?: string
}
function factsAt(now: string, zone: string, { incidents = [], loaded, recordsSince }: Given = {}): AvailabilityFacts {
  const windows = loaded ?? [span(at('2020-01-01T00:00:00Z'), at('2030-01-01T00:00:00Z'))]
  return {
    segments: segmentsOf(impactSpans(incidents, scale).get('web') ?? [], scale),
    observed: observedSpans(windows, startOfRecords(recordsSince, zone), at(now)),
    now: at(now),
    zone,
  }
}
const hours = (ms: number | undefined) => (ms === undefined ? undefined : ms / HOUR_MS)

describe('the last 24 hours and the last days', () => {
  // 25 October 2026 has 25 hours in Berlin.
  const now = '2026-10-26T11:00:00Z'

  it('24 hours slide and stay 24 hours, whatever the clocks do', () => {
    expect(hours(lastHoursAvailability(factsAt('2026-10-25T11:00:00Z', BERLIN)).availability?.observedMs)).toBe(24)
    const ended = outage('2026-10-25T10:00:00Z', '2026-10-25T12:00:00Z')
    expect(hours(lastHoursAvailability(factsAt(now, BERLIN, { incidents: [ended] })).availability?.lostMs)).toBe(1)
  })

  it.each([
    [1, 12],
    [2, 12 + 25],
    [7, 12 + 25 + 5 * 24],
    [30, 12 + 25 + 28 * 24],
    [90, 12 + 25 + 88 * 24],
  ])('%d calendar days end now, a day of 25 hours included: %d hours', (days, expected) => {
    const { availability, observedShare } = lastDaysAvailability(days, factsAt(now, BERLIN))
    expect(hours(availability?.observedMs)).toBe(expected)
    expect(observedShare).toBe(1)
  })

  it('an hour down of the 37 of two such days is cut, not rounded', () => {
    const down = outage('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z')
    expect(lastDaysAvailability(2, factsAt(now, BERLIN, { incidents: [down] })).availability?.basisPoints).toBe(
      Math.floor((10_000 * 36) / 37),
    )
  })

  it('says how much is known, and gives no number where nothing is', () => {
    const half = [span(at('2026-10-26T05:00:00Z'), at('2026-10-27T00:00:00Z'))]
    expect(lastDaysAvailability(1, factsAt(now, BERLIN, { loaded: half })).observedShare).toBe(0.5)
    expect(lastDaysAvailability(7, factsAt(now, BERLIN, { loaded: [] }))).toEqual({ availability: null, observedShare: 0 })
  })

  it('has no number in the instant in which the day begins', () => {
    expect(lastDaysAvailability(1, factsAt('2026-10-25T23:00:00Z', BERLIN))).toEqual({ availability: null, observedShare: 0 })
  })
})

describe('months', () => {
  it('go back to the first one, newest first, and the open one ends now', () => {
    const months = monthAvailabilities('2025-11', factsAt('2026-02-10T12:00:00Z', 'UTC'))
    expect(months.map(({ month, isOpen }) => [month, isOpen])).toEqual([
      ['2026-02', true],
      ['2026-01', false],
      ['2025-12', false],
      ['2025-11', false],
    ])
    expect(months.map(({ availability }) => hours(availability?.observedMs))).toEqual([9.5 * 24, 31 * 24, 31 * 24, 30 * 24])
  })

  it('are those of the zone: an October in Berlin has an hour more', () => {
    const [, october] = monthAvailabilities('2026-10', factsAt('2026-11-10T12:00:00Z', BERLIN))
    expect(hours(october?.availability?.observedMs)).toBe(31 * 24 + 1)
  })

  it('share an incident that lies across their border', () => {
    const across = outage('2026-01-31T22:00:00Z', '2026-02-01T03:00:00Z')
    const months = monthAvailabilities('2026-01', factsAt('2026-03-01T00:00:00Z', 'UTC', { incidents: [across] }))
    expect(months.map(({ availability }) => hours(availability?.lostMs))).toEqual([undefined, 3, 2])
  })

  it('known in part say of how much, with a gap as well as before the records', () => {
    const loaded = [
      span(at('2025-12-17T00:00:00Z'), at('2026-01-02T00:00:00Z')),
      span(at('2026-01-03T00:00:00Z'), at('2027-01-01T00:00:00Z')),
    ]
    const months = monthAvailabilities('2025-11', factsAt('2026-02-10T12:00:00Z', 'UTC', { loaded }))
    expect(months.map(({ observedShare }) => observedShare)).toEqual([1, 30 / 31, 15 / 31, 0])
    expect(months.at(-1)?.availability).toBeNull()

    const recorded = monthAvailabilities('2025-12', factsAt('2026-02-10T12:00:00Z', 'UTC', { recordsSince: '2026-01-16' }))
    expect(recorded.map(({ observedShare, availability }) => [observedShare, availability?.basisPoints])).toEqual([
      [1, 10_000],
      [16 / 31, 10_000],
      [0, undefined],
    ])
  })

  it('never count what is to come', () => {
    const coming = outage('2026-02-11T00:00:00Z', '2026-02-12T00:00:00Z')
    const [february] = monthAvailabilities('2026-02', factsAt('2026-02-10T12:00:00Z', 'UTC', { incidents: [coming] }))
    expect(february?.availability?.basisPoints).toBe(10_000)
  })
})
