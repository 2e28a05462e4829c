import { describe, expect, it } from 'vitest'
import type { Incident } from '@/domain/incident/incident'
import { incidentsAt } from '@/domain/incident/moment'
import { remindersAt } from '@/domain/incident/reminders'
import { at, DAY_MS, HOUR_MS, impact, incident, MAINTENANCE, MINUTE_MS, OUTAGE, scale } from '../builders'

const NOW = at('2026-03-10T12:00:00Z')
const NO_NAMES: Parameters<typeof remindersAt>[1]['firstPhase'] = { incident: null, maintenance: null }
const names = ['Scheduled', 'Investigating', 'In progress', 'Resolved']
const phase = (order: number) => ({ generation: 1, order })

const update = (minutesAgo: number | null) => ({
  incidentId: 'one',
  order: 0,
  title: 'News',
  description: '',
  createdAt: minutesAgo === null ? null : NOW - minutesAgo * MINUTE_MS,
})
/** What is told about one incident, in short. */
function told(
  fields: Partial<Incident>,
  { updates = [] as [string, ReturnType<typeof update> | null][], first = NO_NAMES, last = NO_NAMES } = {},
) {
  const one = incident({ id: 'one', ...fields })
  return remindersAt(NOW, {
    ...incidentsAt([one], NOW, scale),
    newestUpdates: new Map(updates),
    generations: new Map([
      [1, { generation: 1, names }],
      [2, { generation: 2, names: ['Open'] }],
    ]),
    firstPhase: first,
    lastPhase: last,
  }).map(({ kind, since, phase: name }) => [kind, (NOW - since) / MINUTE_MS, name])
}

describe('of an ongoing incident', () => {
  const said = { beganAt: NOW - HOUR_MS, updateOrders: [0], phase: phase(1) }

  it('is told when nothing was said for half an hour', () => {
    expect(told(said, { updates: [['one', update(47)]] })).toEqual([['quiet', 47, null]])
    expect(told(said, { updates: [['one', update(30)]] })).toEqual([['quiet', 30, null]])
    expect(told(said, { updates: [['one', update(29)]] })).toEqual([])
  })

  it('is told when nothing was said at all', () => {
    expect(told({ ...said, updateOrders: [] })).toEqual([['silent', 60, null]])
    expect(told({ ...said, updateOrders: [], beganAt: NOW - MINUTE_MS })).toEqual([])
    expect(told({ ...said, updateOrders: [], beganAt: null })).toEqual([])
  })

  it('is told nothing where the last update is not known', () => {
    expect(told(said)).toEqual([])
    expect(told(said, { updates: [['one', null]] })).toEqual([])
    expect(told(said, { updates: [['one', update(null)]] })).toEqual([])
  })
})

describe('of a maintenance that has begun', () => {
  const running = { beganAt: NOW - 5 * MINUTE_MS, endedAt: NOW + HOUR_MS, impacts: [impact(MAINTENANCE)], phase: phase(0) }

  it('is told that it still says it is to come', () => {
    expect(told(running)).toEqual([['begun', 5, 'Scheduled']])
    expect(told({ ...running, phase: phase(2) })).toEqual([])
    expect(told({ ...running, beganAt: NOW + MINUTE_MS })).toEqual([])
  })

  it('the first phase is the one of that name', () => {
    const first = { incident: null, maintenance: 'in progress' }
    expect(told({ ...running, phase: phase(2) }, { first })).toEqual([['begun', 5, 'In progress']])
    expect(told(running, { first })).toEqual([])
  })

  it('is told nothing where the phase is not known, is the only one, or something is broken as well', () => {
    expect(told({ ...running, phase: null })).toEqual([])
    expect(told({ ...running, phase: { generation: 9, order: 0 } })).toEqual([])
    expect(told({ ...running, phase: { generation: 2, order: 0 } })).toEqual([])
    expect(told({ ...running, impacts: [impact(MAINTENANCE), impact(OUTAGE, 'db')], updateOrders: [0] })).toEqual([])
  })
})

describe('of what is over', () => {
  const over = { beganAt: NOW - 5 * HOUR_MS, endedAt: NOW - HOUR_MS, phase: phase(2) }

  it('is told that its phase is not the last', () => {
    expect(told(over)).toEqual([['over', 60, 'In progress']])
    expect(told({ ...over, impacts: [impact(MAINTENANCE)] })).toEqual([['over', 60, 'In progress']])
    expect(told({ ...over, phase: phase(3) })).toEqual([])
  })

  it('the last phase is the one of that name', () => {
    const last = { incident: 'In progress', maintenance: null }
    expect(told(over, { last })).toEqual([])
    expect(told({ ...over, phase: phase(3) }, { last })).toEqual([['over', 60, 'Resolved']])
    expect(told({ ...over, phase: phase(3) }, { last: { incident: 'Nowhere', maintenance: null } })).toEqual([])
  })

  it('is told nothing after some days, or where the phase is not known', () => {
    expect(told({ ...over, beganAt: NOW - 9 * DAY_MS, endedAt: NOW - 4 * DAY_MS })).toEqual([])
    expect(told({ ...over, phase: null })).toEqual([])
  })
})

it('what has waited longest comes first', () => {
  const list = [
    incident({ id: 'a', beganAt: NOW - 40 * MINUTE_MS }),
    incident({ id: 'b', beganAt: NOW - 5 * HOUR_MS, endedAt: NOW - 2 * HOUR_MS, phase: phase(0) }),
    incident({ id: 'c', beganAt: NOW - 50 * MINUTE_MS }),
  ]
  const reminders = remindersAt(NOW, {
    ...incidentsAt(list, NOW, scale),
    newestUpdates: new Map(),
    generations: new Map([[1, { generation: 1, names }]]),
    firstPhase: NO_NAMES,
    lastPhase: NO_NAMES,
  })
  expect(reminders.map(one => one.incident.id)).toEqual(['b', 'c', 'a'])
})
