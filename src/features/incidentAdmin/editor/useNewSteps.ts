import { ApiError } from '@/domain/apiError'
import { newUpdateOf, type UpdateDraft } from '@/domain/incidentDraft'
import type { NewIncident } from '@/domain/incident'
import { useText } from '@/shared/composables/useText'
import { useIncidentSteps } from '@/features/incidentAdmin/incident/useIncidentSteps'
import type { Step } from '@/operator/operation/step'

interface NewParts {
  /** null = it is published already. */
  readonly incident: NewIncident | null
  readonly late: readonly UpdateDraft[]
  /** The id of the incident, once there is one. */
  readonly id: () => string | null
  readonly created?: (id: string | null) => void
  readonly said?: (update: UpdateDraft) => void
}

/** The writes of something new: the incident, then what was said while it lasted. */
export function useNewSteps() {
  const { t } = useText()
  const steps = useIncidentSteps()

  return ({ incident, late, id, created, said }: NewParts): Step[] => {
    /** The id is known only when the step before it is done. */
    const say = (update: UpdateDraft, index: number): Step => {
      const label = t('manage.editor.late.step', { n: index + 1 })
      let known: Step | null = null
      const step = () => {
        const incidentId = id()
        if (incidentId === null) throw new ApiError('notFound', { method: 'POST', path: '/incidents' })
        return (known ??= steps.say(incidentId, newUpdateOf(update), { label }))
      }
      return {
        kind: 'create',
        label,
        prepare: async api => step().prepare?.(api),
        send: async api => step().send(api),
        readBack: async api => (await step().readBack?.(api)) ?? [],
        lookUp: async api => step().lookUp(api),
        done: () => said?.(update),
      }
    }
    return [...(incident ? [steps.create(incident, { ...(created && { done: created }) })] : []), ...late.map(say)]
  }
}
