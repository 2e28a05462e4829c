import type { ComponentState } from './componentState'
import type { SeverityScale } from '@/domain/severity/severity'

/**
 * The states of followed components, in the order of `ids`. One that is not listed (any more) is unknown: nobody can say that it
 * is fine (ours).
 */
export function followedStates(
  ids: readonly string[],
  listed: ReadonlyMap<string, ComponentState>,
  scale: SeverityScale,
): ReadonlyMap<string, ComponentState> {
  const unlisted: ComponentState = { level: scale.unknown, inMaintenance: false, impacts: [], since: null }
  return new Map(ids.map(id => [id, listed.get(id) ?? unlisted]))
}
