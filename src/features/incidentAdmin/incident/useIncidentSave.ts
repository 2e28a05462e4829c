import { computed, shallowRef } from 'vue'
import { conflictsBetween, mergeChoices, type Choices, type Conflict } from '@/domain/writing/conflict'
import { correctTheRecord, rewritesHistory, type IncidentPlan } from '@/domain/writing/impactChange'
import type { Incident, IncidentChanges, NewIncidentUpdate } from '@/domain/incident/incident'
import { changesBetween, type DraftKind } from '@/domain/writing/incidentDraft'
import type { NowPlan, NowWay } from '@/domain/writing/nowChange'
import { isEmptyChange, type IncidentFields } from '@/domain/writing/sameContent'
import { useText } from '@/composables/useText'
import type { WriteResult } from '@/operator/form/useWriteForm'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import type { Step } from '@/operator/operation/step'
import type { Operation } from '@/operator/operation/useOperation'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'
import type { Management } from '@/operator/useManagement'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'
import { useNowPlan } from './useNowPlan'

/** What only the operator can decide before anything is sent. */
type SaveQuestion =
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict<IncidentFields>[]; readonly theirs: Incident }
  | {
      readonly kind: 'history'
      readonly original: Incident
      readonly correct: IncidentPlan
      /** null = it cannot be: not ongoing, or maintenance without an end. */
      readonly fromNow: NowPlan | null
      /** The kind whose first phase a second incident of it begins with; null = none does. */
      readonly asNew: DraftKind | null
    }

export type SaveAnswer = Choices<IncidentFields> | 'correct' | 'fromNow' | null

interface Intention {
  /** As it was when the form was opened. */
  readonly base: Incident
  readonly fields: IncidentFields
  /** What is said about it; null = nothing. */
  readonly update?: NewIncidentUpdate | null
  /** The text is published: it must not be said a second time. */
  readonly said?: () => void
  /**
   * Another incident is published that carries the impacts that were changed: only its counterpart, the given changes, is left to be
   * sent. `newsTo`: what is said belongs to it, since it is the one that goes on; null = to the first one still.
   */
  readonly followedUp?: (rest: IncidentChanges, newsTo: string | null) => void
  /** The incident that goes on, where an earlier attempt has published it. */
  readonly newsTo?: string | null
}

interface StepOptions extends Pick<Intention, 'said' | 'followedUp' | 'newsTo'> {
  /** Of the updates that the incident has. */
  readonly orders?: readonly number[]
}

/** What is sent, and which way it goes; without a way it is one change of one incident. */
type SavePlan = IncidentPlan & { readonly way?: NowWay }

/**
 * Saves what was intended with an incident (docs/domain.md, "Writing"): reads it again, lets the operator decide what someone
 * else changed in between and whether impacts rewrite the past, then sends the text and one PATCH with all the rest. What ends
 * something is held for some seconds first.
 */
export function useIncidentSave(management: Management, operation: Operation) {
  const { provider, clock, store } = management
  const { t } = useText()
  const steps = useIncidentSteps()
  const planFromNow = useNowPlan(management)
  /** The incident that goes on in place of the one that was saved last; null = that one itself does. */
  const goesOnAs = shallowRef<string | null>(null)
  const own = useOwnWrites(provider)
  const question = shallowRef<SaveQuestion | null>(null)
  const { reading, error, read } = useAsyncRead()
  /** What is under way was captured when it began: nothing is typed beside it, nor sent. */
  const busy = computed(() => reading.value || question.value !== null || operation.state.value !== 'idle')
  let answered: (answer: SaveAnswer) => void = () => undefined

  async function ask(about: SaveQuestion): Promise<SaveAnswer> {
    question.value = about
    const answer = await new Promise<SaveAnswer>(resolve => (answered = resolve))
    question.value = null
    return answer
  }

  async function save({ base, fields, update = null, said, followedUp, newsTo = null }: Intention): Promise<WriteResult> {
    if (busy.value) return 'cancelled'
    const theirs = await read(
      () => provider.api.getIncident(base.id, { fresh: true }),
      () => store.incidents.find(({ id }) => id === base.id) ?? base,
    )
    if (!theirs) return 'cancelled'
    const merged = await withoutConflicts(base, fields, theirs)
    if (!merged) return 'cancelled'
    const plan = await planOf(theirs, merged, update)
    if (plan === 'cancelled' || plan === 'incomplete') return plan

    goesOnAs.value = newsTo
    const list = stepsOf(theirs.id, plan, update, { said, followedUp, newsTo, orders: theirs.updateOrders })
    if (!list.length) return 'nothing'
    const ends = typeof plan.changes.endedAt === 'number' && plan.changes.endedAt <= clock.read()
    const complete = await operation.start(list, { held: ends && !plan.changes.impacts })
    // Whoever asked goes on where everything is read again.
    if (!complete) void store.refresh()
    return complete ? 'saved' : 'cancelled'
  }

  async function withoutConflicts(base: Incident, mine: IncidentFields, theirs: Incident): Promise<IncidentFields | null> {
    const written = own.ofIncident(theirs.id)
    const conflicts = conflictsBetween(base, mine, theirs, written)
    if (!conflicts.length) return mergeChoices(base, mine, theirs, {}, written)
    const choices = await ask({ kind: 'conflict', conflicts, theirs })
    return typeof choices === 'object' && choices ? mergeChoices(base, mine, theirs, choices, written) : null
  }

  async function planOf(
    theirs: Incident,
    merged: IncidentFields,
    update: NewIncidentUpdate | null,
  ): Promise<SavePlan | 'cancelled' | 'incomplete'> {
    const changes = changesBetween(theirs, merged)
    if (!changes) return 'incomplete'
    const now = clock.read()
    if (!changes.impacts || !rewritesHistory(theirs, merged.impacts, now)) return { created: null, changes }
    const correct = correctTheRecord(theirs, merged.impacts)
    if (!correct) return 'incomplete'
    const fromNow = planFromNow(theirs, merged, now, update)
    const asNew = fromNow?.created ? management.beginsAs(merged) : null
    const answer = await ask({ kind: 'history', original: theirs, correct, fromNow, asNew })
    if (answer === 'correct') return { created: null, changes }
    const plan = answer === 'fromNow' ? planFromNow(theirs, merged, clock.read(), update) : null
    return plan ?? 'cancelled'
  }

  function stepsOf(
    id: string,
    plan: SavePlan,
    update: NewIncidentUpdate | null,
    { said, followedUp, newsTo = null, orders }: StepOptions = {},
  ): Step[] {
    const { created, changes, way } = plan
    const isFollowUp = way === 'followUp'
    let goesOn = newsTo
    const done = (newId: string | null) => {
      if (isFollowUp) goesOnAs.value = goesOn = newId
      followedUp?.(changes, isFollowUp ? newId : null)
    }
    const label = t(isFollowUp ? 'manage.step.followUp' : 'manage.step.beside')
    // A follow-up has none yet; of one of an earlier attempt nobody knows.
    const known = isFollowUp ? [] : newsTo === null ? orders : undefined
    const tell = update ? [steps.say(() => goesOn ?? id, update, { done: said, ...(known && { orders: known }) })] : []
    const create = created ? [steps.create(created, { label, done })] : []
    return [
      // News is for the incident that goes on, which is there first.
      ...(isFollowUp ? [...create, ...tell] : [...tell, ...create]),
      ...(isEmptyChange(changes) ? [] : [steps.change(id, changes, { label: labelOf(changes) })]),
    ]
  }

  const labelOf = ({ endedAt, ...rest }: IncidentChanges) =>
    typeof endedAt === 'number' && Object.keys(rest).every(field => field === 'phase')
      ? t('manage.step.end')
      : t('manage.step.change')

  return {
    save,
    stepsOf,
    goesOnAs,
    question,
    /** Why the incident could not be read again. */
    error,
    answer: (answer: SaveAnswer) => answered(answer),
    busy,
  }
}
