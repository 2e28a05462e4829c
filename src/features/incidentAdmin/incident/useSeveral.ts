import { shallowRef } from 'vue'
import { cutAt } from '@/domain/writing/impactChange'
import type { Incident, IncidentChanges, PhaseReference } from '@/domain/incident/incident'
import { kindOf, newUpdateOf } from '@/domain/writing/incidentDraft'
import { isEmptyChange, samePhase } from '@/domain/writing/sameContent'
import { isPhase, isRecord } from '@/operator/drafts/readDraft'
import { partsOf } from '@/operator/form/partsOf'
import type { Step } from '@/operator/operation/step'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'
import { useHeadline } from './useHeadline'

/** One update for several incidents. */
export interface SeveralForm {
  readonly incidentIds: readonly string[]
  readonly title: string
  readonly description: string
  /** null leaves each in its own. */
  readonly phase: PhaseReference | null
  /** With the last phase they end. */
  readonly ends: boolean
  /** The ids of those for which it is published already: it is not said a second time. */
  readonly saidFor: readonly string[]
}

/** The same update, and the same phase where one is chosen, for each of some incidents: as many writes, one after the other. */
export function useSeveral(management: Management, incidentIds: readonly string[]) {
  const { clock, lastPhase } = management
  const { t } = useText()
  const titleOf = useIncidentTitle()
  const steps = useIncidentSteps()
  const start: SeveralForm = { incidentIds, title: '', description: '', phase: null, ends: true, saidFor: [] }
  const form = shallowRef(start)
  const part = partsOf(form)
  const [title, description, phase] = [part('title'), part('description'), part('phase')]
  useHeadline(management, { title, description, phase, changesPhase: () => phase.value !== null })

  const isLast = (incident: Incident) => phase.value !== null && samePhase(phase.value, lastPhase(kindOf(incident)))
  const says = () => !!(title.value.trim() || description.value.trim())

  function changesOf(incident: Incident, now: number): IncidentChanges {
    return {
      ...(phase.value && !samePhase(phase.value, incident.phase) && { phase: phase.value }),
      ...(form.value.ends && isLast(incident) && { endedAt: cutAt(incident, now) }),
    }
  }

  function stepsOf(incidents: readonly Incident[], said?: (id: string) => void): Step[] {
    const update = says() ? newUpdateOf({ title: title.value, description: description.value, createdAt: null }) : null
    const now = clock.read()
    return incidents.flatMap(incident => {
      const { id } = incident
      const label = (step: string) => t('manage.several.step', { title: titleOf(incident), step })
      const changes = changesOf(incident, now)
      const done = () => {
        form.value = { ...form.value, saidFor: [...form.value.saidFor, id] }
        said?.(id)
      }
      return [
        ...(update && !form.value.saidFor.includes(id)
          ? [steps.say(id, update, { label: label(t('manage.step.say')), done })]
          : []),
        ...(isEmptyChange(changes)
          ? []
          : [steps.change(id, changes, { label: label(t(changes.endedAt ? 'manage.step.end' : 'manage.step.change')) })]),
      ]
    })
  }

  return {
    form,
    incidentIds: part('incidentIds'),
    title,
    description,
    phase,
    ends: part('ends'),
    isLast,
    says,
    changed: () => says() || phase.value !== null,
    stepsOf,
  }
}

/** A stored form; null where it is none. */
export function readSeveral(value: unknown): SeveralForm | null {
  if (!isRecord(value) || typeof value.title !== 'string' || typeof value.description !== 'string') return null
  const ids = (list: unknown) => (Array.isArray(list) ? list.filter(one => typeof one === 'string') : [])
  return {
    incidentIds: ids(value.incidentIds),
    title: value.title,
    description: value.description,
    phase: isPhase(value.phase) ? value.phase : null,
    ends: value.ends !== false,
    saidFor: ids(value.saidFor),
  }
}
