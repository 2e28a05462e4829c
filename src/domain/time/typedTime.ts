/** Dates and times of day as people type them. Dates are `2026-03-10`, times of day `14:30`. */

/** In which order a language writes day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/**
 * The date that somebody typed: `10.3.2026`, `10/03/26`, `10032026`, or `2026-03-10` in every language. Without a year the one that
 * is nearest to today.
 * @param today `2026-03-10`
 * @returns null where it is no date
 */
export function readTypedDate(text: string, order: DateOrder, today: string): string | null {
  const typed = text.trim()
  if (/^\d{8}$/.test(typed)) return unseparated(typed, order) ?? unseparated(typed, 'ymd')
  if (!/^\d{1,4}([\s./-]+\d{1,4}){1,2}\.?$/.test(typed)) return null
  const numbers = typed.match(/\d+/g) ?? []
  if (numbers.length === 2) {
    const [first = '', second = ''] = numbers
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    return nearest(month, day, today)
  }
  return dated(numbers, numbers[0]!.length === 4 ? 'ymd' : order)
}

/** Whether a text needs nothing more to be a date; one without its century may go on. */
export const isWholeDate = (text: string) => /(^|\D)\d{4}(\D|$)|^\s*\d{8}\s*$/.test(text)

/**
 * The time of day that somebody typed: `14:30`, `14.30`, `14h30`, `1430`, `9:05`, `9`, `2:30 pm`.
 * @returns null where it is none
 */
export function readTypedTime(text: string): string | null {
  const typed = text.trim().toLowerCase()
  const [, hours, minutes = '00', half] =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(am|pm)?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed) ?? []
  if (hours === undefined || Number(minutes) > 59) return null
  const hour = half ? inHalf(Number(hours), half) : Number(hours)
  return hour === null || hour > 23 ? null : `${padded(hour, 2)}:${minutes}`
}

/** Whether a text needs nothing more to be a time of day; `14` or `143` may go on. */
export const isWholeTime = (text: string) => /^\s*(\d{1,2}[:.h]\d{2}|\d{4})\s*$/i.test(text)

function inHalf(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

function unseparated(digits: string, order: DateOrder): string | null {
  const at = order === 'ymd' ? [4, 6] : [2, 4]
  return dated([digits.slice(0, at[0]), digits.slice(at[0], at[1]), digits.slice(at[1])], order)
}

function dated(numbers: readonly string[], order: DateOrder): string | null {
  const part = (letter: string) => numbers[order.indexOf(letter)]!
  const year = part('y')
  if (year.length !== 2 && year.length !== 4) return null
  return asDate(year.length === 2 ? `20${year}` : year, part('m'), part('d'))
}

function nearest(month: string, day: string, today: string): string | null {
  const now = Temporal.PlainDate.from(today)
  const away = (date: string) => Math.abs(now.until(date).days)
  const dates = [-1, 0, 1].flatMap(years => asDate(padded(now.year + years, 4), month, day) ?? [])
  return dates.sort((a, b) => away(a) - away(b))[0] ?? null
}

function asDate(year: string, month: string, day: string): string | null {
  if (month.length > 2 || day.length > 2) return null
  try {
    return Temporal.PlainDate.from(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).toString()
  } catch {
    // A day that no calendar has.
    return null
  }
}

const padded = (number: number, length: number) => String(number).padStart(length, '0')
