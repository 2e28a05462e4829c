import type { Incident, IncidentUpdate } from './incident'
import { newestFirst } from './moment'

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
