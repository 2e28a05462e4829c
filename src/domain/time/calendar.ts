import type { ServiceComponent } from '@/domain/component/component'
import { earliest } from './earliest'
import { DAY_MS } from './units'

/**
 * Calendar days in a zone. A day usually has 23 to 25 hours (Lord Howe 23.5 or 24.5), so boundaries come from Temporal and
 * nothing here multiplies by 24. All instants are epoch milliseconds; zones are IANA names, `UTC` included.
 */

/** One calendar day, half open: `start <= t < end`. */
export interface Day {
  /** The date in the zone, `2026-03-29`. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/** The `count` calendar days in the zone that end with the day of `now`, oldest first. */
export function daysUntil(now: number, zone: string, count: number): Day[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const dates = Array.from({ length: count + 1 }, (_, index) => today.subtract({ days: count - 1 - index }))
  const starts = dates.map(date => startOf(date, zone))
  return starts.slice(0, -1).map((start, index) => ({ date: dates[index]!.toString(), start, end: starts[index + 1]! }))
}

const startOf = (date: Temporal.PlainDate, zone: string) => date.toZonedDateTime(zone).epochMilliseconds

/** The calendar date of an instant in the zone, `2026-03-29`. */
export function dateOf(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The calendar month of an instant in the zone, `2026-03`. */
export function monthOf(instant: number, zone: string): string {
  return dateOf(instant, zone).slice(0, -3)
}

/** A calendar month, `2026-03`, in the zone. Throws RangeError for what is none, or lies outside of what Temporal can tell. */
export function monthSpan(month: string, zone: string): Span {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  return { start: startOf(first, zone), end: startOf(first.add({ months: 1 }), zone) }
}

/** The days of a calendar month, `2026-03`, in the zone, in order. Throws RangeError as `monthSpan` does. */
export function daysOfMonth(month: string, zone: string): Day[] {
  const { year, month: number, daysInMonth } = Temporal.PlainYearMonth.from(month)
  return Array.from({ length: daysInMonth }, (_, index) => {
    const date = Temporal.PlainDate.from({ year, month: number, day: index + 1 })
    return { date: date.toString(), start: startOf(date, zone), end: startOf(date.add({ days: 1 }), zone) }
  })
}

/** The date some days later, `2026-03-29`; earlier for a negative number. */
export function addDaysToDate(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The day of the week of a date: 1 = Monday to 7 = Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** The month some months later, `2026-03`; earlier for a negative number. */
export function addMonths(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString()
}

/** Whether a text names a month, `2026-03`, of the years 1 to 9999 (which is what the API can be asked for). */
export function isMonth(text: string): boolean {
  return /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

/** The start of a configured day or instant (`recordsSince`), epoch milliseconds; null where it is neither. */
export function startOfRecords(text: string | null | undefined, zone: string): number | null {
  if (!text) return null
  try {
    return /^[+-]?\d{4,6}-\d{2}-\d{2}$/.test(text)
      ? startOf(Temporal.PlainDate.from(text), zone)
      : Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

/** What of the configuration tells since when incidents are recorded: for all, and the label that tells it of one (ours). */
export interface RecordsConfig {
  readonly recordsSince: string | null
  readonly components: { readonly recordsSinceLabel: string | null }
}

/**
 * Since when the incidents of a component are recorded, epoch milliseconds: nothing before is shown as fine (docs/domain.md, "What is
 * observed"). null = no such limit. Days begin in the zone.
 * @param component undefined = one that this reader does not see
 */
export function recordsStartOf(
  component: Pick<ServiceComponent, 'labels'> | undefined,
  { recordsSince, components: { recordsSinceLabel: label } }: RecordsConfig,
  zone: string,
): number | null {
  const isOwn = component !== undefined && label !== null && Object.hasOwn(component.labels, label)
  return (isOwn ? startOfRecords(component.labels[label], zone) : null) ?? startOfRecords(recordsSince, zone)
}

/** The ids of those components whose incidents are not on record yet at t (epoch milliseconds): how they are, nobody can tell. */
export function unrecordedAt(
  components: readonly Pick<ServiceComponent, 'id' | 'labels'>[],
  config: RecordsConfig,
  zone: string,
  t: number,
): ReadonlySet<string> {
  const { recordsSince, components: labels } = config
  if (recordsSince === null && labels.recordsSinceLabel === null) return new Set()
  return new Set(components.filter(one => (recordsStartOf(one, config, zone) ?? -Infinity) > t).map(({ id }) => id))
}

/**
 * Since when anything is recorded, of whatever component: what lies before is not worth asking for. Epoch milliseconds; null = no
 * such limit. Days begin in the zone.
 */
export function recordsStart(
  components: readonly Pick<ServiceComponent, 'labels'>[],
  config: RecordsConfig,
  zone: string,
): number | null {
  return earliest([undefined, ...components].map(component => recordsStartOf(component, config, zone)))
}

/** A span of time, half open, epoch milliseconds. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The one window of incidents that the status page asks for: history and preview, for every zone at once (a day of 25 hours
 * at the far end included), rounded outward to UTC days so that caches can answer (docs/domain.md, "Windows of incidents").
 */
export function incidentWindow(now: number, historyDays: number, previewDays: number): Span {
  const start = now - historyDays * DAY_MS - 2 * 3_600_000
  return { start: Math.floor(start / DAY_MS) * DAY_MS, end: Math.ceil((now + previewDays * DAY_MS) / DAY_MS) * DAY_MS }
}
