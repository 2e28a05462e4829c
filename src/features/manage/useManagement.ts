import { computed } from 'vue'
import type { PhaseReference } from '@/domain/incident'
import type { DraftKind } from '@/domain/incidentDraft'
import { useClock } from '@/stores/clock'
import { usePolling } from '@/stores/polling'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'

/** What every page of the management view works with: the same data as the public page, and what new things start from. */
export function useManagement() {
  const provider = useProvider()
  const clock = useClock()
  const store = useStatusStore(provider, clock)
  const phases = computed(() =>
    store.currentGeneration === null ? null : (store.generations.get(store.currentGeneration) ?? null),
  )
  return {
    provider,
    clock,
    store,
    names: computed(() => new Map(store.components.map(({ id, name }) => [id, name]))),
    /** The current generation of phases; null while it is not known. */
    phases,
    /**
     * Where a new one starts: the configured phase of the current generation, or its first; null = not known, or there are no
     * phases.
     */
    firstPhase(kind: DraftKind): PhaseReference | null {
      const list = phases.value
      if (!list?.names.length) return null
      const wanted = provider.config.firstPhase[kind]
      return { generation: list.generation, order: Math.max(0, list.names.indexOf(wanted ?? '')) }
    },
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
