import type { Incident } from './incident'
import type { Window } from '@/domain/time/recurrence'

/** An incident or a maintenance that takes a part of the time of a planned window. */
export interface Collision {
  readonly incident: Incident
  /** The components that both affect, in the order of the incident; none where only the time is the same. */
  readonly componentIds: readonly string[]
  /** The time that both take, epoch milliseconds. */
  readonly from: number
  readonly to: number
}

/**
 * What else happens while something is planned: those that share a component first, then by begin. What touches only at an end does
 * not collide; what has no end goes on, and one that ends before it begins takes no time.
 * @param componentIds that are planned to be affected
 * @param ownId of the incident that is planned anew, which does not collide with itself
 */
export function collisionsOf(
  { beganAt, endedAt }: Window,
  componentIds: ReadonlySet<string>,
  incidents: readonly Incident[],
  ownId: string | null = null,
): Collision[] {
  return incidents
    .flatMap((incident): Collision[] => {
      const from = Math.max(beganAt, incident.beganAt ?? -Infinity)
      const to = Math.min(endedAt, incident.endedAt ?? Infinity)
      if (incident.id === ownId || from >= to) return []
      const shared = incident.impacts.map(({ componentId }) => componentId).filter(id => componentIds.has(id))
      return [{ incident, componentIds: [...new Set(shared)], from, to }]
    })
    .sort((a, b) => Number(b.componentIds.length > 0) - Number(a.componentIds.length > 0) || a.from - b.from)
}
