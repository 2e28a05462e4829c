import '../../../support/temporal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_OCCURRENCES, occurrencesOf, type RecurrenceRule } from '@/domain/time/recurrence'
import { wallTimeOf } from '@/domain/time/wallTime'
import { at, HOUR_MS } from '../builders'

const BERLIN = 'Europe/Berlin'
const weekly = { kind: 'weekly', weeks: 1 } as const
const first = (begin: string, end: string) => ({ beganAt: at(begin), endedAt: at(end) })
const ask = (
  window: ReturnType<typeof first>,
  rule: RecurrenceRule,
  { zone = BERLIN, count = 3, until = null as string | null } = {},
) => {
  const { windows, ...rest } = occurrencesOf(window, { rule, zone, count, until })
  return {
    ...rest,
    walls: windows.map(one => `${wallTimeOf(one.beganAt, zone)} ${wallTimeOf(one.endedAt, zone).slice(11)}`),
    windows,
  }
}

describe('what comes again', () => {
  const friday = first('2026-03-20T21:00Z', '2026-03-21T01:00Z')

  it('keeps the time that the clocks show, over a change of them and over midnight', () => {
    expect(ask(friday, weekly).walls).toEqual(['2026-03-20T22:00 02:00', '2026-03-27T22:00 02:00', '2026-04-03T22:00 02:00'])
    const night = first('2026-03-21T21:00Z', '2026-03-22T03:00Z')
    expect(ask(night, weekly, { count: 2 }).windows[1]).toEqual(first('2026-03-28T21:00Z', '2026-03-29T02:00Z'))
  })

  it('is daily, or every so many weeks', () => {
    expect(ask(friday, { kind: 'daily' }).walls.map(wall => wall.slice(8, 10))).toEqual(['20', '21', '22'])
    expect(ask(friday, { kind: 'weekly', weeks: 2 }).walls.map(wall => wall.slice(5, 10))).toEqual(['03-20', '04-03', '04-17'])
  })

  it('is on the same day of each month, and tells the months that have none', () => {
    const last = first('2026-01-31T10:00Z', '2026-01-31T11:00Z')
    const { walls, skipped } = ask(last, { kind: 'monthlyDay' }, { count: 4 })
    expect(walls.map(wall => wall.slice(0, 10))).toEqual(['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31'])
    expect(skipped).toEqual(['2026-02', '2026-04', '2026-06'])
  })

  it('is on the same weekday of each month, the fifth one where there is one', () => {
    const second = first('2026-03-10T10:00Z', '2026-03-10T11:00Z')
    expect(ask(second, { kind: 'monthlyWeekday' }).walls.map(wall => wall.slice(0, 10))).toEqual([
      '2026-03-10',
      '2026-04-14',
      '2026-05-12',
    ])
    const fifth = ask(first('2026-03-31T10:00Z', '2026-03-31T11:00Z'), { kind: 'monthlyWeekday' }, { count: 2 })
    expect(fifth.walls.map(wall => wall.slice(0, 10))).toEqual(['2026-03-31', '2026-06-30'])
    expect(fifth.skipped).toEqual(['2026-04', '2026-05'])
  })

  it('ends with a count, a last date, or what is the most', () => {
    expect(ask(friday, weekly, { count: 1 }).walls).toHaveLength(1)
    expect(ask(friday, weekly, { count: 20, until: '2026-04-03' }).walls).toHaveLength(3)
    expect(ask(friday, weekly, { count: 20, until: '2026-04-02' }).walls).toHaveLength(2)
    expect(ask(friday, { kind: 'daily' }, { count: 1000 }).walls).toHaveLength(MAX_OCCURRENCES)
    const months = ask(first('2026-01-31T10:00Z', '2026-01-31T11:00Z'), { kind: 'monthlyDay' }, { count: 9, until: '2026-02-10' })
    expect([months.walls.length, months.skipped]).toEqual([1, ['2026-02']])
  })

  it('lies behind the gap where the clocks leave its time out, and that is told', () => {
    const { windows, moved } = ask(first('2026-03-22T01:30Z', '2026-03-22T01:45Z'), weekly, { count: 2 })
    expect(windows[1]).toEqual(first('2026-03-29T01:30Z', '2026-03-29T01:45Z'))
    expect(moved).toEqual([at('2026-03-29T01:30Z')])
  })
})

it('always begins and ends in order, at the time of the wall, and lasts', () => {
  const zones = fc.constantFrom('UTC', BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca')
  const rules = fc.oneof(
    fc.constant<RecurrenceRule>({ kind: 'daily' }),
    fc.integer({ min: 1, max: 8 }).map((weeks): RecurrenceRule => ({ kind: 'weekly', weeks })),
    fc.constantFrom<RecurrenceRule>({ kind: 'monthlyDay' }, { kind: 'monthlyWeekday' }),
  )
  const begins = fc
    .integer({ min: at('2020-01-01T00:00Z') / 60_000, max: at('2035-01-01T00:00Z') / 60_000 })
    .map(minute => minute * 60_000)
  const lengths = fc.integer({ min: 1, max: 60 * 48 }).map(minutes => minutes * 60_000)
  fc.assert(
    fc.property(begins, lengths, rules, zones, fc.integer({ min: 1, max: 40 }), (beganAt, length, rule, zone, count) => {
      const window = { beganAt, endedAt: beganAt + length }
      const { windows, moved, skipped } = occurrencesOf(window, { rule, zone, count, until: null })
      expect(windows[0]).toEqual(window)
      expect(windows.length).toBe(Math.min(count, MAX_OCCURRENCES, windows.length))
      if (!skipped.length) expect(windows.length).toBe(Math.min(count, MAX_OCCURRENCES))
      const clock = (instant: number) => wallTimeOf(instant, zone).slice(11)
      windows.forEach((one, index) => {
        expect(one.endedAt).toBeGreaterThan(one.beganAt)
        expect(Math.abs(one.endedAt - one.beganAt - length)).toBeLessThanOrEqual(2 * HOUR_MS)
        if (index) expect(one.beganAt).toBeGreaterThan(windows[index - 1]!.beganAt)
        if (!moved.includes(one.beganAt)) expect(clock(one.beganAt)).toBe(clock(beganAt))
      })
    }),
  )
})
