import '../../support/temporal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availability } from '@/domain/component/availability'
import { daysUntil, monthOf, type Span } from '@/domain/time/calendar'
import { componentAnswer } from '@/domain/component/componentAnswer'
import { dayStatuses, impactSpans, observedSpans, segmentsOf } from '@/domain/component/componentHistory'
import { componentStates } from '@/domain/component/componentState'
import { doubtSpans } from '@/domain/component/doubtSpans'
import { incidentsByMonth, monthsBack } from '@/domain/incident/incidentMonths'
import { endsBeforeItBegins, timingAt } from '@/domain/incident/moment'
import { unclearAt } from '@/domain/incident/oddTimes'
import { worstLevel } from '@/domain/severity/severity'
import { spansContain } from '@/domain/time/spans'
import { incidentsAsOf } from '@/domain/status/statusAt'
import {
  at,
  component,
  DAY_MS,
  HOUR_MS,
  ids,
  incident,
  impact,
  MAINTENANCE,
  NOTICE,
  DEGRADED,
  OUTAGE,
  UNKNOWN,
  scale,
} from './builders'

/**
 * The time machine, the bars, the component page and the history tell the same of the same records (docs/domain.md, "Same
 * records, same answer"): each is computed on its own way, so each is a witness against the others.
 */
const NOW = at('2026-03-30T15:20:00Z')
const zones = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns']
const web = component({ id: 'web' })
// Two days in which clocks change lie within: 8 March in St. John's, 29 March in Berlin.
const SPAN_H = 40 * 24
const hour = (from: number, to: number) => fc.integer({ min: from, max: to }).map(hours => NOW - hours * HOUR_MS)

const worlds = fc.record({
  incidents: fc
    .array(
      fc.record({
        beganAt: fc.option(hour(-48, SPAN_H), { freq: 9 }),
        endedAt: fc.option(hour(-72, SPAN_H), { freq: 4 }),
        impacts: fc.array(
          fc.tuple(fc.constantFrom(MAINTENANCE, NOTICE, DEGRADED, OUTAGE, UNKNOWN), fc.constantFrom('web', 'mail')),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 8 },
    )
    .map(list =>
      list.map(({ impacts, ...fields }, index) =>
        incident({ id: `i${index}`, ...fields, impacts: impacts.map(([severity, id]) => impact(severity, id)) }),
      ),
    ),
  // What was loaded: all of it, or with a hole.
  hole: fc.option(fc.tuple(fc.integer({ min: 1, max: SPAN_H }), fc.integer({ min: 1, max: 72 })), { freq: 2 }),
  recordsSince: fc.option(hour(1, SPAN_H), { freq: 3 }),
  instants: fc.array(hour(1, SPAN_H - 48), { minLength: 1, maxLength: 6 }),
  zone: fc.constantFrom(...zones),
})
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

const loadedOf = ({ hole }: World): Span[] => {
  const start = NOW - (SPAN_H + 48) * HOUR_MS
  if (!hole) return [{ start, end: NOW }]
  const from = NOW - hole[0] * HOUR_MS
  return [
    { start, end: from },
    { start: Math.min(from + hole[1] * HOUR_MS, NOW), end: NOW },
  ]
}
const observedOf = (world: World) => observedSpans(loadedOf(world), world.recordsSince, NOW)

/** As the time machine computes it. */
const stateAt = (world: World, t: number) =>
  componentStates(
    [web],
    {
      incidents: incidentsAsOf(world.incidents, t),
      incidentsLoaded: spansContain(loadedOf(world), t),
      isRecorded: () => world.recordsSince === null || world.recordsSince <= t,
    },
    t,
    scale,
  ).get('web')!

/** The time of which contradictory times leave open how the component was. */
const doubtsOf = (world: World) => doubtSpans(unclearAt(world.incidents, NOW), scale, NOW).get('web') ?? []

const dayAt = (world: World, t: number) => {
  const days = daysUntil(NOW, world.zone, 45)
  const spans = [...(impactSpans(world.incidents, scale).get('web') ?? []), ...doubtsOf(world)]
  const statuses = dayStatuses(days, spans, observedOf(world), scale)
  return statuses.find(({ day }) => day.start <= t && t < day.end)!
}

/** The segment of the bars and of availability at t; null where nothing is active. */
const segmentAt = (world: World, t: number) =>
  segmentsOf(impactSpans(world.incidents, scale).get('web') ?? [], scale).find(({ start, end }) => start <= t && t < end) ?? null

const listed = (world: World) => {
  const months = monthsBack(monthOf(NOW, world.zone), 3, world.zone)
  return incidentsByMonth(world.incidents, months, NOW).flatMap(({ month, incidents }) =>
    incidents.map(one => ({ month, incident: one })),
  )
}

const check = (name: string, property: (world: World, t: number) => void) =>
  it(name, () => {
    fc.assert(
      fc.property(worlds, world => {
        for (const t of world.instants) property(world, t)
      }),
      { numRuns: 300 },
    )
  })

describe('the same records', () => {
  check('give a state at t that is the one of the bars at t, and unknown where the bars know nothing', (world, t) => {
    const state = stateAt(world, t)
    const segment = segmentAt(world, t)
    const doubts = doubtsOf(world).filter(({ start }) => start <= t)
    if (spansContain(observedOf(world), t))
      expect(state.level).toBe(
        worstLevel(
          scale,
          [...(segment ? [segment] : []), ...doubts].map(({ level }) => level),
        ),
      )
    else if (segment === null) expect(state.level).toBe(scale.unknown)
    else expect(state.level.rank).toBeGreaterThanOrEqual(segment.level.rank)
    expect(state.inMaintenance).toBe(segment?.maintenance ?? false)
  })

  check('give a day that is at least as bad as each moment of it, and names the incidents behind that moment', (world, t) => {
    const day = dayAt(world, t)
    if (!spansContain(observedOf(world), t)) return
    const state = stateAt(world, t)
    expect(day.level!.rank).toBeGreaterThanOrEqual(state.level.rank)
    const named = new Set(ids(day.incidents))
    for (const { incident: behind } of state.impacts) expect(named).toContain(behind.id)
  })

  check('give a day that is as bad as its worst moment', (world, t) => {
    const { day, level, incidents } = dayAt(world, t)
    if (level === null) return
    const moments = incidents.flatMap(({ beganAt }) => Math.max(beganAt ?? -Infinity, day.start))
    const parts = observedOf(world).map(({ start }) => Math.max(start, day.start))
    const seen = [...moments, ...parts].filter(moment => moment < day.end && spansContain(observedOf(world), moment))
    const worst = Math.max(0, ...seen.map(moment => stateAt(world, moment).level.rank))
    // What has no length marks its day, and no moment of it.
    const marking = incidents.filter(({ beganAt, endedAt }) => beganAt !== null && beganAt === endedAt)
    if (!marking.length) expect(level.rank).toBe(worst)
    else expect(level.rank).toBeGreaterThanOrEqual(worst)
  })

  check('list every incident that a state or a day rests on, once, in a month that it touches', (world, t) => {
    const list = listed(world)
    expect(new Set(list.map(({ incident: one }) => one.id)).size).toBe(list.length)
    const behind = [...stateAt(world, t).impacts.map(({ incident: one }) => one.id), ...ids(dayAt(world, t).incidents)]
    for (const id of behind) {
      const entry = list.find(({ incident: one }) => one.id === id)!
      if (!endsBeforeItBegins(entry.incident))
        expect(entry.incident.endedAt ?? Infinity).toBeGreaterThanOrEqual(entry.month.start)
      expect(entry.incident.beganAt ?? -Infinity).toBeLessThan(entry.month.end)
    }
    for (const { incident: one } of list) expect(timingAt(one, NOW)).not.toBe('scheduled')
  })

  check('answer "is it down?" as the state does', (world, t) => {
    const state = stateAt(world, t)
    const isRecorded = world.recordsSince === null || world.recordsSince <= t
    const missing = spansContain(loadedOf(world), t) ? [] : (['incidents'] as const)
    const answer = componentAnswer({
      state,
      scale,
      missing: [...missing],
      stale: false,
      hintUnresolved: false,
      isRecorded,
      isRetired: false,
    })
    const bad = state.impacts.filter(({ level }) => level.kind === 'band' || level.kind === 'unknown')
    expect(answer.kind === 'affected').toBe(bad.length > 0)
    if (answer.kind === 'operational') expect(segmentAt(world, t)).toBeNull()
    const behind = [...state.impacts.map(impacted => impacted.incident), ...(state.unclear ?? [])]
    for (const one of answer.incidents) expect(ids(behind)).toContain(one.id)
    if (!spansContain(observedOf(world), t)) expect(['affected', 'unknown']).toContain(answer.kind)
  })

  check('count as lost exactly what the states of a day add up to', (world, t) => {
    const { day } = dayAt(world, t)
    const window = { start: day.start, end: Math.min(day.end, NOW) }
    const known = availability(segmentsOf(impactSpans(world.incidents, scale).get('web') ?? [], scale), observedOf(world), window)
    // Everything here begins and ends on a multiple of ten minutes.
    const STEP_MS = 10 * 60_000
    let lost = 0
    let observed = 0
    for (let moment = window.start; moment < window.end; moment += STEP_MS) {
      if (!spansContain(observedOf(world), moment)) continue
      observed += STEP_MS
      lost += Math.max(0, ...stateAt(world, moment).impacts.map(({ level }) => level.weight)) * STEP_MS
    }
    expect(known?.observedMs ?? 0).toBe(observed)
    expect((known?.lostMs ?? 0) * 100).toBe(lost)
    expect(window.end - window.start).toBeLessThanOrEqual(DAY_MS + HOUR_MS)
  })
})
