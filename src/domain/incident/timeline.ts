import type { Day } from '@/domain/time/calendar'
import type { Incident, IncidentUpdate } from './incident'
import { endsBeforeItBegins, newestFirst, placeInTime } from './moment'

/** An update in its place. */
export interface TimelineEntry {
  readonly update: IncidentUpdate
  /** It was written after an update that follows it: it keeps its place and says so. */
  readonly addedLater: boolean
}

/** Updates in ascending order (request guide). Times do not sort: an update that was added later keeps its place. */
export function timeline(updates: readonly IncidentUpdate[]): TimelineEntry[] {
  const sorted = [...updates].sort((a, b) => a.order - b.order)
  let earliestFollowing = Infinity
  const addedLater = sorted.map(() => false)
  for (let index = sorted.length - 1; index >= 0; index--) {
    const createdAt = sorted[index]!.createdAt
    if (createdAt === null) continue
    addedLater[index] = createdAt > earliestFollowing
    earliestFollowing = Math.min(earliestFollowing, createdAt)
  }
  return sorted.map((update, index) => ({ update, addedLater: addedLater[index]! }))
}

/** The incidents before and after one, by begin: what "previous" and "next" lead to. */
export function neighbouringIncidents(
  incidents: readonly Incident[],
  id: string,
): { previous: Incident | null; next: Incident | null } {
  const sorted = [...incidents].sort(newestFirst)
  const index = sorted.findIndex(incident => incident.id === id)
  if (index < 0) return { previous: null, next: null }
  return { previous: sorted[index + 1] ?? null, next: sorted[index - 1] ?? null }
}

/** A calendar day with the incidents that began in it, newest first. */
export interface DayOfIncidents {
  readonly day: Day
  readonly incidents: readonly Incident[]
}

/**
 * Past incidents by the day of their begin (or where they stand instead, see placeInTime), newest day first. An incident that began
 * before the first day (or nobody knows when) stands on the first day that it reaches, and one that ends before it begins and begins
 * after the last day on the last (ours, "listed and marked"), so that none is lost. n log n.
 */
export function incidentsByDay(incidents: readonly Incident[], days: readonly Day[]): DayOfIncidents[] {
  const first = days[0]
  const byDay = days.map((): Incident[] => [])
  for (const incident of [...incidents].sort(newestFirst)) {
    const start = placeInTime(incident)
    const index = first && start < first.start ? 0 : dayIndex(days, start)
    const isListed =
      first !== undefined &&
      (start < first.start
        ? incident.endedAt === null || incident.endedAt > first.start
        : start < days.at(-1)!.end || endsBeforeItBegins(incident))
    if (isListed) byDay[index]!.push(incident)
  }
  return days.map((day, index) => ({ day, incidents: byDay[index]! })).reverse()
}

/** The last day that begins at an instant or before it. */
function dayIndex(days: readonly Day[], instant: number): number {
  let low = 0
  let high = days.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (days[middle]!.start <= instant) low = middle
    else high = middle - 1
  }
  return low
}
