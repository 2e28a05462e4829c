import { computed } from 'vue'
import type { PhaseReference } from '@/domain/incident'
import { useClock } from '@/stores/clock'
import { usePolling } from '@/stores/polling'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'

/** What every page of the management view works with: the same data as the public page, and what new things start from. */
export function useManagement() {
  const provider = useProvider()
  const clock = useClock()
  const store = useStatusStore(provider, clock)
  return {
    provider,
    clock,
    store,
    names: computed(() => new Map(store.components.map(({ id, name }) => [id, name]))),
    /** The current generation of phases; null while it is not known. */
    phases: computed(() => (store.currentGeneration === null ? null : (store.generations.get(store.currentGeneration) ?? null))),
    /** Where a new incident starts: the first phase of the current generation; null = not known, or there are no phases. */
    firstPhase: computed<PhaseReference | null>(() => {
      const generation = store.currentGeneration
      return generation !== null && store.generations.get(generation)?.names.length ? { generation, order: 0 } : null
    }),
  }
}

export type Management = ReturnType<typeof useManagement>

/** Keeps a page of the management view fresh as the public page is. */
export function useManagementPolling({ provider, store }: Pick<Management, 'provider' | 'store'>, also?: () => Promise<boolean>) {
  usePolling({
    intervalMs: provider.config.pollIntervalSeconds * 1000,
    poll: async () => !(await Promise.all([store.refresh(), also?.() ?? true])).includes(false),
  })
}
