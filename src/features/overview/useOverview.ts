import { computed } from 'vue'
import { overallOf } from '@/domain/overview'
import { useClock } from '@/stores/clock'
import { isLocked, type Provider } from '@/stores/provider'
import { useSite } from '@/stores/site'
import { useStatusStore, type StatusStore } from '@/stores/statusStore'

/** A provider with what is known of it. */
export interface KnownProvider {
  readonly provider: Provider
  readonly store: StatusStore
}

/** All providers, and what they are together. Nothing is asked by this: each provider's row asks for itself. */
export function useOverview() {
  const clock = useClock()
  const known = useSite().providers.map((provider): KnownProvider => ({ provider, store: useStatusStore(provider, clock) }))
  const overall = computed(() =>
    overallOf(known.map(({ provider, store }) => (store.loading && !isLocked(provider) ? null : store.summary))),
  )
  return { known, overall }
}
