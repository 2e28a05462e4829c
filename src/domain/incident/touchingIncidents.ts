import type { ComponentState } from '@/domain/component/componentState'
import type { Incident } from './incident'

/** Those of some incidents that touch a component of `states`, by their own impacts or by what is active on the component. */
export function touchingIncidents(
  incidents: readonly Incident[],
  states: ReadonlyMap<string, ComponentState>,
): readonly Incident[] {
  const active = new Set([...states.values()].flatMap(({ impacts }) => impacts.map(({ incident }) => incident.id)))
  return incidents.filter(({ id, impacts }) => active.has(id) || impacts.some(({ componentId }) => states.has(componentId)))
}
