import type { Day } from './calendar'
import type { Incident, IncidentUpdate } from './incident'
import { endsBeforeItBegins, newestFirst } from './moment'

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
export function neighbours(incidents: readonly Incident[], id: string): { previous: Incident | null; next: Incident | null } {
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
 * Past incidents by the day of their begin, newest day first. An incident that began before the first day (or nobody knows
 * when) stands on the first day that it reaches, and one that ends before it begins and begins after the last day on the last
 * (ours, "listed and marked"), so that none is lost.
 */
export function incidentsByDay(incidents: readonly Incident[], days: readonly Day[]): DayOfIncidents[] {
  const sorted = [...incidents].sort(newestFirst)
  return days
    .map((day, index) => ({
      day,
      incidents: sorted.filter(incident => {
        const { beganAt, endedAt } = incident
        const start = beganAt ?? -Infinity
        if (index === 0 && start < day.start) return endedAt === null || endedAt > day.start
        if (index === days.length - 1 && start >= day.end) return endsBeforeItBegins(incident)
        return start >= day.start && start < day.end
      }),
    }))
    .reverse()
}
