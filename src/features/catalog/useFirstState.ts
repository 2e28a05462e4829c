import { newDraft, newIncidentOf } from '@/domain/writing/incidentDraft'
import type { NewIncident } from '@/domain/incident/incident'
import { afterStep } from '@/operator/operation/afterStep'
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

export interface FirstStateProblem {
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
    return afterStep({
      label,
      hint: t('manage.operation.phaseDoubt'),
      id: idOf,
      make: id => steps.create(incidentOf(id, name, state)!, { label }),
    })
  }

  return { titleOf, check, step }
}
