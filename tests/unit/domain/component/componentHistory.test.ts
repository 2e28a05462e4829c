import '../../../support/temporal'
import { describe, expect, it } from 'vitest'
import { daysUntil, type Day } from '@/domain/time/calendar'
import { dayStatuses, impactSpans, observedSpans, segmentsOf, type Observed } from '@/domain/component/componentHistory'
import type { Incident } from '@/domain/incident/incident'
import {
  DAY_MS,
  DEGRADED,
  HOUR_MS,
  MAINTENANCE,
  NOTICE,
  OUTAGE,
  UNKNOWN,
  at,
  component,
  ids,
  impact,
  incident,
  level,
  scale,
  span,
} from '../builders'

const spansOf = (...incidents: Incident[]) => impactSpans(incidents, scale).get(component().id) ?? []
const segments = (...incidents: Incident[]) =>
  segmentsOf(spansOf(...incidents), scale).map(({ start, end, level, worstBand, maintenance, weight }) => [
    start,
    end,
    level.name ?? level.kind,
    worstBand?.name ?? worstBand?.kind ?? null,
    maintenance,
    weight,
  ])
const lasting = (beganAt: number | null, endedAt: number | null, severity: number | null = OUTAGE) =>
  incident({ beganAt, endedAt, impacts: [impact(severity)] })

describe('impacts in time', () => {
  it('span their whole incident, by component', () => {
    const one = incident({ beganAt: 1, endedAt: 5, impacts: [impact(OUTAGE, 'web'), impact(MAINTENANCE, 'mail')] })
    expect([...impactSpans([one], scale)]).toEqual([
      ['web', [{ start: 1, end: 5, level: level('outage'), incident: one }]],
      ['mail', [{ start: 1, end: 5, level: level('maintenance'), incident: one }]],
    ])
  })

  it('have no bounds where their incident has none', () => {
    expect(spansOf(incident({ beganAt: null, endedAt: null }))).toMatchObject([{ start: -Infinity, end: Infinity }])
  })

  it('affect no time where their incident ends before it begins, and keep a zero length', () => {
    expect(spansOf(lasting(5, 4))).toEqual([])
    expect(spansOf(lasting(5, 5))).toMatchObject([{ start: 5, end: 5 }])
  })
})

describe('hints of components', () => {
  const hint = (incidentId: string, typeId: string | null = 'connectivity', severity: number | null = DEGRADED) => ({
    incidentId,
    typeId,
    severity,
  })
  const one = incident({ id: 'one', beganAt: 1, endedAt: 5, impacts: [impact(OUTAGE, 'web')] })
  const spansWith = (id: string, ...activeReferences: ReturnType<typeof hint>[]) =>
    (impactSpans([one], scale, [component({ id, activeReferences })]).get(id) ?? []).map(({ start, end, level }) => [
      start,
      end,
      level.name,
    ])

  it('span the incident that they name', () => {
    expect(spansWith('mail', hint('one'))).toEqual([[1, 5, 'degraded']])
  })

  it('add nothing that the impacts of the incident or another hint already tell', () => {
    expect(spansWith('web', hint('one'))).toEqual([[1, 5, 'outage']])
    expect(spansWith('web', hint('one', null))).toEqual([[1, 5, 'outage']])
    expect(spansWith('web', hint('one', 'loss'), hint('one', 'loss'))).toEqual([
      [1, 5, 'outage'],
      [1, 5, 'degraded'],
    ])
  })

  it('affect no time where their incident is not loaded or ends before it begins', () => {
    expect(spansWith('mail', hint('other'))).toEqual([])
    const odd = incident({ id: 'one', beganAt: 5, endedAt: 1 })
    expect(impactSpans([odd], scale, [component({ id: 'mail', activeReferences: [hint('one')] })]).size).toBe(0)
  })
})

describe('segments', () => {
  it('cut what overlaps: each instant has its worst level', () => {
    expect(segments(lasting(0, 10, DEGRADED), lasting(4, 6, OUTAGE))).toEqual([
      [0, 4, 'degraded', 'degraded', false, 100],
      [4, 6, 'outage', 'outage', false, 100],
      [6, 10, 'degraded', 'degraded', false, 100],
    ])
  })

  it('leave out time in which nothing is active', () => {
    expect(segments(lasting(0, 2), lasting(5, 7)).map(([start, end]) => [start, end])).toEqual([
      [0, 2],
      [5, 7],
    ])
  })

  it('keep maintenance apart from what goes wrong meanwhile', () => {
    expect(segments(lasting(0, 9, MAINTENANCE), lasting(3, 6, OUTAGE))).toEqual([
      [0, 3, 'maintenance', null, true, 0],
      [3, 6, 'outage', 'outage', true, 100],
      [6, 9, 'maintenance', null, true, 0],
    ])
  })

  it('rank maintenance above a good band, which still is named', () => {
    expect(segments(lasting(0, 9, MAINTENANCE), lasting(0, 9, NOTICE))).toEqual([[0, 9, 'maintenance', 'notice', true, 0]])
  })

  it('reach as far as their incidents, without end too', () => {
    expect(segments(lasting(null, 5, UNKNOWN), lasting(3, null, OUTAGE)).map(([start, end, name]) => [start, end, name])).toEqual(
      [
        [-Infinity, 3, 'unknown'],
        [3, 5, 'outage'],
        [5, Infinity, 'outage'],
      ],
    )
    expect(segments(lasting(null, null))).toHaveLength(1)
  })

  it('are none of zero length', () => {
    expect(segments(lasting(5, 5))).toEqual([])
    expect(segments(lasting(0, 5), lasting(5, 8)).map(([start, end]) => [start, end])).toEqual([
      [0, 5],
      [5, 8],
    ])
  })
})

describe('what is observed', () => {
  it('is what was loaded, from the start of the records until now', () => {
    expect(observedSpans([span(0, 100)], 20, 70)).toEqual([span(20, 70)])
    expect(observedSpans([span(0, 100)], null, 70)).toEqual([span(0, 70)])
  })

  it('is merged where it overlaps or touches, in ascending order, and keeps its gaps', () => {
    expect(observedSpans([span(60, 80), span(0, 10), span(10, 20), span(15, 30), span(16, 18)], null, 100)).toEqual([
      span(0, 30),
      span(60, 80),
    ])
  })

  it('is nothing before the records, after now, or where nothing was loaded', () => {
    expect(observedSpans([span(0, 10), span(80, 90)], 10, 80)).toEqual([])
    expect(observedSpans([], null, 80)).toEqual([])
  })
})

describe('a day of a component', () => {
  const day: Day = { date: '2026-01-01', start: 0, end: 100 }
  const statusOf = (incidents: Incident[], observed: Observed = [day]) =>
    dayStatuses([day], spansOf(...incidents), observed, scale)[0]!

  it('without impacts is operational, where it was observed', () => {
    const nothing = { level: scale.operational, incidents: [], affectedMs: new Map(), maintenanceMs: 0 }
    expect(statusOf([])).toEqual({ day, ...nothing, observedMs: 100 })
    expect(statusOf([], [span(-50, 30), span(90, 200)])).toEqual({ day, ...nothing, observedMs: 40 })
  })

  it('has no data where nothing of it was observed, whatever is known of its incidents', () => {
    const noData = { day, level: null, incidents: [], affectedMs: new Map(), maintenanceMs: 0, observedMs: 0 }
    for (const observed of [[], [span(-50, 0), span(100, 200)]]) expect(statusOf([lasting(0, 50)], observed)).toEqual(noData)
  })

  it('counts each instant under its worst band only, and maintenance apart', () => {
    const status = statusOf([lasting(0, 60, DEGRADED), lasting(40, 50, OUTAGE), lasting(45, 80, MAINTENANCE)])
    expect(status.level).toBe(level('outage'))
    expect(status.affectedMs).toEqual(
      new Map([
        [level('degraded'), 50],
        [level('outage'), 10],
      ]),
    )
    expect(status.maintenanceMs).toBe(35)
  })

  it('names the incidents behind it by their begin, each once, unknown begins first', () => {
    const two = incident({ id: 'two', beganAt: 20, impacts: [impact(OUTAGE), impact(DEGRADED, 'web', 'performance')] })
    const one = incident({ id: 'one', beganAt: 10 })
    const unknown = incident({ id: 'unknown', beganAt: null })
    const twin = incident({ id: 'twin', beganAt: 20 })
    const given = [two, unknown, twin, one, { ...one }]
    for (const list of [given, [...given].reverse()])
      expect(ids(statusOf(list).incidents)).toEqual(['unknown', 'one', 'twin', 'two'])
  })

  it('is marked by an incident of zero length, which takes no time', () => {
    for (const instant of [0, 99]) {
      const status = statusOf([lasting(instant, instant)])
      expect([status.level, status.incidents.length, status.affectedMs.size]).toEqual([level('outage'), 1, 0])
    }
    for (const instant of [-1, 100]) expect(statusOf([lasting(instant, instant)]).level).toBe(scale.operational)
    expect(statusOf([lasting(50, 50)], [span(0, 50), span(51, 100)]).level).toBe(scale.operational)
  })

  it.each([
    ['ends as it begins', lasting(-50, 0)],
    ['begins as it ends', lasting(100, 200)],
    ['ends before it begins', lasting(60, 40)],
  ])('is not touched by an incident that %s', (_, one) => {
    expect(statusOf([one])).toMatchObject({ level: scale.operational, incidents: [] })
  })

  it('tells nothing of what happened outside what was observed', () => {
    const status = statusOf([lasting(0, 30, OUTAGE), lasting(20, 60, DEGRADED)], [span(30, 100)])
    expect([status.level, status.affectedMs]).toEqual([level('degraded'), new Map([[level('degraded'), 30]])])
  })

  it('is unknown through an impact of unknown severity, open on both sides', () => {
    expect(statusOf([lasting(null, null, UNKNOWN)])).toMatchObject({
      level: scale.unknown,
      affectedMs: new Map([[scale.unknown, 100]]),
    })
  })
})

describe('days in a row', () => {
  const now = at('2026-03-30T10:00:00Z')
  const days = daysUntil(now, 'Europe/Berlin', 3)
  const statuses = (incidents: Incident[], recordsSince: number | null = null) =>
    dayStatuses(days, spansOf(...incidents), observedSpans([span(days[0]!.start, now + DAY_MS)], recordsSince, now), scale)

  it('end now: today is observed until now, and the short day is short', () => {
    expect(statuses([]).map(({ observedMs }) => observedMs / HOUR_MS)).toEqual([24, 23, 12])
  })

  it('share an incident that covers them, each with its own part', () => {
    const covering = lasting(at('2026-03-28T12:00:00Z'), null)
    expect(statuses([covering]).map(({ affectedMs }) => affectedMs.get(level('outage'))! / HOUR_MS)).toEqual([11, 23, 12])
  })

  it('begin in the middle of a day where the records do', () => {
    const list = statuses([lasting(null, null)], at('2026-03-29T12:00:00Z'))
    expect(list.map(one => [one.level?.name ?? null, one.observedMs / HOUR_MS])).toEqual([
      [null, 0],
      ['outage', 10],
      ['outage', 12],
    ])
  })

  it('do not tell what is scheduled for later today', () => {
    expect(statuses([lasting(now + HOUR_MS, null)]).at(-1)!.level).toBe(scale.operational)
  })
})
