import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/calendar'
import { withEnds } from '@/domain/recentDays'
import { incidentsByDay } from '@/domain/timeline'
import type { Incident } from '@/domain/incident'
import { incident } from './builders'

const days: readonly Day[] = [0, 1, 2].map(index => ({ date: `day ${index}`, start: index * 100, end: index * 100 + 100 }))
const listed = (...incidents: Incident[]) =>
  withEnds(incidentsByDay(incidents, days), incidents, days[1]!.start).map(one => one.incidents.map(({ id }) => id))

describe('what ended in the days that are shown at first', () => {
  it('and began before them is also on the day of its end, at its top', () => {
    const long = incident({ id: 'long', beganAt: 5, endedAt: 250 })
    const short = incident({ id: 'short', beganAt: 210, endedAt: 220 })
    expect(listed(short, long)).toEqual([['long', 'short'], [], ['long']])
  })

  it('and began before all days, or nobody knows when, too', () => {
    expect(listed(incident({ id: 'a', beganAt: -900, endedAt: 100 }))).toEqual([[], ['a'], ['a']])
    expect(listed(incident({ id: 'b', beganAt: null, endedAt: 299 }))).toEqual([['b'], [], ['b']])
  })

  it('and began in them is there once', () => {
    expect(listed(incident({ id: 'a', beganAt: 100, endedAt: 250 }))).toEqual([[], ['a'], []])
  })

  it('leaves out what ended before them, and what contradicts itself', () => {
    expect(listed(incident({ id: 'a', beganAt: 5, endedAt: 99 }))).toEqual([[], [], ['a']])
    expect(listed(incident({ id: 'b', beganAt: 250, endedAt: 120 }))).toEqual([['b'], [], []])
  })
})
