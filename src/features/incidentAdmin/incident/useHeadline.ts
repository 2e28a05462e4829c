import { computed, watch, type Ref } from 'vue'
import type { PhaseReference } from '@/domain/incident/incident'
import { phaseName } from '@/domain/incident/phase'
import type { Management } from '@/operator/useManagement'
import { useWriting } from '@/operator/useWriting'

interface Headline {
  readonly title: Ref<string>
  readonly description: Readonly<Ref<string>>
  readonly phase: Readonly<Ref<PhaseReference | null>>
  readonly changesPhase: () => boolean
  /** Whether what is said stays as it is. */
  readonly isFixed?: () => boolean
}

/**
 * Who says something, or changes the phase, has a headline at once, as a text to write on. It goes with the phase until it is typed
 * over.
 */
export function useHeadline(
  { provider, store }: Pick<Management, 'provider' | 'store'>,
  { title, description, phase, changesPhase, isFixed = () => false }: Headline,
) {
  const { write } = useWriting(provider)
  const proposal = computed(() =>
    description.value.trim() || changesPhase() ? phaseName(phase.value, store.generations)?.trim() || write('update') : '',
  )
  watch(
    proposal,
    (now, before) => {
      if (title.value === before && !isFixed()) title.value = now
    },
    { flush: 'sync' },
  )
}
