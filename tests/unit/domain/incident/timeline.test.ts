import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/time/calendar'
import type { Incident } from '@/domain/incident/incident'
import { incidentsByDay, neighbouringIncidents, timeline } from '@/domain/incident/timeline'
import { MINUTE_MS, ids, incident, smallIncidents, update } from '../builders'

/** Orders with a mark where an update was added later. */
const told = (...createdAt: (number | null)[]) =>
  timeline(createdAt.map((instant, order) => update(order, instant))).map(entry => (entry.addedLater ? 'later' : 'in time'))

describe('a timeline', () => {
  it('goes by order, not by time, and not by how the server sorts', () => {
    const given = [update(10, 1), update(2, 3), update(0, 2)]
    expect(timeline(given).map(entry => entry.update.order)).toEqual([0, 2, 10])
    expect(given.map(({ order }) => order)).toEqual([10, 2, 0])
  })

  it.each([
    [[], []],
    [[5], ['in time']],
    [
      [1, 2, 3],
      ['in time', 'in time', 'in time'],
    ],
    [
      [1, 9, 5],
      ['in time', 'later', 'in time'],
    ],
    [
      [9, 8, 7],
      ['later', 'later', 'in time'],
    ],
    [
      [5, 5],
      ['in time', 'in time'],
    ],
    [
      [1, null, 2],
      ['in time', 'in time', 'in time'],
    ],
    [
      [9, null, 5],
      ['later', 'in time', 'in time'],
    ],
    [
      [null, null],
      ['in time', 'in time'],
    ],
  ] as [(number | null)[], string[]][])('marks of updates created at %j: %j', (createdAt, expected) => {
    expect(told(...createdAt)).toEqual(expected)
  })

  it('marks exactly those that were created after one that follows', () => {
    const instants = fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(instants, createdAt => {
        const later = createdAt.map((instant, order) => createdAt.slice(order + 1).some(next => next !== null && instant! > next))
        expect(told(...createdAt)).toEqual(later.map(isLater => (isLater ? 'later' : 'in time')))
      }),
    )
  })
})

describe('the neighbours of an incident', () => {
  const incidents = [incident({ id: 'b', beganAt: 20 }), incident({ id: 'c', beganAt: 30 }), incident({ id: 'a', beganAt: 10 })]
  const of = (id: string, list: readonly Incident[] = incidents) => {
    const { previous, next } = neighbouringIncidents(list, id)
    return [previous && previous.id, next && next.id]
  }

  it('are the ones that began before and after it', () => {
    expect(of('b')).toEqual(['a', 'c'])
    expect(of('a')).toEqual([null, 'b'])
    expect(of('c')).toEqual(['b', null])
  })

  it('come before all others where nobody knows their begin', () => {
    expect(of('a', [...incidents, incident({ id: 'old', beganAt: null })])).toEqual(['old', 'b'])
  })

  it('are none for one that is not there', () => {
    expect(of('gone')).toEqual([null, null])
    expect(of('gone', [])).toEqual([null, null])
  })

  it('lead through all incidents, there and back, even where all began at once', () => {
    fc.assert(
      fc.property(smallIncidents(3), list => {
        const path: string[] = []
        let at: Incident | null = list.find(({ id }) => neighbouringIncidents(list, id).next === null) ?? null
        for (; at; at = neighbouringIncidents(list, at.id).previous) path.push(at.id)
        expect([...path].sort()).toEqual(ids(list).sort())
        for (const [index, id] of path.entries()) expect(neighbouringIncidents(list, id).next?.id).toBe(path[index - 1])
      }),
    )
  })
})

describe('incidents by day', () => {
  const days: readonly Day[] = [0, 1, 2].map(index => ({ date: `day ${index}`, start: index * 100, end: index * 100 + 100 }))
  const byDay = (...incidents: Incident[]) =>
    incidentsByDay(incidents, days).map(({ day, incidents }) => [day.date, ids(incidents)])

  it('stand on the day of their begin, newest day and newest incident first', () => {
    const began = (id: string, beganAt: number) => incident({ id, beganAt })
    expect(byDay(began('a', 0), began('b', 99), began('c', 100), began('d', 299))).toEqual([
      ['day 2', ['d']],
      ['day 1', ['c']],
      ['day 0', ['b', 'a']],
    ])
  })

  it.each([
    ['before the days and goes on', { beganAt: -5, endedAt: null }, true],
    ['before the days and ends in them', { beganAt: -5, endedAt: 1 }, true],
    ['before the days and ends as they begin', { beganAt: -5, endedAt: 0 }, false],
    ['nobody knows when', { beganAt: null, endedAt: 50 }, true],
    ['nobody knows when, and ended before the days', { beganAt: null, endedAt: -1 }, false],
    ['before the days, and ends even earlier', { beganAt: -5, endedAt: -9 }, false],
  ])('that began %s stand on the first day if they reach it', (_, times, stands) => {
    expect(byDay(incident({ id: 'a', ...times })).at(-1)).toEqual(['day 0', stands ? ['a'] : []])
  })

  it('show impossible times on the day of their begin, and nothing after the last day', () => {
    expect(byDay(incident({ id: 'a', beganAt: 150, endedAt: 120 }), incident({ beganAt: 300 }))[1]).toEqual(['day 1', ['a']])
    expect(byDay(incident({ beganAt: 300 })).flatMap(([, list]) => list)).toEqual([])
  })

  it('show impossible times that begin after the last day on the last day', () => {
    expect(byDay(incident({ id: 'a', beganAt: 300, endedAt: 120 }), incident({ id: 'b', beganAt: 900, endedAt: 899 }))).toEqual([
      ['day 2', ['b', 'a']],
      ['day 1', []],
      ['day 0', []],
    ])
  })

  it('are each on one day: all that began before the end and reach the begin, and impossible times after it', () => {
    const bounds = [2, 5, 5, 9].map(minute => minute * MINUTE_MS)
    const uneven = bounds.slice(1).map((end, index): Day => ({ date: `${index}`, start: bounds[index]!, end }))
    fc.assert(
      fc.property(smallIncidents(11), list => {
        const shown = incidentsByDay(list, uneven).flatMap(({ incidents }) => ids(incidents))
        const [first, last] = [bounds[0]!, bounds.at(-1)!]
        const expected = list.filter(({ beganAt, endedAt }) => {
          const start = beganAt ?? -Infinity
          const isImpossible = endedAt !== null && endedAt < start
          return start >= last ? isImpossible : start >= first || (endedAt ?? Infinity) > first
        })
        expect(shown.sort()).toEqual(ids(expected).sort())
      }),
    )
  })
})
