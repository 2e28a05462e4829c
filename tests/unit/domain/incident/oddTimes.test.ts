import '../../../support/temporal'
import { describe, expect, it } from 'vitest'
import { daysUntil } from '@/domain/time/calendar'
import type { PhaseList } from '@/domain/catalog/catalog'
import { componentAnswer } from '@/domain/component/componentAnswer'
import { dayStatuses, impactSpans, observedSpans, segmentsOf } from '@/domain/component/componentHistory'
import { doubtSpans, withoutDoubt } from '@/domain/component/doubtSpans'
import { availability } from '@/domain/component/availability'
import { componentStates } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { incidentsByMonth, monthsBack } from '@/domain/incident/incidentMonths'
import { incidentsAt } from '@/domain/incident/moment'
import { isOverByPhase, nextDoubtAfter, oddTimesOf, unclearAt } from '@/domain/incident/oddTimes'
import { verdict } from '@/domain/status/verdict'
import {
  at,
  component,
  DAY_MS,
  DEGRADED,
  HOUR_MS,
  ids,
  impact,
  incident,
  level,
  MAINTENANCE,
  NOTICE,
  OUTAGE,
  scale,
} from '../builders'

const NOW = at('2026-03-10T12:00:00Z')
const TODAY = at('2026-03-10T00:00:00Z')
const phases = (generation: number, ...names: string[]): [number, PhaseList] => [generation, { generation, names }]
const generations = new Map([phases(1, 'Investigating', 'Monitoring', 'Resolved'), phases(2, 'Alone'), phases(3, 'New', '')])

const web = component()
/** As the page judges them: the state of the component, and the verdict. */
function judge(incidents: readonly Incident[], { components = [web], t = NOW } = {}) {
  const states = componentStates(components, { incidents, incidentsLoaded: true, generations }, t, scale)
  const moment = incidentsAt(incidents, t, scale)
  const ongoing = [...new Set([...moment.ongoing, ...moment.inProgress])]
  const said = verdict({
    states,
    ongoing,
    unclear: unclearAt(incidents, t, generations),
    scale,
    missing: [],
    stale: false,
  })
  return { state: states.get('web'), moment, said }
}
/** The last 90 days of the component, and its availability over them. */
function history(incidents: readonly Incident[], activeReferences: typeof web.activeReferences = []) {
  const days = daysUntil(NOW, 'UTC', 90)
  const observed = observedSpans([{ start: days[0]!.start, end: NOW }], null, NOW)
  const own = impactSpans(incidents, scale, [component({ activeReferences })]).get('web') ?? []
  const doubts =
    doubtSpans(unclearAt(incidents, NOW, generations), scale, TODAY, [component({ activeReferences })]).get('web') ?? []
  const segments = segmentsOf([...own, ...doubts], scale)
  const statuses = dayStatuses(days, [...own, ...doubts], observed, scale)
  return {
    marked: statuses.filter(({ level: one }) => one?.kind !== 'operational').map(({ day }) => day.date),
    levels: statuses.map(({ level: one }) => one?.kind ?? null),
    minutes: statuses.reduce((sum, { affectedMs }) => sum + [...affectedMs.values()].reduce((a, b) => a + b, 0), 0),
    behind: [...new Set(statuses.flatMap(({ incidents: list }) => ids(list)))],
    available: availability(segments, withoutDoubt(observed, doubts, segments), { start: days[0]!.start, end: NOW }),
  }
}

const reversed = (fields: Partial<Incident> = {}) =>
  incident({ id: 'reversed', beganAt: NOW - 20 * DAY_MS, endedAt: NOW - 30 * DAY_MS, ...fields })
const unread = (fields: Partial<Incident> = {}) => incident({ id: 'unread', beganAt: null, beginUnreadable: true, ...fields })

describe('an incident that ends before it begins', () => {
  it.each([
    ['without a phase', null],
    ['in a phase of the middle', { generation: 1, order: 1 }],
    ['in a phase beyond the list', { generation: 1, order: 3 }],
    ['in the only phase of its list', { generation: 2, order: 0 }],
    ['in a last phase that has no name', { generation: 3, order: 1 }],
    ['in a phase of a list that nobody knows', { generation: 9, order: 2 }],
  ])('%s leaves its components unknown, and nothing is all operational', (_, phase) => {
    const { state, said, moment } = judge([reversed({ phase })])
    expect(state).toMatchObject({ level: scale.unknown, impacts: [], since: null })
    expect(ids(state!.unclear!)).toEqual(['reversed'])
    expect(said).toMatchObject({ kind: 'unknown', level: scale.unknown, counts: { affected: 0, unknown: 1 } })
    expect(ids(moment.past)).toEqual(['reversed'])
  })

  it.each([
    ['is over where its phase says so', reversed({ phase: { generation: 1, order: 2 } })],
    ['counts for nothing before its begin', reversed({ beganAt: NOW + 1, endedAt: NOW })],
  ])('%s', (_, one) => {
    const { state, said } = judge([one])
    expect(state!.level).toBe(scale.operational)
    expect(state).not.toHaveProperty('unclear')
    expect(said.kind).toBe('operational')
  })

  it('begins by the clock: the page wakes for it', () => {
    const one = reversed({ beganAt: NOW + HOUR_MS, endedAt: NOW + 1 })
    const later = reversed({ beganAt: NOW + 2 * HOUR_MS, endedAt: NOW })
    expect(nextDoubtAfter([later, one, incident({ beganAt: NOW + 1 })], NOW)).toBe(NOW + HOUR_MS)
    expect(nextDoubtAfter([one], NOW + HOUR_MS)).toBeNull()
    expect(judge([one], { t: NOW + HOUR_MS }).said.kind).toBe('unknown')
  })

  it.each([
    ['an outage', OUTAGE, 'partial'],
    ['of an unknown severity', null, 'partial'],
    ['a notice', NOTICE, 'operational'],
    ['maintenance', MAINTENANCE, 'operational'],
  ])('on components that nobody sees: %s', (_, severity, kind) => {
    expect(judge([reversed({ impacts: [impact(severity, 'hidden')] })]).said.kind).toBe(kind)
    expect(judge([reversed({ impacts: [] })]).said.kind).toBe('partial')
  })

  it('hides nothing that is worse, and nothing that is known beside it', () => {
    const both = judge([reversed(), incident({ impacts: [impact(DEGRADED)] })])
    expect(both.state).toMatchObject({ level: scale.unknown, impacts: { length: 1 } })
    expect(both.said).toMatchObject({ kind: 'affected', level: level('degraded') })
    expect(judge([reversed(), incident()]).state!.level).toBe(level('outage'))
  })

  it('makes a component unknown that names it, whatever it names itself', () => {
    const activeReferences = [{ incidentId: 'reversed', typeId: null, severity: NOTICE }]
    const elsewhere = reversed({ impacts: [impact(OUTAGE, 'hidden')] })
    expect(judge([elsewhere], { components: [component({ activeReferences })] }).state!.level).toBe(scale.unknown)
    expect(history([elsewhere], activeReferences).levels.at(-1)).toBe('unknown')
  })

  it('is told of as the reason', () => {
    const { state } = judge([reversed()])
    const facts = { state, scale, missing: [], stale: false, hintUnresolved: false, isRecorded: true, isRetired: false }
    expect(componentAnswer(facts)).toMatchObject({
      kind: 'unknown',
      doubt: 'times',
      incidents: [{ id: 'reversed' }],
      lastKnown: null,
    })
  })

  it('leaves no day since its begin green, costs no minute, and is neither up nor down in the availability', () => {
    const { marked, minutes, behind, available, levels } = history([reversed()])
    expect(marked).toHaveLength(21)
    expect(levels.at(-1)).toBe('unknown')
    expect(marked[0]).toBe('2026-02-18')
    expect({ minutes, behind }).toEqual({ minutes: 0, behind: ['reversed'] })
    expect(available).toMatchObject({ basisPoints: 10_000, observedMs: at('2026-02-18T12:00:00Z') - at('2025-12-11T00:00:00Z') })
    expect(history([reversed({ phase: { generation: 1, order: 2 } })]).marked).toEqual([])
  })

  it('takes no outage out of the availability', () => {
    const outage = incident({ beganAt: NOW - 3 * DAY_MS, endedAt: NOW - 3 * DAY_MS + HOUR_MS })
    const { available, minutes, levels } = history([reversed(), outage])
    expect(minutes).toBe(HOUR_MS)
    expect(levels[86]).toBe('band')
    expect(available).toMatchObject({ lostMs: HOUR_MS })
  })
})

describe('an incident whose begin cannot be read', () => {
  it.each([
    ['of a bad severity is as bad as that, at least unknown', OUTAGE, 'outage'],
    ['of a milder severity is unknown', DEGRADED, 'unknown'],
    ['of a good severity is unknown', NOTICE, 'unknown'],
    ['of maintenance is unknown', MAINTENANCE, 'unknown'],
  ])('%s', (_, severity, expected) => {
    const { state, said, moment } = judge([unread({ impacts: [impact(severity)] })])
    expect(state!.level).toBe(level(expected))
    expect(said.kind).not.toMatch(/operational|notice|maintenance/)
    expect(ids([...moment.ongoing, ...moment.inProgress])).toContain('unread')
  })

  it('without an end marks today and no other day', () => {
    const { marked, minutes, behind, available } = history([unread()])
    expect({ marked, minutes, behind }).toEqual({ marked: ['2026-03-10'], minutes: 0, behind: ['unread'] })
    expect(available).toMatchObject({ basisPoints: 10_000, observedMs: 89 * DAY_MS })
  })

  it.each([MAINTENANCE, NOTICE])('leaves today unknown where its severity is %s', severity => {
    expect(history([unread({ impacts: [impact(severity)] })]).levels.at(-1)).toBe('unknown')
  })

  it('with an end to come marks today and no other day', () => {
    expect(history([unread({ endedAt: NOW + DAY_MS })]).marked).toEqual(['2026-03-10'])
  })

  it('with an end marks the day of its end and no other, and is over', () => {
    const over = unread({ endedAt: NOW - 9 * DAY_MS })
    expect(history([over])).toMatchObject({ marked: ['2026-03-01'], minutes: 0, available: { basisPoints: 10_000 } })
    expect(judge([over]).said.kind).toBe('operational')
  })

  it('is no incident since ever: without a begin it still is', () => {
    expect(history([incident({ beganAt: null })]).marked).toHaveLength(90)
  })

  it('stands in the month of its end, else in the present', () => {
    const months = monthsBack('2026-03', 4, 'UTC')
    const monthOf = (one: Incident) =>
      incidentsByMonth([one], months, NOW).flatMap(({ month, incidents }) => (incidents.length ? [month.month] : []))
    expect(monthOf(unread({ endedAt: at('2026-01-05T00:00:00Z') }))).toEqual(['2026-01'])
    expect(monthOf(unread())).toEqual(['2026-03'])
    expect(monthOf(unread({ endedAt: NOW + 60 * DAY_MS }))).toEqual(['2026-03'])
    expect(monthOf(incident({ beganAt: null }))).toEqual(['2025-12'])
  })
})

describe('odd times', () => {
  it.each([
    [{}, null],
    [{ beganAt: null }, null],
    [{ beganAt: 5, endedAt: 5 }, null],
    [{ beganAt: 5, endedAt: 4 }, 'endsBeforeBegin'],
    [{ beganAt: null, beginUnreadable: true as const }, 'beginUnreadable'],
  ])('of %j are %s', (fields, expected) => {
    expect(oddTimesOf(incident(fields))).toBe(expected)
  })

  it('are over by the last phase of a list alone', () => {
    const over = (order: number) => isOverByPhase(incident({ phase: { generation: 1, order } }), generations)
    expect([0, 1, 2, 3].map(over)).toEqual([false, false, true, false])
  })
})
