import type { ComponentState } from './componentState'
import type { Incident } from '@/domain/incident/incident'
import { newestFirst } from '@/domain/incident/moment'
import { isGood } from '@/domain/severity/severity'

/** A component that went from one known state to another. */
export interface StateChange {
  readonly componentId: string
  readonly from: ComponentState
  readonly to: ComponentState
  /** The newest incident behind the new state, else the newest that was behind the old one; null = none was. */
  readonly incident: Incident | null
}

export interface NotedStates {
  /** The last known state of each component that was asked about. */
  readonly known: ReadonlyMap<string, ComponentState>
  readonly changes: readonly StateChange[]
}

/**
 * What changed since the last known states (ours): only from one known state to another, worse or better, once. The first known
 * state of a component is no change. Unknown is no news: what was known before it is compared with what is known after it.
 * Components that are not in `states` are forgotten.
 * @param confirmed whether the states come from data that is whole and fresh; without that, good states count as unknown
 */
export function noteStates(
  known: ReadonlyMap<string, ComponentState>,
  states: ReadonlyMap<string, ComponentState>,
  { confirmed }: { readonly confirmed: boolean },
): NotedStates {
  const next = new Map<string, ComponentState>()
  const changes: StateChange[] = []
  for (const [componentId, to] of states) {
    const from = known.get(componentId)
    if (to.level.kind === 'unknown' || (!confirmed && isGood(to.level))) {
      if (from) next.set(componentId, from)
      continue
    }
    next.set(componentId, to)
    // By key: the scale, and with it every level, may have been read anew.
    if (from && from.level.key !== to.level.key)
      changes.push({ componentId, from, to, incident: newestBehind(to) ?? newestBehind(from) })
  }
  return { known: next, changes }
}

/** The newest incident that makes the state what it is; null where nothing does. */
function newestBehind({ level, impacts }: ComponentState): Incident | null {
  const [newest] = impacts
    .filter(impact => impact.level.key === level.key)
    .map(({ incident }) => incident)
    .sort(newestFirst)
  return newest ?? null
}
