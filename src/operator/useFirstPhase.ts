import { useStorage } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import type { PhaseList } from '@/domain/catalog/catalog'
import { firstPhase, phaseNamed } from '@/domain/writing/firstPhase'
import type { PhaseReference } from '@/domain/incident/incident'
import type { DraftKind } from '@/domain/writing/incidentDraft'
import type { Provider } from '@/stores/provider'

/**
 * Where a new one of a kind begins: where the configuration says, else where this browser remembers. The first phase of a list need
 * not be one for an outage ("Scheduled"), so where neither names a phase of the server, the operator is asked.
 */
export function useFirstPhase({ config }: Pick<Provider, 'config'>, phases: Readonly<Ref<PhaseList | null>>, kind: DraftKind) {
  const remembered = useStorage<string | null>(
    `scs-status first phase ${kind} ${new URL(document.baseURI).pathname} ${config.apiUrl}`,
    null,
    undefined,
    // Kept nowhere: then it is asked again.
    { flush: 'sync', onError: () => undefined },
  )
  const name = computed(() => {
    const list = phases.value
    return [config.firstPhase[kind], remembered.value].find(one => one && list && phaseNamed(list, one)) ?? null
  })

  return {
    /** `unread`: the phases are not known, or there are none. One alone is no choice. */
    state: computed(() => {
      if (!phases.value?.names.length) return 'unread' as const
      return name.value !== null || phases.value.names.length === 1 ? ('known' as const) : ('ask' as const)
    }),
    /** The name that is configured or remembered, and that the server has; null = none is. */
    name,
    /** As long as nothing is known it is the first one of the list. */
    phase: computed(() => firstPhase(phases.value, name.value)),
    /** The answer, which is remembered for this page and its API. */
    choose(reference: PhaseReference) {
      remembered.value = phases.value?.names[reference.order] ?? null
    },
  }
}

export type FirstPhase = ReturnType<typeof useFirstPhase>
