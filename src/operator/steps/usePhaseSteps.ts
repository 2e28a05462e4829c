import type { PhaseList } from '@/domain/catalog/catalog'
import { samePhases } from '@/domain/catalog/phaseDraft'
import { nullIfNotFound } from '@/operator/operation/nullIfNotFound'
import type { Api, Step } from '@/operator/operation/step'
import { useText } from '@/composables/useText'

/** The one write of phases as a step: a whole new generation. Old ones are never edited nor deleted. */
export function usePhaseSteps() {
  const { t } = useText()

  function create(names: readonly string[]): Step {
    let before: number | null = null
    let generation: number | null = null
    return {
      kind: 'create',
      label: t('manage.phases.step.publish'),
      async prepare(api) {
        before ??= (await currentPhases(api).catch(() => null))?.generation ?? null
      },
      async send(api) {
        generation = await api.createPhases(names)
      },
      async verify(api) {
        const list = await api.getPhases(generation!, { fresh: true })
        return samePhases(list.names, names) ? [] : [t('manage.phases.names')]
      },
      async verifyAfterTimeout(api) {
        const current = await currentPhases(api)
        if (before === null) return samePhases(current.names, names) ? null : false
        if (current.generation <= before) return false
        if (samePhases(current.names, names)) {
          generation = current.generation
          return true
        }
        // Someone else may have published on top of it.
        return current.generation - before === 1 ? false : null
      },
    }
  }

  return { create }
}

/** The list that new incidents take their phase from; generation 0 without names where the server has none yet. */
export async function currentPhases(api: Api): Promise<PhaseList> {
  return (await nullIfNotFound(api.getPhases(undefined, { fresh: true }))) ?? { generation: 0, names: [] }
}
