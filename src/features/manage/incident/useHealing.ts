import { computed, reactive } from 'vue'
import { backToNormal, previewOf, type IncidentPlan } from '@/domain/impactChange'
import { withoutComponents } from '@/domain/impactSet'
import type { Incident, NewIncidentUpdate } from '@/domain/incident'
import { timingAt } from '@/domain/moment'
import type { Step } from '@/features/manage/operation/step'
import type { Operation } from '@/features/manage/operation/useOperation'
import type { Management } from '@/features/manage/useManagement'
import { useText } from '@/shared/composables/useText'
import { useIncidentTitle } from '@/shared/incident/useIncidentTitle'
import { useFreshIncidents } from './useFreshIncidents'
import { useIncidentSave } from './useIncidentSave'
import { useIncidentSteps } from './useIncidentSteps'

/** What becomes of an incident when some of its components are well again. */
export interface Healing {
  readonly incident: Incident
  /** The names of the components that stay affected. */
  readonly rest: readonly string[]
  /** null = it cannot be written by this: it has gaps, or maintenance would have no end. */
  readonly plan: IncidentPlan | null
}

/** What is saved already of an incident that a failure stopped in between: it is not sent a second time. */
interface Progress {
  said: boolean
  /** Follow-up and end share an instant, so what was published decides the rest. */
  created: IncidentPlan | null
}

/** "Back to normal" for components: every ongoing incident on them ends, or carries on with the others as a follow-up. */
export function useHealing(management: Management, operation: Operation, componentIds: readonly string[]) {
  const { store, clock, names, firstPhase } = management
  const { t } = useText()
  const titleOf = useIncidentTitle()
  const write = useIncidentSteps()
  const { linkTo } = useIncidentSave(management, operation)
  const progress = reactive(new Map<string, Progress>())

  const isAffected = ({ impacts }: Incident) => impacts.some(({ componentId }) => componentIds.includes(componentId))
  const isOngoing = (incident: Incident) => timingAt(incident, clock.read()) === 'ongoing'
  const fresh = useFreshIncidents(
    management,
    store.incidents.filter(incident => isOngoing(incident) && isAffected(incident)),
  )

  function planOf(incident: Incident, now: number): IncidentPlan | null {
    const published = progress.get(incident.id)?.created
    if (published) return published
    const phase = incident.phase?.generation === store.currentGeneration ? incident.phase : firstPhase('incident')
    if (!phase) return null
    const { title } = incident
    return backToNormal(incident, componentIds, now, { title: title || titleOf(incident), linkText: linkTo(incident), phase })
  }

  const healingsAt = (now: number): Healing[] =>
    fresh.incidents.value
      .filter(incident => isOngoing(incident) && isAffected(incident))
      .map(incident => {
        const rest = new Set(withoutComponents(incident.impacts, componentIds).map(({ componentId }) => componentId))
        const restNames = [...rest].map(id => names.value.get(id) ?? t('incident.hiddenComponent'))
        return { incident, rest: restNames, plan: planOf(incident, now) }
      })
  const plans = computed(() => healingsAt(clock.now.value))

  const preview = computed(() =>
    plans.value.reduce<readonly Incident[]>(
      (all, { incident, plan }) => (plan ? previewOf(all, incident, plan, `after ${incident.id}`) : all),
      store.incidents,
    ),
  )

  /** The writes, incident by incident; each names its incident, since there may be several. */
  function stepsOf(update: NewIncidentUpdate | null): Step[] {
    return healingsAt(clock.read()).flatMap(({ incident: { id, ...incident }, plan }) => {
      if (!plan) return []
      const label = (text: string) => t('manage.heal.step', { title: titleOf(incident), step: text })
      const saved = (part: Partial<Progress>) =>
        void progress.set(id, { ...(progress.get(id) ?? { said: false, created: null }), ...part })
      const { said = false, created = null } = progress.get(id) ?? {}
      return [
        ...(update && !said
          ? [write.say(id, update, { label: label(t('manage.step.say')), done: () => saved({ said: true }) })]
          : []),
        ...(plan.created && !created
          ? [write.create(plan.created, { label: label(t('manage.step.followUp')), done: () => saved({ created: plan }) })]
          : []),
        write.change(id, plan.changes, { label: label(t('manage.step.end')) }),
      ]
    })
  }

  return { fresh, plans, preview, stepsOf }
}
