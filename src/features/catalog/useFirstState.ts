import { ApiError } from '@/domain/apiError'
import { newDraft, newIncidentOf } from '@/domain/writing/incidentDraft'
import type { NewIncident } from '@/domain/incident/incident'
import type { Step } from '@/operator/operation/step'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'
import type { Management } from '@/operator/useManagement'
import { useWriting } from '@/operator/useWriting'
import { useText } from '@/composables/useText'

/** How a component is when it is made: what its first incident says. */
export interface FirstState {
  readonly severity: number | null
  readonly typeId: string | null
  readonly note: string
}

interface FirstStateProblem {
  readonly code: 'stateIncomplete' | 'statePhaseMissing'
  readonly field: 'state'
  readonly level: 'error'
}

/** The incident that a new component begins with. */
export function useFirstState({ provider, store, clock, firstPhase }: Management) {
  const { t } = useText()
  const writing = useWriting(provider)
  const steps = useIncidentSteps()
  const label = t('manage.components.first.step')

  const titleOf = (name: string, { typeId }: FirstState) => {
    const what = store.impactTypes.find(({ id }) => id === typeId)?.name
    return what ? writing.write('suggestedTitle', { components: name.trim(), what }) : name.trim()
  }

  function check(state: FirstState | null): FirstStateProblem[] {
    if (!state) return []
    const problem = (code: FirstStateProblem['code']) => [{ code, field: 'state', level: 'error' }] as const
    if (state.severity === null || state.typeId === null) return [...problem('stateIncomplete')]
    return firstPhase('incident') ? [] : [...problem('statePhaseMissing')]
  }

  function incidentOf(componentId: string, name: string, state: FirstState): NewIncident | null {
    const { severity, typeId, note } = state
    return newIncidentOf({
      ...newDraft({ kind: 'incident', now: clock.read(), phase: firstPhase('incident') }),
      title: titleOf(name, state),
      description: note,
      impacts: [{ componentId, typeId, severity }],
    })
  }

  /** @param idOf the component, which is known only when the step before is done */
  function step(idOf: () => string | null, name: string, state: FirstState): Step {
    let made: Step | null = null
    const creation = () => {
      const id = idOf()
      // The operator took the step before as done, and nobody knows what came of it.
      if (id === null) throw new ApiError('malformed', { method: 'POST', path: '' })
      return (made ??= steps.create(incidentOf(id, name, state)!, { label }))
    }
    return {
      kind: 'create',
      label,
      hint: t('manage.operation.phaseDoubt'),
      prepare: async api => creation().prepare?.(api),
      send: async api => creation().send(api),
      verify: async api => (await creation().verify?.(api)) ?? [],
      verifyAfterTimeout: async api => creation().verifyAfterTimeout(api),
    }
  }

  return { titleOf, check, step }
}
