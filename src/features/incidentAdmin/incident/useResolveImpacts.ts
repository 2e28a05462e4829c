import { computed, type Ref } from 'vue'
import { withLastPhase } from '@/domain/writing/firstPhase'
import { backToNormal, previewOf, type IncidentPlan } from '@/domain/writing/impactChange'
import { withoutComponents } from '@/domain/incident/impactSet'
import type { Incident, NewIncidentUpdate } from '@/domain/incident/incident'
import { kindOf, type DraftKind } from '@/domain/writing/incidentDraft'
import { timingAt } from '@/domain/incident/moment'
import { isRecord } from '@/operator/drafts/readDraft'
import type { Step } from '@/operator/operation/step'
import type { Management } from '@/operator/useManagement'
import { useText } from '@/composables/useText'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { useFreshIncidents } from './useFreshIncidents'
import { useIncidentLink } from './useIncidentLink'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'

/** What becomes of an incident when some of its components are well again. */
interface ResolvedImpacts {
  readonly incident: Incident
  /** The names of the components that stay affected. */
  readonly rest: readonly string[]
  /** null = it cannot be written by this: it has gaps, or maintenance would have no end. */
  readonly plan: IncidentPlan | null
  /** The kind whose first phase its follow-up begins with; null = none does. */
  readonly asNew: DraftKind | null
}

/** What is saved already of an incident that a failure stopped in between: it is not sent a second time. */
interface Progress {
  readonly said: boolean
  /** When the follow-up that is published began (epoch milliseconds): the incident ends at that very instant. */
  readonly followedAt: number | null
  /** The follow-up that is published: what is said belongs to it, since it is the one that goes on. */
  readonly followedBy: string | null
}
const NOTHING: Progress = { said: false, followedAt: null, followedBy: null }
/** By the id of the incident. */
export type ResolveProgress = Readonly<Record<string, Progress>>

/** "Back to normal" for components: every ongoing incident on them ends, or carries on with the others as a follow-up. */
export function useResolveImpacts(
  management: Management,
  componentIds: readonly string[],
  progress: Ref<ResolveProgress>,
  /** Whether what ends says so by its phase. */
  saysOver: Readonly<Ref<boolean>>,
) {
  const { provider, store, clock, nameOf, phaseFor, beginsAs, lastPhase } = management
  const { t } = useText()
  const titleOf = useIncidentTitle()
  const steps = useIncidentSteps()
  const { textsOf } = useIncidentLink(provider)

  const isConcerned = (incident: Incident) =>
    timingAt(incident, clock.read()) === 'ongoing' &&
    incident.impacts.some(({ componentId }) => componentIds.includes(componentId))
  const fresh = useFreshIncidents(management, store.incidents.filter(isConcerned))

  function planOf(incident: Incident, now: number): IncidentPlan | null {
    const plan = endOf(incident, now)
    if (!plan || !saysOver.value) return plan
    return { ...plan, changes: withLastPhase(incident, plan.changes, lastPhase(kindOf(incident))) }
  }

  function endOf(incident: Incident, now: number): IncidentPlan | null {
    const followedAt = progress.value[incident.id]?.followedAt ?? null
    if (followedAt !== null) return { created: null, changes: { endedAt: followedAt } }
    const phase = phaseFor(incident)
    return phase && backToNormal(incident, componentIds, now, { ...textsOf(incident), phase })
  }

  const resolvedAt = (now: number): ResolvedImpacts[] =>
    fresh.incidents.value.filter(isConcerned).map(incident => {
      const rest = new Set(withoutComponents(incident.impacts, componentIds).map(({ componentId }) => componentId))
      const restNames = [...rest].map(nameOf)
      const plan = planOf(incident, now)
      return { incident, rest: restNames, plan, asNew: plan?.created ? beginsAs(incident) : null }
    })
  const plans = computed(() => resolvedAt(clock.now.value))

  const preview = computed(() =>
    plans.value.reduce<readonly Incident[]>(
      (all, { incident, plan }) => (plan ? previewOf(all, incident, plan, `after ${incident.id}`) : all),
      store.incidents,
    ),
  )

  /** The writes, incident by incident; each names its incident, since there may be several. */
  function stepsOf(update: NewIncidentUpdate | null): Step[] {
    return resolvedAt(clock.read()).flatMap(({ incident: { id, ...incident }, plan }) => {
      if (!plan) return []
      const label = (text: string) => t('manage.resolveImpacts.step', { title: titleOf(incident), step: text })
      const { said, followedBy } = progress.value[id] ?? NOTHING
      const saved = (part: Partial<Progress>) =>
        (progress.value = { ...progress.value, [id]: { ...NOTHING, ...progress.value[id], ...part } })
      let goesOn = followedBy
      const tell = () => {
        saved({ said: true })
        if (goesOn === null) fresh.expectUpdate(id)
      }
      const follow = (newId: string | null) => {
        goesOn = newId
        saved({ followedAt: plan.changes.endedAt ?? null, followedBy: newId })
      }
      return [
        ...(plan.created ? [steps.create(plan.created, { label: label(t('manage.step.followUp')), done: follow })] : []),
        ...(update && !said ? [steps.say(() => goesOn ?? id, update, { label: label(t('manage.step.say')), done: tell })] : []),
        steps.change(id, plan.changes, { label: label(t('manage.step.end')) }),
      ]
    })
  }

  return { fresh, plans, preview, stepsOf }
}

/** What is stored of it; what cannot be read counts as not saved. */
export function readResolveProgress(value: unknown): ResolveProgress {
  if (!isRecord(value)) return {}
  const entries = Object.entries(value).flatMap(([id, one]): [string, Progress][] => {
    if (!isRecord(one)) return []
    const followedAt = typeof one.followedAt === 'number' ? one.followedAt : null
    const followedBy = typeof one.followedBy === 'string' ? one.followedBy : null
    return [[id, { said: one.said === true, followedAt, followedBy }]]
  })
  return Object.fromEntries(entries)
}
