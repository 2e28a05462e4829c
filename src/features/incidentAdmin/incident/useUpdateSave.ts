import { computed, shallowRef } from 'vue'
import { mergeUpdateChoices, updateConflictsBetween, type Choices, type Conflict } from '@/domain/writing/conflict'
import type { IncidentUpdate } from '@/domain/incident/incident'
import { updateChangesBetween } from '@/domain/writing/incidentDraft'
import { isEmptyChange, sameUpdateField, type UpdateFields } from '@/domain/writing/sameContent'
import { useHeldNote } from '@/operator/drafts/useHeldNote'
import type { WriteResult } from '@/operator/form/useWriteForm'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import type { Operation } from '@/operator/operation/useOperation'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'
import type { Management } from '@/operator/useManagement'
import { useIncidentSteps } from '@/operator/steps/useIncidentSteps'

/** Writes an update that is there already, as useIncidentSave writes an incident: read again, decided, the minimum sent. */
export function useUpdateSave({ provider }: Pick<Management, 'provider'>, operation: Operation) {
  const steps = useIncidentSteps()
  const own = useOwnWrites(provider)
  const keepNote = useHeldNote()
  const conflicts = shallowRef<readonly Conflict<UpdateFields>[]>([])
  const { reading, error, read } = useAsyncRead()
  const busy = computed(() => reading.value || conflicts.value.length > 0 || operation.state.value !== 'idle')
  const readAgain = (base: IncidentUpdate) =>
    read(
      () => provider.api.getUpdate(base.incidentId, base.order, { fresh: true }),
      () => base,
    )
  let answered: (choices: Choices<UpdateFields> | null) => void = () => undefined

  /** @param mine what is to stand; an update keeps a time once it has one */
  async function save(base: IncidentUpdate, mine: UpdateFields): Promise<WriteResult> {
    if (busy.value) return 'cancelled'
    const theirs = await readAgain(base)
    if (!theirs) return 'cancelled'
    const written = own.ofUpdate(base)
    conflicts.value = updateConflictsBetween(base, mine, theirs, written)
    const choices = conflicts.value.length ? await new Promise<Choices<UpdateFields> | null>(done => (answered = done)) : {}
    conflicts.value = []
    if (!choices) return 'cancelled'
    const changes = updateChangesBetween(theirs, mergeUpdateChoices(base, mine, theirs, choices, written))
    if (isEmptyChange(changes)) return 'nothing'
    return (await operation.start([steps.changeUpdate(theirs, changes)])) ? 'saved' : 'cancelled'
  }

  /** Deletes it after some seconds. @returns how it is on the server where that is not what is shown: then nothing is sent */
  async function remove(shown: IncidentUpdate, title: string): Promise<IncidentUpdate | 'removed' | 'cancelled'> {
    if (busy.value) return 'cancelled'
    const theirs = await readAgain(shown)
    if (!theirs) return 'cancelled'
    if (isChanged(shown, theirs)) return theirs
    const note = { form: 'deleteUpdate', target: shown.incidentId, title }
    const complete = await keepNote(note, () => operation.start([steps.removeUpdate(theirs)], { held: true }))
    return complete ? 'removed' : 'cancelled'
  }

  return { save, remove, conflicts, error, busy, answer: (choices: Choices<UpdateFields> | null) => answered(choices) }
}

function isChanged(a: UpdateFields, b: UpdateFields): boolean {
  const { title, description, createdAt } = sameUpdateField
  return !title(a.title, b.title) || !description(a.description, b.description) || !createdAt(a.createdAt, b.createdAt)
}
