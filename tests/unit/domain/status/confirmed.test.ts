import { describe, expect, it } from 'vitest'
import { affectingLevel, verdict, type StatusPart } from '@/domain/status/verdict'
import { componentStates } from '@/domain/component/componentState'
import { confirmedStates, doubtedStates, isConfirmed, withConfirmedCounts } from '@/domain/status/confirmed'
import { groupComponents } from '@/domain/component/grouping'
import type { Incident } from '@/domain/incident/incident'
import { severityScale } from '@/domain/severity/severity'
import { HOUR_MS, impact, level, scale, threeBands } from '../builders'

const T = Date.parse('2026-03-10T12:00:00Z')
const AT = T - HOUR_MS
const component = (id: string, activeReferences: string[] = []) => ({
  id,
  name: id,
  labels: {},
  activeReferences: activeReferences.map(incidentId => ({ incidentId, typeId: null, severity: null })),
})
const incident = (id: string, severity: number | null, more: Partial<Incident> = {}): Incident => ({
  id,
  title: id,
  description: '',
  beganAt: AT,
  endedAt: null,
  phase: null,
  impacts: [impact(severity, id)],
  updateOrders: [],
  ...more,
})
const SEVERITIES = { operational: [], notice: [10], maintenance: [0], degraded: [40], outage: [90], unknown: [null] }
const components = Object.keys(SEVERITIES).map(id => component(id))
const incidents = Object.entries(SEVERITIES).flatMap(([id, values]) => values.map(value => incident(id, value)))
const states = componentStates(components, { incidents, incidentsLoaded: true }, T, scale)
const unconfirmed = confirmedStates(states, { confirmed: false, at: AT, scale })

describe('states that are not confirmed', () => {
  it.each(['operational', 'notice', 'maintenance'])('are unknown where what was last known is fine: %s', id => {
    const { level: shown, inMaintenance, since } = unconfirmed.get(id)!
    expect({ kind: shown.kind, lastKnown: shown.lastKnown, inMaintenance, since }).toEqual({
      kind: 'unknown',
      lastKnown: { level: level(id), at: AT },
      inMaintenance: false,
      since: null,
    })
  })

  it.each(['degraded', 'outage', 'unknown'])('stay what they are where something is wrong: %s', id => {
    expect(unconfirmed.get(id)).toBe(states.get(id))
  })

  it('are those that were read where all is confirmed', () => {
    expect(confirmedStates(states, { confirmed: true, at: AT, scale })).toBe(states)
  })

  it('stand behind all that is wrong, in order, on any scale', () => {
    for (const of of [scale, severityScale([]), severityScale(threeBands.slice(0, 1))]) {
      const fine = of.levels.filter(({ kind }) => ['operational', 'notice', 'maintenance'].includes(kind))
      const map = new Map(fine.map(one => [one.key, { level: one, inMaintenance: false, impacts: [], since: null }] as const))
      const ranks = [...confirmedStates(map, { confirmed: false, at: null, scale: of }).values()].map(state => state.level.rank)
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      expect(new Set(ranks).size).toBe(ranks.length)
      expect(Math.min(...ranks)).toBeGreaterThan(of.maintenance.rank)
      expect(Math.max(...ranks)).toBeLessThan(Math.min(...of.levels.slice(of.maintenance.rank + 1).map(({ rank }) => rank)))
    }
  })

  it.each([
    [['operational', 'notice'], 'unknown', 'notice'],
    [['operational', 'degraded'], 'band', undefined],
    [['operational', 'unknown'], 'unknown', undefined],
  ])('leave the header of a group of %s at the worst', (ids, kind, last) => {
    const [group] = groupComponents(
      components.filter(({ id }) => ids.includes(id)),
      unconfirmed,
      scale,
      { by: null },
    )
    expect(group!.level.kind).toBe(kind)
    expect(group!.level.lastKnown?.level.kind).toBe(last)
  })

  it.each<[readonly StatusPart[], boolean, boolean]>([
    [[], false, true],
    [['phases', 'impactTypes'], false, true],
    [[], true, false],
    [['components'], false, false],
    [['incidents'], false, false],
    [['severities'], false, false],
  ])('are those of which a deciding part is missing, or old: %j, stale %s', (missing, stale, confirmed) => {
    expect(isConfirmed({ missing, stale })).toBe(confirmed)
    const { counts } = withConfirmedCounts(verdict({ states, ongoing: [], scale, missing, stale }))
    const affected = [...states.values()].filter(state => affectingLevel(state)).length
    expect(affected).toBe(3)
    expect(counts).toEqual({
      total: 6,
      affected,
      maintenance: confirmed ? 1 : 0,
      unknown: confirmed ? 0 : 3,
    })
  })
})

describe('a component that the server calls affected by what has not begun', () => {
  const later = (severity: number | null) => incident('later', severity, { beganAt: T + HOUR_MS, impacts: [] })
  const judged = (severity: number | null, activeReferences: string[], also: readonly Incident[] = []) => {
    const listed = [component('web', activeReferences)]
    const known = [later(severity), ...also]
    return doubtedStates(
      componentStates(listed, { incidents: known, incidentsLoaded: true }, T, scale),
      listed,
      known,
      T,
      scale,
    ).get('web')!.level.kind
  }
  const onWeb = (severity: number) => incident('now', severity, { impacts: [impact(severity, 'web')] })

  it.each([90, 10, 0, null])('is unknown (severity %s)', severity => {
    expect(judged(severity, ['later'])).toBe('unknown')
  })

  it('stays what is worse', () => {
    expect(judged(90, ['later'], [onWeb(90)])).toBe('band')
    expect(judged(90, ['later'], [onWeb(10)])).toBe('unknown')
  })

  it.each([
    ['ends before it begins', incident('odd', 90, { beganAt: T + HOUR_MS, endedAt: AT, impacts: [] })],
    [
      'has ended as well, by the same id',
      incident('odd', 90, { beganAt: AT - HOUR_MS, endedAt: AT, otherVersions: [{ ...later(90), id: 'odd' }] }),
    ],
  ])('is unknown, also by what %s', (_, odd) => {
    expect(judged(90, ['odd'], [odd])).toBe('unknown')
    expect(judged(90, [], [odd])).toBe('operational')
  })

  it('is what it is where the server does not name it', () => {
    expect(judged(90, [])).toBe('operational')
    expect(judged(90, ['now'], [onWeb(90)])).toBe('band')
  })
})
