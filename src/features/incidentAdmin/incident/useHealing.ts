import { computed, type Ref } from 'vue'
import { backToNormal, previewOf, type IncidentPlan } from '@/domain/impactChange'
import { withoutComponents } from '@/domain/impactSet'
import type { Incident, NewIncidentUpdate } from '@/domain/incident'
import { timingAt } from '@/domain/moment'
import { isRecord } from '@/operator/drafts/readDraft'
import type { Step } from '@/operator/operation/step'
import type { Operation } from '@/operator/operation/useOperation'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/shared/composables/useText'
import { useIncidentTitle } from '@/shared/incident/useIncidentTitle'
import { useFreshIncidents } from './useFreshIncidents'
import { useIncidentSave } from './useIncidentSave'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'

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
  readonly said: boolean
  /** When the follow-up that is published began (epoch milliseconds): the incident ends at that very instant. */
  readonly followedAt: number | null
}
/** By the id of the incident. */
export type HealingProgress = Readonly<Record<string, Progress>>

/** "Back to normal" for components: every ongoing incident on them ends, or carries on with the others as a follow-up. */
export function useHealing(
  management: Management,
  operation: Operation,
  componentIds: readonly string[],
  progress: Ref<HealingProgress>,
) {
  const { store, clock, nameOf, phaseFor } = management
  const { t } = useText()
  const titleOf = useIncidentTitle()
  const write = useIncidentSteps()
  const { linkTo } = useIncidentSave(management, operation)

  const isAffected = ({ impacts }: Incident) => impacts.some(({ componentId }) => componentIds.includes(componentId))
  const isOngoing = (incident: Incident) => timingAt(incident, clock.read()) === 'ongoing'
  const fresh = useFreshIncidents(
    management,
    store.incidents.filter(incident => isOngoing(incident) && isAffected(incident)),
  )

  function planOf(incident: Incident, now: number): IncidentPlan | null {
    const followedAt = progress.value[incident.id]?.followedAt ?? null
    if (followedAt !== null) return { created: null, changes: { endedAt: followedAt } }
    const phase = phaseFor(incident)
    if (!phase) return null
    const { title } = incident
    return backToNormal(incident, componentIds, now, { title: title || titleOf(incident), linkText: linkTo(incident), phase })
  }

  const healingsAt = (now: number): Healing[] =>
    fresh.incidents.value
      .filter(incident => isOngoing(incident) && isAffected(incident))
      .map(incident => {
        const rest = new Set(withoutComponents(incident.impacts, componentIds).map(({ componentId }) => componentId))
        const restNames = [...rest].map(nameOf)
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
      const { said, followedAt } = progress.value[id] ?? { said: false, followedAt: null }
      const saved = (part: Partial<Progress>) =>
        (progress.value = { ...progress.value, [id]: { said, followedAt, ...progress.value[id], ...part } })
      const tell = () => {
        saved({ said: true })
        fresh.expectUpdate(id)
      }
      const follow = () => saved({ followedAt: plan.changes.endedAt ?? null })
      return [
        ...(update && !said ? [write.say(id, update, { label: label(t('manage.step.say')), done: tell })] : []),
        ...(plan.created ? [write.create(plan.created, { label: label(t('manage.step.followUp')), done: follow })] : []),
        write.change(id, plan.changes, { label: label(t('manage.step.end')) }),
      ]
    })
  }

  return { fresh, plans, preview, stepsOf }
}

/** What is stored of it; what cannot be read counts as not saved. */
export function readHealingProgress(value: unknown): HealingProgress {
  if (!isRecord(value)) return {}
  const entries = Object.entries(value).flatMap(([id, one]): [string, Progress][] =>
    isRecord(one)
      ? [[id, { said: one.said === true, followedAt: typeof one.followedAt === 'number' ? one.followedAt : null }]]
      : [],
  )
  return Object.fromEntries(entries)
}
