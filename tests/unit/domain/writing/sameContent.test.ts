import { describe, expect, it } from 'vitest'
import { findSame, findNamed, findSameUpdate, sameName } from '@/domain/writing/sameContent'
import { DEGRADED, OUTAGE, impact, incident, update } from '../builders'

const sent = {
  title: 'Slow',
  description: 'a',
  beganAt: 10_500,
  phase: { generation: 1, order: 0 },
  impacts: [
    { componentId: 'a', typeId: 'slow', severity: OUTAGE },
    { componentId: 'b', typeId: 'slow', severity: OUTAGE },
  ],
}
const listed = (fields: object = {}) =>
  incident({ id: 'new', title: 'Slow', description: 'a', beganAt: 10_000, impacts: sent.impacts.toReversed(), ...fields })

describe('an incident whose POST nobody answered', () => {
  it.each([
    ['is the one with the same content', {}, true],
    [
      'is one whose other values the server lost',
      { description: '', phase: null, endedAt: 9, impacts: [impact(DEGRADED, 'b'), impact(null, 'a', null)] },
      true,
    ],
    ['is none that was there before', { id: 'old' }, false],
    ['is none of another title', { title: 'Slower' }, false],
    ['is none of another begin', { beganAt: 11_500 }, false],
    ['is none without a begin', { beganAt: null }, false],
    ['is none on fewer components', { impacts: [impact(OUTAGE, 'a')] }, false],
    ['is none on other components', { impacts: [impact(OUTAGE, 'a'), impact(OUTAGE, 'c')] }, false],
    ['is none on more components', { impacts: [...sent.impacts, impact(OUTAGE, 'c')] }, false],
  ])('%s', (_, fields, found) => {
    const candidate = listed(fields)
    expect(findSame(sent, [incident({ title: 'x' }), candidate], new Set(['old']))).toEqual(
      found ? { kind: 'one', item: candidate } : { kind: 'none' },
    )
  })

  it('may be several', () => {
    const items = [listed({ id: 'x' }), listed({ id: 'y' })]
    expect(findSame(sent, items, new Set())).toEqual({ kind: 'several', items })
  })

  it('may have any begin where none was sent, and no components where none were', () => {
    const bare = { title: 'Slow', phase: sent.phase }
    expect(findSame(bare, [listed({ impacts: [] })], new Set()).kind).toBe('one')
    expect(findSame(bare, [listed()], new Set()).kind).toBe('none')
  })
})

describe('an update whose POST nobody answered', () => {
  it.each([
    ['is the one of the same text', { title: ' Update 2', createdAt: 7 }, new Set([0, 1]), 'one'],
    ['has no text', { title: 'Update 2', description: '' }, new Set<number>(), 'one'],
    ['is none of another text', { title: 'Update 2', description: 'x' }, new Set<number>(), 'none'],
    ['is none of another title', { title: 'Update 4' }, new Set<number>(), 'none'],
    ['is none that was there before', { title: 'Update 2' }, new Set([2]), 'none'],
  ])('%s', (_, update2, known, kind) => {
    expect(findSameUpdate(update2, [update(1, 0), update(2, 500), update(3, null)], known).kind).toBe(kind)
  })

  it('may be several', () => {
    const items = [update(1, 0), { ...update(2, 0), title: 'Update 1' }]
    expect(findSameUpdate({ title: 'Update 1' }, items, new Set())).toEqual({ kind: 'several', items })
  })
})

describe('a name', () => {
  it.each([
    ['Web', ' wEB ', true],
    ['INCIDENT', 'incident', true],
    ['Größe', 'GRÖßE', true],
    ['Web', 'Web 2', false],
    ['', ' ', true],
  ])('%j is as %j: %s', (a, b, same) => {
    expect(sameName(a, b)).toBe(same)
  })

  it('is found exactly where there is one, else in any case, and never where there is none', () => {
    const list = ['a', null, 'B', 'A', 'b']
    const placeOf = (name: string) => findNamed([...list.keys()], name, place => list[place]!)
    expect(['a', 'A', 'B', ' b', 'c', ''].map(placeOf)).toEqual([0, 3, 2, 2, undefined, undefined])
  })
})
