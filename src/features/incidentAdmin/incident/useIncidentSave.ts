import { computed, shallowRef } from 'vue'
import { conflictsBetween, mergeChoices, type Choices, type Conflict } from '@/domain/conflict'
import { correctTheRecord, fromNowOn, rewritesHistory, type IncidentPlan } from '@/domain/impactChange'
import type { Incident, IncidentChanges, NewIncidentUpdate } from '@/domain/incident'
import { changesBetween } from '@/domain/incidentDraft'
import { isEmptyChange, type IncidentFields } from '@/domain/sameContent'
import { useText } from '@/shared/composables/useText'
import { useIncidentAddress } from '@/shared/incident/useIncidentAddress'
import { useIncidentTitle } from '@/shared/incident/useIncidentTitle'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import type { Step } from '@/operator/operation/step'
import type { Operation } from '@/operator/operation/useOperation'
import { useReading } from '@/operator/operation/useReading'
import type { Management } from '@/operator/useManagement'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'

export type FieldConflict = Conflict<IncidentFields>

/** What only the operator can decide before anything is sent. */
export type SaveQuestion =
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[]; readonly theirs: Incident }
  | {
      readonly kind: 'history'
      readonly original: Incident
      readonly correct: IncidentPlan
      /** null = it cannot be: not ongoing, or maintenance without an end. */
      readonly fromNow: IncidentPlan | null
    }

export type SaveAnswer = Choices<IncidentFields> | 'correct' | 'fromNow' | null

export interface Intention {
  /** As it was when the form was opened. */
  readonly base: Incident
  readonly fields: IncidentFields
  /** What is said about it; null = nothing. */
  readonly update?: NewIncidentUpdate | null
  /** The text is published: it must not be said a second time. */
  readonly said?: () => void
  /** A follow-up is published that carries what was changed: only its counterpart, the given changes, is left to be sent. */
  readonly followedUp?: (rest: IncidentChanges) => void
}

/** What the later incident says of the earlier one. */
type LinkText = 'manage.followUp.link' | 'manage.split.link'

/** `nothing`: there is nothing to send. `cancelled`: the operator went back to the form. `incomplete`: a gap must be filled first. */
export type SaveResult = 'saved' | 'nothing' | 'cancelled' | 'incomplete'

/**
 * Saves what was intended with an incident (domain.md, Writing): reads it again, lets the operator decide what someone else
 * changed in between and whether impacts rewrite the past, then sends the text and one PATCH with all the rest. What ends
 * something is held for some seconds first.
 */
export function useIncidentSave({ provider, clock, store, phaseFor }: Management, operation: Operation) {
  const { t } = useText()
  const titleOf = useIncidentTitle()
  const addressOf = useIncidentAddress()
  const steps = useIncidentSteps()
  const own = useOwnWrites(provider)
  const question = shallowRef<SaveQuestion | null>(null)
  const { reading, error: readError, read } = useReading()
  /** What is under way was captured when it began: nothing is typed beside it, nor sent. */
  const busy = computed(() => reading.value || question.value !== null || operation.state.value !== 'idle')
  let answered: (answer: SaveAnswer) => void = () => undefined

  async function ask(about: SaveQuestion): Promise<SaveAnswer> {
    question.value = about
    const answer = await new Promise<SaveAnswer>(resolve => (answered = resolve))
    question.value = null
    return answer
  }

  async function save({ base, fields, update = null, said, followedUp }: Intention): Promise<SaveResult> {
    if (busy.value) return 'cancelled'
    const theirs = await read(
      () => provider.api.getIncident(base.id, { fresh: true }),
      () => store.incidents.find(({ id }) => id === base.id) ?? base,
    )
    if (!theirs) return 'cancelled'
    const merged = await withoutConflicts(base, fields, theirs)
    if (!merged) return 'cancelled'
    const plan = await planOf(theirs, merged)
    if (plan === 'cancelled' || plan === 'incomplete') return plan

    const list = stepsOf(theirs.id, plan, update, { said, followedUp, orders: theirs.updateOrders })
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

  async function planOf(theirs: Incident, merged: IncidentFields): Promise<IncidentPlan | 'cancelled' | 'incomplete'> {
    const changes = changesBetween(theirs, merged)
    if (!changes) return 'incomplete'
    const now = clock.read()
    if (!changes.impacts || !rewritesHistory(theirs, merged.impacts, now)) return { created: null, changes }
    const correct = correctTheRecord(theirs, merged.impacts)
    if (!correct) return 'incomplete'
    const answer = await ask({ kind: 'history', original: theirs, correct, fromNow: followUpPlan(theirs, merged, now) })
    if (answer === 'correct') return { created: null, changes }
    const plan = answer === 'fromNow' ? followUpPlan(theirs, merged, clock.read()) : null
    return plan ?? 'cancelled'
  }

  /** The incident ends as it stands; texts and phase that were changed with the impacts are those of the follow-up. */
  function followUpPlan(theirs: Incident, merged: IncidentFields, now: number): IncidentPlan | null {
    const phase = phaseFor(merged)
    if (!phase) return null
    const { description, beganAt, endedAt } = merged
    const options = { title: titleOf(merged), phase, linkText: linkTo(theirs), ...(endedAt !== theirs.endedAt && { endedAt }) }
    const plan = fromNowOn({ ...theirs, description, beganAt }, merged.impacts, now, options)
    // The begin is that of what ends now.
    return plan && beganAt !== theirs.beganAt ? { ...plan, changes: { beganAt, ...plan.changes } } : plan
  }

  /** The API has no link between incidents: a sentence with the address of the earlier one stands for it. */
  function linkTo(incident: Incident, text: LinkText = 'manage.followUp.link'): string {
    return t(text, { title: titleOf(incident).replace(/[[\]\\]/g, '\\$&'), address: addressOf(incident.id) })
  }

  function stepsOf(
    id: string,
    plan: IncidentPlan,
    update: NewIncidentUpdate | null,
    { said, followedUp, orders }: Pick<Intention, 'said' | 'followedUp'> & { readonly orders?: readonly number[] } = {},
  ): Step[] {
    const { created, changes } = plan
    const done = () => followedUp?.(changes)
    return [
      ...(update ? [steps.say(id, update, { done: said, ...(orders && { orders }) })] : []),
      ...(created ? [steps.create(created, { label: t('manage.step.followUp'), done })] : []),
      ...(isEmptyChange(changes) ? [] : [steps.change(id, changes, { label: labelOf(changes) })]),
    ]
  }

  const labelOf = (changes: IncidentChanges) =>
    Object.keys(changes).join() === 'endedAt' && changes.endedAt !== null ? t('manage.step.end') : t('manage.step.change')

  return {
    save,
    stepsOf,
    linkTo,
    question,
    readError,
    answer: (answer: SaveAnswer) => answered(answer),
    busy,
  }
}
