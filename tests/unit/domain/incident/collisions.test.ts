import { describe, expect, it } from 'vitest'
import { collisionsOf } from '@/domain/incident/collisions'
import { HOUR_MS, impact, incident } from '../builders'

const window = { beganAt: 10 * HOUR_MS, endedAt: 12 * HOUR_MS }
const ask = (incidents: ReturnType<typeof incident>[], ownId: string | null = null) =>
  collisionsOf(window, new Set(['web', 'db']), incidents, ownId)
const lasting = (from: number | null, to: number | null, ...ids: string[]) =>
  incident({
    beganAt: from === null ? null : from * HOUR_MS,
    endedAt: to === null ? null : to * HOUR_MS,
    impacts: ids.map(id => impact(0, id)),
  })

describe('what collides with a planned window', () => {
  it('takes a part of its time, and no more than an end is no part', () => {
    const inside = lasting(11, 13, 'mail')
    expect(ask([lasting(8, 10, 'web'), lasting(12, 13, 'web'), inside])).toEqual([
      { incident: inside, componentIds: [], from: 11 * HOUR_MS, to: 12 * HOUR_MS },
    ])
  })

  it('goes on where it has no end, since ever where it has no begin, and never where it ends before it begins', () => {
    const [going, since] = [lasting(9, null, 'web'), lasting(null, 11, 'web')]
    expect(ask([going, since, lasting(11, 10.5, 'web')]).map(({ from, to }) => [from / HOUR_MS, to / HOUR_MS])).toEqual([
      [10, 12],
      [10, 11],
    ])
  })

  it('names the components that both affect once, and those that share some come first', () => {
    const [other, shares] = [lasting(10, 12, 'mail'), lasting(11, 12, 'db', 'db', 'mail')]
    expect(ask([other, shares]).map(({ incident: { id }, componentIds }) => [id, componentIds])).toEqual([
      [shares.id, ['db']],
      [other.id, []],
    ])
  })

  it('is never what is planned itself', () => {
    const own = lasting(10, 12, 'web')
    expect(ask([own], own.id)).toEqual([])
  })
})
