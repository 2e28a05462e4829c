import { computed } from 'vue'
import { lastPhase, phaseOfReopening, phaseThatGoesOn } from '@/domain/writing/firstPhase'
import type { Incident } from '@/domain/incident/incident'
import { kindOf, type DraftKind } from '@/domain/writing/incidentDraft'
import { useText } from '@/composables/useText'
import { useClock } from '@/stores/clock'
import { usePolling } from '@/stores/polling'
import { useProvider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'
import { useFirstPhase, type FirstPhase } from './useFirstPhase'
import './operator.css'

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
  const firstPhases: Readonly<Record<DraftKind, FirstPhase>> = {
    incident: useFirstPhase(provider, phases, 'incident'),
    maintenance: useFirstPhase(provider, phases, 'maintenance'),
  }
  const firstNames = () => ({ incident: firstPhases.incident.name.value, maintenance: firstPhases.maintenance.name.value })
  const goingOn = (original: Pick<Incident, 'phase' | 'impacts'>) =>
    phaseThatGoesOn(original, phases.value, provider.config.lastPhase)
  return {
    provider,
    clock,
    store,
    names,
    nameOf: (componentId: string) => names.value.get(componentId) ?? t('incident.hiddenComponent'),
    /** What impacts are chosen from, as ImpactMatrix takes it. */
    impactChoices: computed(() => ({
      components: store.listedComponents,
      names: names.value,
      types: store.impactTypes,
      scale: store.scale,
      groupBy: provider.config.components.groupBy,
    })),
    /** The current generation of phases; null while it is not known. */
    phases,
    /** Where new ones begin, and what is to be asked about it. */
    firstPhases,
    /** Where a new one begins; null = the operator is to be asked, it is not known, or there are no phases. */
    firstPhase: (kind: DraftKind) => (firstPhases[kind].state.value === 'ask' ? null : firstPhases[kind].phase.value),
    /** What says that one is over; null = not known, or there are no phases. */
    lastPhase: (kind: DraftKind) => lastPhase(phases.value, provider.config.lastPhase[kind]),
    /** Where one begins that comes of another. While the operator is to be asked it is the first one of the list, for a preview. */
    phaseFor: (original: Pick<Incident, 'phase' | 'impacts'>) => goingOn(original) ?? firstPhases[kindOf(original)].phase.value,
    /** The kind as a new one of which one begins that comes of another; null = its phase goes on, and nothing is to be asked. */
    beginsAs: (original: Pick<Incident, 'phase' | 'impacts'>) => (goingOn(original) ? null : kindOf(original)),
    /** Whether the operator has yet to say where new ones of a kind begin. */
    asksFirstPhase: (kind: DraftKind) => firstPhases[kind].state.value === 'ask',
    /** Where one goes on that had ended. */
    phaseAgain: (original: Pick<Incident, 'impacts'>) =>
      firstPhases[kindOf(original)].state.value === 'ask'
        ? null
        : phaseOfReopening(original, phases.value, firstNames(), provider.config.lastPhase),
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
