import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Incident } from '@/domain/incident/incident'
import { neighbouringIncidents, timeline } from '@/domain/incident/timeline'
import { ids, incident, smallIncidents, update } from '../builders'

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
