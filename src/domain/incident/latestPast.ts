import type { Incident } from './incident'
import { newestFirst, placeInTime } from './moment'

/**
 * What is over, by when something last happened to it, newest first (ours): by its end, or by its begin where that is later or
 * the end contradicts it. Who looks for a long outage that is just over finds it at the top.
 * @param incidents that ended, or whose times contradict each other
 * @param since epoch milliseconds: what was over before is left out
 */
export const latestPast = (incidents: readonly Incident[], since: number): Incident[] =>
  incidents.filter(incident => lastOf(incident) >= since).sort((a, b) => lastOf(b) - lastOf(a) || newestFirst(a, b))

const lastOf = (incident: Incident) => Math.max(placeInTime(incident), incident.endedAt ?? -Infinity)
