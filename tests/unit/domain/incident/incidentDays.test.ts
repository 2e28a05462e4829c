import { describe, expect, it } from 'vitest'
import { addDaysToDate, daysOfMonth, weekdayOf, type Span } from '@/domain/time/calendar'
import type { Incident } from '@/domain/incident/incident'
import { incidentsByDayTouched } from '@/domain/incident/incidentDays'
import { at, HOUR_MS, impact, incident, MAINTENANCE, NOTICE, OUTAGE, scale } from '../builders'

const NOW = at('2026-03-10T12:00:00Z')
const always: Span[] = [{ start: -Infinity, end: Infinity }]

const days = daysOfMonth('2026-03', 'UTC')
const march = (incidents: readonly Incident[], known: { observed?: Span[]; recordsSince?: number } = {}) =>
  incidentsByDayTouched(incidents, days, { scale, observed: always, recordsSince: null, now: NOW, ...known })
const datesOf = (fields: Partial<Incident>) =>
  march([incident(fields)])
    .filter(day => day.incidents.length)
    .map(({ day }) => Number(day.date.slice(-2)))

describe('the days of a month', () => {
  it('follow each other, whatever the clocks do', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns']) {
      const all = daysOfMonth('2026-03', zone)
      expect(all).toHaveLength(31)
      expect(all.slice(1).map(({ start }) => start)).toEqual(all.slice(0, -1).map(({ end }) => end))
    }
    const [short] = daysOfMonth('2026-03', 'Europe/Berlin').slice(28)
    expect(short!.end - short!.start).toBe(23 * HOUR_MS)
    expect(daysOfMonth('2028-02', 'UTC').at(-1)!.date).toBe('2028-02-29')
  })

  it('have a day of the week and neighbours', () => {
    expect(weekdayOf('2026-03-09')).toBe(1)
    expect(weekdayOf('2026-03-15')).toBe(7)
    expect(addDaysToDate('2026-03-01', -1)).toBe('2026-02-28')
    expect(addDaysToDate('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('an incident stands on', () => {
  const time = (text: string | null) => (text === null ? null : at(`2026-03-${text}Z`))
  it.each([
    ['all days that it touches', '03T10:00', '05T10:00', [3, 4, 5]],
    ['its day alone where it ends at midnight', '03T10:00', '04T00:00', [3]],
    ['its day where it has no length', '03T00:00', '03T00:00', [3]],
    ['the day of its begin where it ends before', '03T10:00', '02T10:00', [3]],
    ['all days until now while it goes on', '08T10:00', null, [8, 9, 10]],
    ['all days since ever where it has no begin', null, '02T10:00', [1, 2]],
    ['none while it is scheduled', '20T10:00', '21T10:00', []],
  ])('%s', (_, began, ended, expected) => {
    expect(datesOf({ beganAt: time(began), endedAt: time(ended) })).toEqual(expected)
  })

  it('the day of its end, or today, where its begin cannot be read', () => {
    expect(datesOf({ beganAt: null, beginUnreadable: true, endedAt: at('2026-03-05T10:00:00Z') })).toEqual([5])
    expect(datesOf({ beganAt: null, beginUnreadable: true, endedAt: null })).toEqual([10])
  })
})

describe('a day', () => {
  it('has the worst of its incidents, newest first', () => {
    const on = (severity: number, hour: string) =>
      incident({ beganAt: at(`2026-03-03T${hour}:00Z`), endedAt: at(`2026-03-03T${hour}:30Z`), impacts: [impact(severity)] })
    const [low, worst, works] = [on(NOTICE, '12'), on(OUTAGE, '10'), on(MAINTENANCE, '11')]
    const day = march([low, worst, works])[2]!
    expect(day.incidents).toEqual([low, works, worst])
    expect(day.level?.name).toBe('outage')
    expect(march([])[2]!.level).toBeNull()
  })

  it('is unknown at worst where nobody knows what its incident affects', () => {
    const day = march([incident({ beganAt: at('2026-03-03T10:00:00Z'), endedAt: at('2026-03-03T11:00:00Z'), impacts: [] })])[2]!
    expect(day.level?.kind).toBe('unknown')
  })

  it('says how much of it is known', () => {
    const observed = [{ start: at('2026-03-02T00:00:00Z'), end: at('2026-03-04T12:00:00Z') }]
    const known = (day: number) => march([], { observed })[day - 1]!.known
    expect([1, 2, 3, 4, 5, 10, 11].map(known)).toEqual(['none', 'all', 'all', 'part', 'none', 'none', 'future'])
    expect(march([])[9]!.known).toBe('all')
    const recorded = march([], { recordsSince: at('2026-03-05T06:00:00Z') })
    expect([4, 5, 6].map(day => recorded[day - 1]!.known)).toEqual(['none', 'part', 'all'])
  })
})
