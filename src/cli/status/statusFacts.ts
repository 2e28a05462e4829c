import type { ServiceComponent } from '@/domain/component/component'
import { sortComponents } from '@/domain/component/grouping'
import type { ComponentState } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { verdict, type Verdict } from '@/domain/status/verdict'
import type { StatusView } from '@/stores/statusStore'
import type { OpenStatus } from '@/cli/openStatus'
import { isWhole, membersOf, type Selection } from './selection'

/** What is told of: a server now (`OpenStatus`), or at a past instant (`readPast` in status.ts). */
export type StatusSource = Pick<OpenStatus, 'provider' | 'clock' | 'zone' | 'historyOf'> & {
  readonly store: StatusView
  /** The past instant, epoch milliseconds; missing = now. */
  readonly at?: number
}

/** The status of all components or of some, as it is told in whatever form. */
export interface StatusFacts {
  readonly source: StatusSource
  readonly selection: Selection
  /** In the order of the page: by the configured label, then by name. */
  readonly components: readonly ServiceComponent[]
  readonly states: ReadonlyMap<string, ComponentState>
  readonly verdict: Verdict
  readonly ongoing: readonly Incident[]
  readonly inProgress: readonly Incident[]
  readonly upcoming: readonly Incident[]
  /** Of all components that this reader sees, by id. */
  readonly names: ReadonlyMap<string, string>
  /** When the oldest of what decides the verdict was read, epoch milliseconds; null = one of it never was. */
  readonly readAt: number | null
}

export function statusFacts(source: StatusSource, selection: Selection, locale: string): StatusFacts {
  const { store, provider } = source
  const members = membersOf(store.listedComponents, selection)
  const ids = new Set(members.map(({ id }) => id))
  const isTold = ({ impacts }: Incident) => isWhole(selection) || impacts.some(({ componentId }) => ids.has(componentId))
  const { ongoing, inProgress, upcoming } = store.moment
  const readAts = [store.parts.components.readAt, store.parts.incidents.readAt]
  return {
    source,
    selection,
    components: sortComponents(members, store.states, store.scale, { orderLabel: provider.config.components.orderLabel, locale }),
    states: new Map(members.map(({ id }) => [id, store.states.get(id)!] as const)),
    verdict: isWhole(selection) ? store.summary : verdictOf(members, store),
    ongoing: ongoing.filter(isTold),
    inProgress: inProgress.filter(isTold),
    upcoming: upcoming.filter(isTold),
    names: new Map(store.components.map(({ id, name }) => [id, name])),
    readAt: readAts.includes(null) ? null : Math.min(...(readAts as number[])),
  }
}

/** Of some components; what is missing is missing for them too, and what touches none of them is not their business. */
function verdictOf(members: readonly ServiceComponent[], { states, scale, summary: { missing, stale } }: StatusView): Verdict {
  return verdict({ states: new Map(members.map(({ id }) => [id, states.get(id)!] as const)), ongoing: [], scale, missing, stale })
}
