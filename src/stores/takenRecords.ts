import type { Incident, IncidentUpdate } from '@/domain/incident'
import type { Clock } from './clock'

/** How long a read that was under way when something was written may still bring what was there before, milliseconds. */
const UNDER_WAY_MS = 60_000

interface Taken {
  readonly incident: Incident
  readonly takenAt: number
}

/**
 * Incidents that this tab wrote and read back: they are known without another read of the list, and a read that began before them
 * does not bring the old ones back.
 */
export function takenIncidents(clock: Pick<Clock, 'read'>) {
  const taken = new Map<string, Taken>()
  return {
    take: (incident: Incident) => void taken.set(incident.id, { incident, takenAt: clock.read() }),
    forget: (id: string) => void taken.delete(id),
    /** What a list says that was asked for at that time, epoch milliseconds. */
    over(listed: readonly Incident[], askedAt: number): readonly Incident[] {
      for (const [id, { takenAt }] of taken) if (takenAt < askedAt || clock.read() - takenAt > UNDER_WAY_MS) taken.delete(id)
      return [...taken.values()].reduce((all, { incident }) => withIncident(all, incident), listed)
    },
  }
}

/** The list with that incident as it is now. */
export function withIncident(listed: readonly Incident[], incident: Incident): readonly Incident[] {
  const isListed = listed.some(({ id }) => id === incident.id)
  return isListed ? listed.map(one => (one.id === incident.id ? incident : one)) : [...listed, incident]
}

/** The list with that update as it is now, in the order of orders. */
export function withUpdate(listed: readonly IncidentUpdate[], update: IncidentUpdate): readonly IncidentUpdate[] {
  return [...listed.filter(({ order }) => order !== update.order), update].sort((a, b) => a.order - b.order)
}
