import { describe, expect, it } from 'vitest'
import { latestPast } from '@/domain/incident/latestPast'
import type { Incident } from '@/domain/incident/incident'
import { incident } from '../builders'

const listed = (...incidents: Incident[]) => latestPast(incidents, 100).map(({ id }) => id)

describe('what was over last', () => {
  it('stands in the order of its ends: a long outage that is just over comes first', () => {
    const long = incident({ id: 'long', beganAt: 5, endedAt: 250 })
    const short = incident({ id: 'short', beganAt: 210, endedAt: 220 })
    expect(listed(short, long)).toEqual(['long', 'short'])
  })

  it('has a place where nobody knows when it began', () => {
    expect(listed(incident({ id: 'a', beganAt: 200, endedAt: 210 }), incident({ id: 'b', beganAt: null, endedAt: 299 }))).toEqual(
      ['b', 'a'],
    )
  })

  it('leaves out what was over before, but nothing that contradicts itself', () => {
    expect(listed(incident({ id: 'a', beganAt: 5, endedAt: 99 }))).toEqual([])
    expect(listed(incident({ id: 'b', beganAt: 250, endedAt: 50 }))).toEqual(['b'])
  })
})
