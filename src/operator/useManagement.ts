import { computed } from 'vue'
import { firstPhase, phaseOfFollowUp } from '@/domain/firstPhase'
import type { Incident } from '@/domain/incident'
import type { DraftKind } from '@/domain/incidentDraft'
import { useText } from '@/shared/composables/useText'
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
  const names = computed(() => new Map(store.components.map(({ id, name }) => [id, name])))
  const { t } = useText()
  return {
    provider,
    clock,
    store,
    names,
    nameOf: (componentId: string) => names.value.get(componentId) ?? t('incident.hiddenComponent'),
    /** The current generation of phases; null while it is not known. */
    phases,
    /** Where a new one begins; null = not known, or there are no phases. */
    firstPhase: (kind: DraftKind) => firstPhase(phases.value, provider.config.firstPhase[kind]),
    /** Where one begins that comes of another. */
    phaseFor: (original: Pick<Incident, 'phase' | 'impacts'>) =>
      phaseOfFollowUp(original, phases.value, provider.config.firstPhase),
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
