import { readWallTime, wallTimeOf } from './wallTime'

/** More than this at once is nobody's plan (ours): a form that writes must show every date. */
export const MAX_OCCURRENCES = 26

/** How something comes again. The day and the weekday are those of the first time. */
export type RecurrenceRule =
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; /** Every so many weeks. */ readonly weeks: number }
  | { readonly kind: 'monthlyDay' }
  | { readonly kind: 'monthlyWeekday' }

export interface Recurrence {
  readonly rule: RecurrenceRule
  /** IANA name of the zone whose clocks it goes by. */
  readonly zone: string
  /** How many in all, the first one included; `until` may end it before. */
  readonly count: number
  /** The last date on which it may begin, `2026-03-29` in the zone; null = no such limit. */
  readonly until: string | null
}

/** Epoch milliseconds, both. */
export interface Window {
  readonly beganAt: number
  readonly endedAt: number
}

export interface Occurrences {
  readonly windows: readonly Window[]
  /** Dates (`2026-02-31` as `2026-02`) on which it should begin and cannot: the month has no such day. */
  readonly skipped: readonly string[]
  /** Begins that the clocks left out, and which lie behind the gap: those of `windows` that do. */
  readonly moved: readonly number[]
}

/**
 * When a window comes again. Its begin keeps the time of day that the clocks of the zone show, its end that of the wall as well,
 * so that 22:00 to 02:00 stays that when clocks change; only where that would end before it begins it keeps its length.
 */
export function occurrencesOf(first: Window, { rule, zone, count, until }: Recurrence): Occurrences {
  const begin = wallOf(first.beganAt, zone)
  const length = wallOf(first.endedAt, zone).since(begin, { largestUnit: 'day' })
  const windows: Window[] = [first]
  const skipped: string[] = []
  const moved: number[] = []
  const limit = Math.min(Math.max(Math.floor(count), 1), MAX_OCCURRENCES)

  // A month in which it cannot be is not counted; there is never one without the next.
  for (let index = 1; windows.length < limit && index < 2 * MAX_OCCURRENCES; index++) {
    const date = dateAt(begin.toPlainDate(), rule, index)
    if (isBehind(date ?? monthAt(begin.toPlainDate(), index), until)) break
    if (!date) {
      skipped.push(monthAt(begin.toPlainDate(), index).toString())
      continue
    }
    const wall = date.toPlainDateTime(begin.toPlainTime())
    const reading = instantOf(wall, zone)
    if (!reading) break
    if (reading.skipped) moved.push(reading.instant)
    const end = instantOf(wall.add(length), zone)?.instant ?? null
    const lasts = end !== null && end > reading.instant
    windows.push({ beganAt: reading.instant, endedAt: lasts ? end : reading.instant + (first.endedAt - first.beganAt) })
  }
  return { windows, skipped, moved }
}

/** The first time that a month has no day of that number, or no such weekday, is told by null. */
function dateAt(first: Temporal.PlainDate, rule: RecurrenceRule, index: number): Temporal.PlainDate | null {
  if (rule.kind === 'daily') return first.add({ days: index })
  if (rule.kind === 'weekly') return first.add({ weeks: index * Math.max(1, Math.floor(rule.weeks)) })
  const month = monthAt(first, index)
  const day = rule.kind === 'monthlyDay' ? first.day : dayOfNthWeekday(month, nthOf(first), first.dayOfWeek)
  return day <= month.daysInMonth ? month.toPlainDate({ day }) : null
}

const monthAt = (first: Temporal.PlainDate, index: number) => first.toPlainYearMonth().add({ months: index })

/** Which of its weekdays in the month a date is: 1 to 5. */
export const nthOf = ({ day }: Pick<Temporal.PlainDate, 'day'>): number => Math.ceil(day / 7)

function dayOfNthWeekday(month: Temporal.PlainYearMonth, nth: number, weekday: number): number {
  const firstOfMonth = month.toPlainDate({ day: 1 }).dayOfWeek
  return 1 + ((weekday - firstOfMonth + 7) % 7) + (nth - 1) * 7
}

/** A month that has no such day is behind once all of it is. */
function isBehind(date: Temporal.PlainDate | Temporal.PlainYearMonth, until: string | null): boolean {
  return until !== null && date.toString() > until.slice(0, date.toString().length)
}

// Seconds of the first begin are kept: texts of wall times end at minutes.
const wallOf = (instant: number, zone: string) =>
  Temporal.PlainDateTime.from(wallTimeOf(instant, zone)).add({ milliseconds: ((instant % 60_000) + 60_000) % 60_000 })
const instantOf = (wall: Temporal.PlainDateTime, zone: string) => readWallTime(wall.toString({ fractionalSecondDigits: 3 }), zone)
