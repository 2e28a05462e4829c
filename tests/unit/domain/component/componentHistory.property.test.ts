import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availability } from '@/domain/component/availability'
import type { Day } from '@/domain/time/calendar'
import { dayStatuses, impactSpans, observedSpans, segmentsOf } from '@/domain/component/componentHistory'
import type { Incident } from '@/domain/incident/incident'
import { levelOf, severityScale, worstLevel, type Level } from '@/domain/severity/severity'
import { MINUTE_MS, ids, smallIncidents, span, threeBands } from '../builders'

// The oracle asks every minute for itself what is active in it; all bounds are whole minutes, so no minute is mixed.
const MINUTES = 40
const overrides = { notice: { weight: 7 }, degraded: { weight: 33 } }
const scale = severityScale(threeBands, { overrides, unknownWeight: 50 })
const minuteOf = fc.integer({ min: -2, max: MINUTES + 2 })

const worlds = fc.record({
  incidents: smallIncidents(MINUTES),
  loaded: fc.array(
    fc.tuple(minuteOf, minuteOf).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    { minLength: 1, maxLength: 3 },
  ),
  recordsSince: fc.option(fc.integer({ min: -2, max: MINUTES / 2 })),
  now: fc.integer({ min: MINUTES / 2, max: MINUTES + 2 }),
  bounds: fc.array(fc.integer({ min: 0, max: MINUTES }), { minLength: 2, maxLength: 6 }).map(list => list.sort((a, b) => a - b)),
})
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

const observedOf = ({ loaded, recordsSince, now }: World) =>
  observedSpans(
    loaded.map(([start, end]) => span(start * MINUTE_MS, end * MINUTE_MS)),
    recordsSince === null ? null : recordsSince * MINUTE_MS,
    now * MINUTE_MS,
  )
const isObserved = ({ loaded, recordsSince, now }: World, minute: number) =>
  minute < now && minute >= (recordsSince ?? -Infinity) && loaded.some(([start, end]) => start <= minute && minute < end)

const activeLevels = ({ incidents }: World, minute: number): Level[] => {
  const t = minute * MINUTE_MS
  const active = incidents.filter(({ beganAt, endedAt }) => (beganAt ?? -Infinity) <= t && t < (endedAt ?? Infinity))
  return active.flatMap(({ impacts }) => impacts.map(({ severity }) => levelOf(scale, severity)))
}
const marks = ({ beganAt, endedAt, impacts }: Incident, minute: number) => {
  const t = minute * MINUTE_MS
  const lasts = (beganAt ?? -Infinity) <= t && t < (endedAt ?? Infinity)
  return impacts.length > 0 && (lasts || (beganAt === t && endedAt === t))
}
const minutesOf = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
const daysOf = ({ bounds }: World) =>
  bounds.slice(1).map((end, index): Day => ({ date: `${index}`, start: bounds[index]! * MINUTE_MS, end: end * MINUTE_MS }))
const spansOf = ({ incidents }: World) => impactSpans(incidents, scale).get('web') ?? []

function dayByMinutes(world: World, day: Day) {
  const minutes = minutesOf(day.start / MINUTE_MS, day.end / MINUTE_MS).filter(minute => isObserved(world, minute))
  const affectedMs = new Map<Level, number>()
  let maintenanceMs = 0
  for (const active of minutes.map(minute => activeLevels(world, minute))) {
    const bands = active.filter(level => level !== scale.maintenance)
    const worst = worstLevel(scale, bands)
    if (bands.length) affectedMs.set(worst, (affectedMs.get(worst) ?? 0) + MINUTE_MS)
    if (active.includes(scale.maintenance)) maintenanceMs += MINUTE_MS
  }
  const incidents = world.incidents.filter(one => minutes.some(minute => marks(one, minute)))
  const levels = incidents.flatMap(({ impacts }) => impacts.map(({ severity }) => levelOf(scale, severity)))
  return {
    level: minutes.length ? worstLevel(scale, levels) : null,
    incidents: new Set(ids(incidents)),
    affectedMs,
    maintenanceMs,
    observedMs: minutes.length * MINUTE_MS,
  }
}

describe('against an oracle that looks at every minute', () => {
  it('what is observed is right, disjoint and ascending', () => {
    fc.assert(
      fc.property(worlds, world => {
        const observed = observedOf(world)
        for (const minute of minutesOf(-3, MINUTES + 3)) {
          const t = minute * MINUTE_MS
          expect(observed.filter(({ start, end }) => start <= t && t < end).length).toBe(isObserved(world, minute) ? 1 : 0)
        }
        for (const [index, { start }] of observed.slice(1).entries()) expect(start).toBeGreaterThan(observed[index]!.end)
      }),
    )
  })

  it('segments never overlap and tell what is active', () => {
    fc.assert(
      fc.property(worlds, world => {
        const segments = segmentsOf(spansOf(world), scale)
        for (const minute of minutesOf(-3, MINUTES + 3)) {
          const t = minute * MINUTE_MS
          const [segment, ...others] = segments.filter(({ start, end }) => start <= t && t < end)
          const active = activeLevels(world, minute)
          const bands = active.filter(level => level !== scale.maintenance)
          expect(others).toEqual([])
          expect(segment?.level).toBe(active.length ? worstLevel(scale, active) : undefined)
          expect(segment?.worstBand ?? null).toBe(bands.length ? worstLevel(scale, bands) : null)
          expect(segment?.maintenance ?? false).toBe(active.includes(scale.maintenance))
          expect(segment?.weight ?? 0).toBe(Math.max(0, ...active.map(({ weight }) => weight)))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('segments are at most twice as many as impacts, in ascending order', () => {
    fc.assert(
      fc.property(worlds, world => {
        const segments = segmentsOf(spansOf(world), scale)
        expect(segments.length).toBeLessThanOrEqual(2 * spansOf(world).length)
        for (const [index, { start }] of segments.slice(1).entries()) expect(start).toBeGreaterThanOrEqual(segments[index]!.end)
      }),
    )
  })

  it('days have the right level, incidents, minutes by band and minutes of maintenance', () => {
    fc.assert(
      fc.property(worlds, world => {
        const days = daysOf(world)
        const statuses = dayStatuses(days, spansOf(world), observedOf(world), scale)
        expect(statuses.map(({ day, incidents, ...status }) => ({ ...status, incidents: new Set(ids(incidents)), day }))).toEqual(
          days.map(day => ({ ...dayByMinutes(world, day), day })),
        )
        for (const { incidents } of statuses) {
          const begins = incidents.map(({ beganAt }) => beganAt ?? -Infinity)
          expect(begins).toEqual([...begins].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('availability is floor(10000 x up / observed), the largest weight of each minute counting', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: -2, max: 9 }), minuteOf, (world, from, to) => {
        const minutes = minutesOf(from, to).filter(minute => isObserved(world, minute))
        const lost = minutes
          .map(minute => Math.max(0, ...activeLevels(world, minute).map(({ weight }) => weight)))
          .reduce((sum, weight) => sum + weight, 0)
        const result = availability(segmentsOf(spansOf(world), scale), observedOf(world), span(from * MINUTE_MS, to * MINUTE_MS))
        if (!minutes.length) {
          expect(result).toBeNull()
          return
        }
        const basisPoints = Number((BigInt(minutes.length * 100 - lost) * 100n) / BigInt(minutes.length))
        expect(result).toEqual({ basisPoints, observedMs: minutes.length * MINUTE_MS, lostMs: (lost * MINUTE_MS) / 100 })
        if (lost) expect(result!.basisPoints).toBeLessThan(10_000)
      }),
      { numRuns: 400 },
    )
  })
})
