import { addMonths, monthSpan, type Span } from '@/domain/time/calendar'
import type { Observed } from '@/domain/component/componentHistory'
import type { Incident } from './incident'
import { newestFirst, placeInTime, timingAt } from './moment'
import { overlap, spanWithout } from '@/domain/time/spans'
import { allVersions, onceEach } from './versions'

/** A calendar month in a zone, half open, epoch milliseconds. */
export interface Month extends Span {
  /** `2026-03` */
  readonly month: string
}

/**
 * Months in a row in the zone, newest first.
 * @param newest `2026-03`
 * @param oldest the last one worth showing; null = no such limit
 */
export function monthsBack(newest: string, count: number, zone: string, oldest: string | null = null): Month[] {
  const months: Month[] = []
  for (let month = newest; months.length < count && (oldest === null || month >= oldest); month = addMonths(month, -1)) {
    if (month < '0001-01') break
    months.push({ month, ...monthSpan(month, zone) })
  }
  return months
}

/** A month with its incidents, newest first. */
export interface MonthOfIncidents {
  readonly month: Month
  readonly incidents: readonly Incident[]
}

/**
 * Incidents by month, each once (ours): in the month of its begin, or in the oldest month that is shown if it began before and
 * reaches it. One whose begin cannot be read stands in the month of its end, else in the present one; one whose id comes twice
 * stands where each of both does. What is still to begin is no history. What ends before it begins is listed all the same; where it
 * would begin after the last month, and that is the present one, it stands there, so that none is lost.
 * @param months in a row, newest first
 * @param now epoch milliseconds
 */
export function incidentsByMonth(incidents: readonly Incident[], months: readonly Month[], now: number): MonthOfIncidents[] {
  const lists = months.map((): Incident[] => [])
  const versions = allVersions(incidents)
  const once = (list: Incident[]) => (versions === incidents ? list : onceEach(list))
  for (const incident of versions) {
    const timing = timingAt(incident, now)
    if (timing !== 'scheduled') lists[placeOf(incident, months, timing === 'invalid', now)]?.push(incident)
  }
  return months.map((month, index) => ({ month, incidents: once(lists[index]!.sort(newestFirst)) }))
}

/** Index of the month that lists it, -1 for none. By halving: ten years of incidents are placed without a search through all months. */
function placeOf(incident: Incident, months: readonly Month[], isInvalid: boolean, now: number): number {
  const { endedAt } = incident
  const [newest, oldest] = [months[0], months.at(-1)]
  if (!newest || !oldest) return -1
  const start = incident.beginUnreadable ? Math.min(endedAt ?? now, now) : placeInTime(incident)
  if (start >= newest.end) return isInvalid && now >= newest.start && now < newest.end ? 0 : -1
  if (start < oldest.start) return endedAt === null || endedAt > oldest.start ? months.length - 1 : -1
  let from = 0
  let to = months.length - 1
  while (from < to) {
    const middle = (from + to) >> 1
    if (start >= months[middle]!.start) to = middle
    else from = middle + 1
  }
  return from
}

/** What is known of a span. */
export interface Knowledge<T extends { readonly span: Span }> {
  /** Only then may it be said that nothing happened. */
  readonly isWhole: boolean
  /** Whether any of it that is past is on record at all. */
  readonly isRecorded: boolean
  /** Nothing at all. */
  readonly isNone: boolean
  /** Some of it is being asked for, and did not fail before. */
  readonly isAwaited: boolean
  /** What failed, with the reasons. */
  readonly failed: readonly T[]
  /** What is not known, nor awaited, nor told by `failed`: disjoint, ascending. */
  readonly gaps: readonly Span[]
}

/**
 * What is known of a month. The time after now, and that before the records begin, is no gap.
 * @param now epoch milliseconds
 */
export function knowledgeOf<T extends { readonly span: Span }>(
  month: Span,
  {
    observed,
    awaited,
    failed,
    recordsSince,
    now,
  }: {
    observed: Observed
    awaited: readonly Span[]
    failed: readonly T[]
    /** Epoch milliseconds; null = no such limit. */
    recordsSince: number | null
    now: number
  },
): Knowledge<T> {
  const wanted = overlap(month, { start: recordsSince ?? -Infinity, end: now })
  const missing = wanted ? spanWithout(wanted, observed) : []
  const own = failed.filter(({ span }) => wanted && overlap(wanted, span))
  const untold = missing.flatMap(part =>
    spanWithout(
      part,
      own.map(({ span }) => span),
    ),
  )
  return {
    isWhole: wanted !== null && !missing.length,
    isRecorded: wanted !== null,
    isNone: missing.length === 1 && missing[0]!.start === wanted!.start && missing[0]!.end === wanted!.end,
    isAwaited: untold.some(part => awaited.some(span => overlap(part, span))),
    failed: own,
    gaps: untold.flatMap(part => spanWithout(part, awaited)),
  }
}
