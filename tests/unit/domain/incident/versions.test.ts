import '../../../support/temporal'
import { describe, expect, it } from 'vitest'
import { mergedComponents } from '@/domain/component/component'
import { componentAnswer } from '@/domain/component/componentAnswer'
import { dayStatuses, impactSpans } from '@/domain/component/componentHistory'
import { componentStates } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { incidentsByMonth, monthsBack } from '@/domain/incident/incidentMonths'
import { incidentsAt, lastChangeUntil, nextChangeAfter } from '@/domain/incident/moment'
import { incidentsAsOf, previousChangeBefore } from '@/domain/status/statusAt'
import { verdict } from '@/domain/status/verdict'
import { allVersions, mergedVersions } from '@/domain/incident/versions'
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
  OUTAGE,
  scale,
  span,
} from '../builders'

const NOW = at('2026-03-10T12:00:00Z')
const over = incident({
  id: 'twice',
  title: 'Over',
  beganAt: NOW - 9 * DAY_MS,
  endedAt: NOW - 8 * DAY_MS,
  impacts: [impact(DEGRADED)],
})
const still = incident({ id: 'twice', title: 'Still', beganAt: NOW - HOUR_MS, endedAt: null })
const orders: readonly [string, Incident][] = [
  ['the good one first', mergedVersions([over, still])],
  ['the bad one first', mergedVersions([still, over])],
]

describe.each(orders)('an incident whose id is listed twice, %s', (_, twice) => {
  it('counts for the state with the worst of both, and is listed where each of them belongs', () => {
    const states = componentStates([component()], { incidents: [twice], incidentsLoaded: true }, NOW, scale)
    const { ongoing, past } = incidentsAt([twice], NOW, scale)
    expect(states.get('web')!.level).toBe(level('outage'))
    expect(ongoing.map(({ title }) => title)).toEqual(['Still'])
    expect(past).toEqual([])
    expect(verdict({ states, ongoing, scale, missing: [], stale: false }).kind).toBe('affected')
  })

  it('is laid out in time by each of them', () => {
    const days = [-9, -1, 0].map(day => ({
      date: String(day),
      ...span(NOW + day * DAY_MS - HOUR_MS, NOW + day * DAY_MS + HOUR_MS),
    }))
    const statuses = dayStatuses(days, impactSpans([twice], scale).get('web')!, [span(0, NOW)], scale)
    expect(statuses.map(({ level: one }) => one?.name)).toEqual(['degraded', null, 'outage'])
    expect(statuses.map(({ incidents }) => incidents.length)).toEqual([1, 0, 1])
  })

  it('changes when either of them does', () => {
    expect(nextChangeAfter([twice], NOW - 2 * HOUR_MS)).toBe(NOW - HOUR_MS)
    expect(nextChangeAfter([twice], NOW - 9 * DAY_MS)).toBe(NOW - 8 * DAY_MS)
    expect(previousChangeBefore([twice], NOW)).toBe(NOW - HOUR_MS)
    expect(lastChangeUntil([twice], NOW)).toBe(NOW - HOUR_MS)
    expect(lastChangeUntil([twice], NOW - DAY_MS)).toBe(NOW - 8 * DAY_MS)
  })

  it('is there at a past moment as each of them was, without a phase', () => {
    const inPhase = { ...twice, phase: { generation: 1, order: 0 } }
    expect(allVersions(incidentsAsOf([inPhase], NOW)).map(({ phase }) => phase)).toEqual([null, null])
    const then = incidentsAsOf([inPhase], NOW - 8 * DAY_MS - HOUR_MS)
    const states = componentStates([component()], { incidents: then, incidentsLoaded: true }, NOW - 8 * DAY_MS - HOUR_MS, scale)
    expect(states.get('web')!.level).toBe(level('degraded'))
    // The one of today had not begun: it makes no entry of its own.
    expect(incidentsAt(then, NOW - 8 * DAY_MS - HOUR_MS, scale)).toMatchObject({ ongoing: [{ title: 'Over' }], upcoming: [] })
  })

  it('stands in each month once', () => {
    const both = mergedVersions([twice, { ...over, title: 'Long over', beganAt: NOW - 40 * DAY_MS, endedAt: NOW - 39 * DAY_MS }])
    const months = incidentsByMonth([both], monthsBack('2026-03', 3, 'UTC'), NOW)
    expect(months.map(({ month, incidents }) => [month.month, ids(incidents)])).toEqual([
      ['2026-03', ['twice']],
      ['2026-02', []],
      ['2026-01', ['twice']],
    ])
  })
})

describe('versions of an incident', () => {
  it('that say the same are one', () => {
    expect(mergedVersions([over, { ...over }])).toEqual(over)
    expect(mergedVersions([over])).toBe(over)
    expect(mergedVersions([mergedVersions([over, still]), still]).otherVersions).toEqual([still])
  })

  it('that go on both are one reason, and one entry in each list', () => {
    const works = { ...still, impacts: [impact(MAINTENANCE)] }
    const both = mergedVersions([still, { ...still, impacts: [impact(OUTAGE), impact(OUTAGE, 'mail')] }, works])
    const moment = incidentsAt([both], NOW, scale)
    expect(moment.ongoing).toHaveLength(1)
    expect(moment.inProgress).toHaveLength(1)
    const state = componentStates([component()], { incidents: [both], incidentsLoaded: true }, NOW, scale).get('web')
    const facts = { state, scale, missing: [], stale: false, hintUnresolved: false, isRecorded: true, isRetired: false }
    expect(ids(componentAnswer(facts).incidents)).toEqual(['twice'])
  })

  it('do not let a hint be told by the one and judged by the other', () => {
    const hinted = component({ activeReferences: [{ incidentId: 'twice', typeId: 'performance', severity: OUTAGE }] })
    const elsewhere = mergedVersions([over, { ...still, impacts: [impact(OUTAGE, 'mail')] }])
    const states = componentStates([hinted], { incidents: [elsewhere], incidentsLoaded: true }, NOW, scale)
    expect(states.get('web')!.level).toBe(level('outage'))
    const now = impactSpans([elsewhere], scale, [hinted])
      .get('web')!
      .filter(({ end }) => end === Infinity)
    expect(now.map(one => one.level.name)).toEqual(['outage'])
  })
})

describe('a component whose id is listed twice', () => {
  const hint = (severity: number) => ({ incidentId: 'i', typeId: 't', severity })
  it('has the hints of both, and the name of the first', () => {
    const [a, b] = [
      component({ name: 'A', activeReferences: [hint(DEGRADED)] }),
      component({ name: 'B', activeReferences: [hint(OUTAGE)] }),
    ]
    expect(mergedComponents([a, b])).toEqual({ ...a, activeReferences: [hint(DEGRADED), hint(OUTAGE)] })
    expect(mergedComponents([a, { ...b, hintsUnreadable: true }])).toHaveProperty('hintsUnreadable', true)
  })

  it.each([
    ['worse last', [hint(DEGRADED), hint(OUTAGE)]],
    ['worse first', [hint(OUTAGE), hint(DEGRADED)]],
  ])('is as bad as its worst hint on one incident, %s', (_, activeReferences) => {
    const incidents = [incident({ id: 'i', impacts: [impact(OUTAGE, 'elsewhere')] })]
    const states = componentStates([component({ activeReferences })], { incidents, incidentsLoaded: true }, NOW, scale)
    expect(states.get('web')!.level).toBe(level('outage'))
    const spans = impactSpans(incidents, scale, [component({ activeReferences })]).get('web')!
    expect(spans.map(one => one.level.name)).toContain('outage')
  })

  it('is unknown where some of its hints cannot be read, whatever else is known', () => {
    const stateOf = (incidents: readonly Incident[]) =>
      componentStates([component({ hintsUnreadable: true })], { incidents, incidentsLoaded: true }, NOW, scale).get('web')!
    expect(stateOf([]).level).toBe(scale.unknown)
    expect(stateOf([incident({ impacts: [impact(MAINTENANCE)] })]).level).toBe(scale.unknown)
    expect(stateOf([incident()]).level).toBe(level('outage'))
    const facts = { scale, missing: [], stale: false, hintUnresolved: false, isRecorded: true, isRetired: false }
    const answer = componentAnswer({ ...facts, state: stateOf([]), hintsUnreadable: true })
    expect(answer).toMatchObject({ kind: 'unknown', doubt: 'hintsUnreadable' })
  })
})
