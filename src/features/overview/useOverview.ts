import { computed } from 'vue'
import type { Incident } from '@/domain/incident/incident'
import { incidentLevel } from '@/domain/incident/moment'
import { overallOf } from '@/domain/status/overview'
import type { Level } from '@/domain/severity/severity'
import { useClock } from '@/stores/clock'
import { isLocked, type Provider } from '@/stores/provider'
import { useSite } from '@/stores/site'
import { useStatusStore, type StatusStore } from '@/stores/statusStore'

/** A provider with what is known of it. */
export interface KnownProvider {
  readonly provider: Provider
  readonly store: StatusStore
}

/** All providers, and what they are together. Nothing is asked by this: the page of the overview asks each. */
export function useOverview() {
  const clock = useClock()
  const known = useSite().providers.map((provider): KnownProvider => ({ provider, store: useStatusStore(provider, clock) }))
  const overall = computed(() =>
    overallOf(known.map(({ provider, store }) => (store.loading && !isLocked(provider) ? null : store.summary))),
  )
  return { known, overall }
}

/** The worst of a provider; unknown until it answered. */
export const levelOfProvider = (store: StatusStore): Level => (store.loading ? store.scale.unknown : store.summary.level)

/**
 * What goes on at a provider: incidents, then maintenance in progress. null = nobody knows: before the names and severities are there,
 * every component would read as hidden and every severity as unknown.
 */
export function goingOn(
  store: StatusStore,
): { readonly incident: Incident; readonly level: Level; readonly isMaintenance: boolean }[] | null {
  if (store.loading || store.parts.incidents.readAt === null) return null
  const { ongoing, inProgress } = store.moment
  return [
    ...ongoing.map(incident => ({ incident, level: incidentLevel(incident, store.scale), isMaintenance: false })),
    ...inProgress
      .filter(incident => !ongoing.includes(incident))
      .map(incident => ({ incident, level: store.scale.maintenance, isMaintenance: true })),
  ]
}
