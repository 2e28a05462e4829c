import '../../../support/temporal'
import { describe, expect, it } from 'vitest'
import { incidentsAsOf, previousChangeBefore, readInstant, updatesUntil, writeInstant } from '@/domain/status/statusAt'
import { at, HOUR_MS, ids, impact, incident, MAINTENANCE, update } from '../builders'

describe('an instant in an address', () => {
  it.each([
    ['2026-03-10T12:00:00Z', at('2026-03-10T12:00:00Z')],
    ['2026-03-10T12:00Z', at('2026-03-10T12:00:00Z')],
    ['2026-03-10T13:00:00+01:00', at('2026-03-10T12:00:00Z')],
    ['2026-03-10T12:00:00.5Z', at('2026-03-10T12:00:00.500Z')],
    ['2026-03-10T12:00:00', null],
    ['2026-03-10', null],
    ['2026-02-30T00:00:00Z', null],
    ['now', null],
    ['', null],
    ['+012026-01-01T00:00:00Z', null],
    ['-000001-01-01T00:00:00Z', null],
  ])('"%s" is read as %s', (text, instant) => {
    expect(readInstant(text)).toBe(instant)
  })

  it('is written so that it is read again, without what is not there', () => {
    expect(writeInstant(at('2026-03-10T12:00:00Z'))).toBe('2026-03-10T12:00:00Z')
    for (const text of ['2026-03-10T12:00:00Z', '2026-03-10T12:00:00.123Z', '0001-01-01T00:00:00Z'])
      expect(writeInstant(readInstant(text)!)).toBe(text)
  })
})

describe('incidents as of an instant', () => {
  const T = 100 * HOUR_MS
  it.each([
    ['began before', { beganAt: T - 1 }, true],
    ['begins then', { beganAt: T }, true],
    ['begins later: nobody knew of it', { beganAt: T + 1 }, false],
    ['is maintenance to come', { beganAt: T + 1, impacts: [impact(MAINTENANCE)] }, true],
    ['has no begin', { beganAt: null }, true],
    ['was over by then', { beganAt: T - 2, endedAt: T - 1 }, true],
  ])('one that %s: %j is there: %s', (_, fields, isThere) => {
    expect(incidentsAsOf([incident(fields)], T)).toHaveLength(isThere ? 1 : 0)
  })

  it('have no phase, since its history is not kept', () => {
    expect(incidentsAsOf([incident({ phase: { generation: 1, order: 2 } })], T)[0]!.phase).toBeNull()
  })

  it('have the updates that had been written, and none without a time', () => {
    const updates = [update(0, T - 1), update(1, null), update(2, T), update(3, T + 1)]
    expect(updatesUntil(updates, T).map(({ order }) => order)).toEqual([0, 2])
  })
})

describe('the change before an instant', () => {
  const list = [
    incident({ id: 'a', beganAt: 10, endedAt: 20 }),
    incident({ id: 'b', beganAt: 15, endedAt: null }),
    incident({ id: 'c', beganAt: null, endedAt: 5 }),
    incident({ id: 'wrong', beganAt: 19, endedAt: 18 }),
  ]
  it.each([
    [100, 20],
    [20, 15],
    [15, 10],
    [10, 5],
    [5, null],
  ])('%d is %s', (t, expected) => {
    expect(ids(list)).toHaveLength(4)
    expect(previousChangeBefore(list, t)).toBe(expected)
  })
})
