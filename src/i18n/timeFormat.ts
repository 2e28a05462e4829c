import { isolated } from '@/domain/characters'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/domain/time/units'
import { justNow } from './justNow'

/** Formats cost much more to make than to use, and a long list has thousands of times. */
const made = new Map<string, ReturnType<typeof makeFormats>>()

function formatsOf(locale: string, zone: string) {
  const key = `${locale} ${zone}`
  const formats = made.get(key) ?? makeFormats(locale, zone)
  made.set(key, formats)
  return formats
}

const UNIT_MS = { day: DAY_MS, hour: HOUR_MS, minute: MINUTE_MS }

/** Each is made when it is wanted for the first time. */
const once = <T>(make: () => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

function makeFormats(locale: string, zone: string) {
  const format = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' }))
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  const number = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options))
  const unit = (name: string) => number({ style: 'unit', unit: name, unitDisplay: 'short' })
  return {
    time: format({ ...clock, timeZoneName: 'short' }),
    dayTime: format({ weekday: 'short', ...day, ...clock, timeZoneName: 'short' }),
    yearTime: format({ ...day, year: 'numeric', ...clock, timeZoneName: 'short' }),
    bareDayTime: format({ weekday: 'short', ...day, ...clock }),
    year: format({ year: 'numeric' }),
    dateKey: format({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    calendarDay: format({ weekday: 'short', ...day }, 'UTC'),
    calendarYear: format({ weekday: 'short', ...day, year: 'numeric' }, 'UTC'),
    relative: once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' })),
    present: once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })),
    percent: number({ style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    wholePercent: number({ style: 'percent', maximumFractionDigits: 0 }),
    list: once(() => new Intl.ListFormat(locale)),
    units: { day: unit('day'), hour: unit('hour'), minute: unit('minute') },
  }
}

/** Where and when what is told is read. All are asked each time, since they change while the page is open. */
export interface Reader {
  /** Of numbers and dates: `en-GB`. */
  readonly locale: () => string
  /** IANA name. */
  readonly zone: () => string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Any instant of the day of now; now itself, where nothing else is given. */
  readonly today?: () => number
}

/**
 * Instants, days and durations in words. Instants are epoch milliseconds and are shown in the reader's zone, which every
 * absolute time names. Years outside what calendars print are shown as they are.
 */
export function createFormat({ locale, zone, now, today = now }: Reader) {
  const formats = () => formatsOf(locale(), zone())

  const sameYear = (instant: number) => formats().year().format(instant) === formats().year().format(today())
  const sameDay = (a: number, b: number) => formats().dateKey().format(a) === formats().dateKey().format(b)

  /** Day and time with the zone; the year where it is not this one. */
  function dateTime(instant: number): string {
    return sameYear(instant) ? formats().dayTime().format(instant) : formats().yearTime().format(instant)
  }

  /** Time alone where the instant lies today. */
  function shortTime(instant: number): string {
    return sameDay(instant, today()) ? formats().time().format(instant) : dateTime(instant)
  }

  const zoneName = (instant: number) =>
    formats()
      .time()
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value

  /** A begin and an end that name the day once where it is the same, and the zone once unless the clocks change in between. */
  function range(start: number, end: number): string {
    if (!sameYear(start) || !sameYear(end)) return `${formats().yearTime().format(start)} – ${formats().yearTime().format(end)}`
    const last = sameDay(start, end) ? formats().time().format(end) : formats().dayTime().format(end)
    const first = zoneName(start) === zoneName(end) ? formats().bareDayTime() : formats().dayTime()
    return `${first.format(start)} – ${last}`
  }

  /** A calendar date, `2026-03-29`, in words. Dates have no zone any more. */
  function day(date: string): string {
    const instant = Date.parse(`${date}T00:00:00Z`)
    if (Number.isNaN(instant)) return date
    const thisYear = formats().year().format(today()) === date.slice(0, 4)
    return (thisYear ? formats().calendarDay() : formats().calendarYear()).format(instant)
  }

  /** A length of time in its two largest units, "2 hr 5 min"; below a minute "1 min", since no page counts seconds. */
  function duration(ms: number): string {
    const minutes = Math.max(Math.floor(ms / MINUTE_MS), ms > 0 ? 1 : 0)
    const parts: [number, 'day' | 'hour' | 'minute'][] = [
      [Math.floor(minutes / 1440), 'day'],
      [Math.floor(minutes / 60) % 24, 'hour'],
      [minutes % 60, 'minute'],
    ]
    const first = parts.findIndex(([amount]) => amount > 0)
    if (first < 0) return formats().units.minute().format(0)
    const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0)
    // A number stays with its unit at the end of a line.
    return shown.map(([amount, unit]) => formats().units[unit]().format(amount).replaceAll(' ', '\u00a0')).join(' ')
  }

  /** "in 2 hours", "3 days ago", seen from now, or from another instant; "now" within a minute of it. */
  function relative(instant: number, from = now()): string {
    const ms = instant - from
    const size = Math.abs(ms)
    if (!(size >= MINUTE_MS)) return formats().present().format(0, 'second')
    const unit = size >= 2 * DAY_MS ? 'day' : size >= 2 * HOUR_MS ? 'hour' : 'minute'
    const amount = Math.trunc(ms / UNIT_MS[unit])
    return formats().relative().format(amount, unit)
  }

  /** How long ago an answer came: as `relative`, but never "now". */
  const ago = (instant: number, from = now()): string =>
    Math.abs(instant - from) < MINUTE_MS ? justNow(locale()) : relative(instant, from)

  return {
    dateTime,
    shortTime,
    range,
    day,
    duration,
    relative,
    ago,
    /** RFC 3339 in UTC, for `<time datetime>`. */
    machine: (instant: number) => (Math.abs(instant) <= 8.64e15 ? new Date(instant).toISOString() : ''),
    /** An availability in hundredths of a percent; the domain has cut it already. */
    basisPoints: (value: number) =>
      formats()
        .percent()
        .format(value / 10_000),
    /** A share, 0..1, in whole percent; what is not nothing never reads 0 %, and what is not all never 100 %. */
    share: (value: number) =>
      formats()
        .wholePercent()
        .format(value <= 0 || value >= 1 ? value : clamp(value, 0.01, 0.99)),
    list: (items: readonly string[]) => formats().list().format(items.map(isolated)),
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

export type Format = ReturnType<typeof createFormat>
