import { computed, ref, shallowRef, watch } from 'vue'
import { cancellationOf, isOverAfter, type CancelChoice } from '@/domain/writing/cancellation'
import { checkDraft, type DraftProblem } from '@/domain/writing/draftCheck'
import type { Incident, PhaseReference } from '@/domain/incident/incident'
import { draftOf } from '@/domain/writing/incidentDraft'
import { timingAt } from '@/domain/incident/moment'
import { isPhase, isRecord } from '@/operator/drafts/readDraft'
import { partsOf } from '@/operator/form/partsOf'
import { useWriteForm, type WriteResult } from '@/operator/form/useWriteForm'
import { useOperation } from '@/operator/operation/useOperation'
import type { Management } from '@/operator/useManagement'
import { useProblemText } from '@/operator/useProblemText'
import { useWriting } from '@/operator/useWriting'
import { useIncidentTitle } from '@/components/incident/useIncidentTitle'
import { useIncidentSave } from './useIncidentSave'

interface Cancellation {
  readonly choice: CancelChoice
  readonly text: string
  readonly endedAt: number | null
  /** The phase of what is over. */
  readonly phase: PhaseReference | null
  /** The update is published: only the change is left. */
  readonly said: boolean
}

const HEADLINES = { keep: 'cancelled', delete: 'cancelled', endNow: 'maintenanceEnded', newEnd: 'newEnd' } as const

/**
 * How maintenance is called off or cut short, what is said about it, and its sending.
 * @param base as it was when the dialog opened: what changes meanwhile is a conflict, and the choices stay
 */
export function useCancellation(management: Management, base: Incident) {
  const { provider, store, clock, names, lastPhase } = management
  const { write, titleOf: writtenTitleOf } = useWriting(provider)
  const titleOf = useIncidentTitle()
  const operation = useOperation(provider)
  const saving = useIncidentSave(management, operation)
  const isScheduled = timingAt(base, clock.read()) === 'scheduled'
  const choices: readonly CancelChoice[] = isScheduled ? ['keep', 'delete'] : ['endNow', 'newEnd']

  const start: Cancellation = {
    choice: choices[0]!,
    text: '',
    endedAt: base.endedAt,
    phase: lastPhase('maintenance') ?? base.phase,
    said: false,
  }
  const values = shallowRef(start)
  const part = partsOf(values)
  const [choice, text, endedAt] = [part('choice'), part('text'), part('endedAt')]

  const words = {
    title: (one: Pick<Incident, 'title' | 'impacts'>) => write('cancelledTitle', { title: writtenTitleOf(one) }),
    headline: (one: CancelChoice) => write(HEADLINES[one]),
  }
  function intention(now: number) {
    const whole = cancellationOf(base, values.value, now, words)
    return values.value.said && !text.value.trim() ? { ...whole, update: null } : whole
  }
  function problems(): readonly DraftProblem[] {
    if (choice.value === 'delete') return []
    const now = clock.now.value
    const { scale, incidents } = store
    const draft = { ...draftOf(base), ...intention(now).fields }
    const context = { now, scale, original: base, componentIds: null, incidents, shortNoticeHours: null }
    // What is cancelled has no length on purpose: nothing is asked about what this itself says.
    return checkDraft(draft, context).filter(({ level }) => level === 'error')
  }
  const isNothing = () => choice.value === 'newEnd' && endedAt.value === base.endedAt

  /** It goes away as a whole, which is asked elsewhere. */
  const deleting = ref(false)
  async function save(): Promise<WriteResult> {
    deleting.value = choice.value === 'delete'
    if (deleting.value) return 'cancelled'
    const { fields, update } = intention(clock.read())
    const said = () => (values.value = { ...values.value, text: '', said: true })
    return saving.save({ base, fields, update, said })
  }

  function restore(value: unknown): Cancellation | null {
    if (!isRecord(value) || typeof value.text !== 'string') return null
    const known = choices.find(one => one === value.choice)
    const end = typeof value.endedAt === 'number' ? value.endedAt : null
    const phase = isPhase(value.phase) ? value.phase : start.phase
    return known ? { choice: known, text: value.text, endedAt: end, phase, said: value.said === true } : null
  }

  const form = useWriteForm<Cancellation, DraftProblem>({
    operation,
    saving,
    draft: {
      form: 'cancel',
      target: base.id,
      value: values,
      changed: () =>
        values.value.said || text.value.trim() !== '' || endedAt.value !== start.endedAt || operation.state.value === 'held',
      titleOf: () => titleOf(base),
      restore,
    },
    isEmpty: isNothing,
    isSent: () => operation.busy.value,
    problems,
    problemText: useProblemText(
      () => names.value,
      () => base.impacts,
    ),
    save,
    steps() {
      if (choice.value === 'delete' || isNothing()) return null
      const { changes, update } = intention(clock.now.value)
      return saving.stepsOf(base.id, { created: null, changes }, update)
    },
  })
  // What is held is lost with the tab: the list of drafts says so then.
  watch(operation.state, state => (state === 'held' || state === 'idle') && form.stored.save())

  return {
    ...form,
    saving,
    choices,
    isScheduled,
    choice,
    text,
    endedAt,
    phase: part('phase'),
    /** Over is both, the end and the phase: they go together, and both are in sight. */
    isOver: computed(() => isOverAfter(values.value, clock.now.value)),
    headline: computed(() => words.headline(choice.value)),
    deleting,
  }
}
