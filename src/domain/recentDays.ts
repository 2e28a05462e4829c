import type { Incident } from './incident'
import { newestFirst } from './moment'
import type { DayOfIncidents } from './timeline'

/**
 * Adds to each of the days since an instant what ended on it but began before that instant, at its top (ours): who looks at the
 * last days for a long outage that is just over finds it there. On the day of its begin it stays.
 * @param since epoch milliseconds: where the days begin that are shown at first
 */
export function withEnds(days: readonly DayOfIncidents[], incidents: readonly Incident[], since: number): DayOfIncidents[] {
  const ended = incidents
    .filter(incident => incident.endedAt !== null && incident.endedAt >= since && (incident.beganAt ?? -Infinity) < since)
    .sort((a, b) => b.endedAt! - a.endedAt! || newestFirst(a, b))
  return days.map(one => {
    const { start, end } = one.day
    const added = ended.filter(
      incident => incident.endedAt! >= start && incident.endedAt! < end && !one.incidents.includes(incident),
    )
    return added.length ? { day: one.day, incidents: [...added, ...one.incidents] } : one
  })
}
