import { computed, shallowRef } from 'vue'
import {
  mergeRecordChoices,
  recordConflictsBetween,
  type Choices,
  type Conflict,
  type TextRecord,
} from '@/domain/writing/conflict'
import type { Step } from '@/operator/operation/step'
import type { Operation } from '@/operator/operation/useOperation'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'

interface Options<T> {
  readonly operation: Operation
  readonly read: () => Promise<T>
  readonly recordOf: (item: T) => TextRecord
  /** What this tab wrote of it. */
  readonly own: () => readonly TextRecord[]
  /** The step that makes `theirs` what the fields say; null = they say the same. */
  readonly stepFor: (theirs: T, fields: TextRecord) => Step | null
}

/** Writes an entry of the catalog that is there already: read again, what two people changed is decided, the minimum sent. */
export function useCatalogSave<T>({ operation, read, recordOf, own, stepFor }: Options<T>) {
  const conflicts = shallowRef<readonly Conflict<TextRecord>[]>([])
  const { reading, error, read: readAgain } = useAsyncRead()
  const busy = computed(() => reading.value || conflicts.value.length > 0 || operation.busy.value)
  let answered: (choices: Choices<TextRecord> | null) => void = () => undefined

  async function save(base: T, mine: T): Promise<'saved' | 'nothing' | 'cancelled'> {
    if (busy.value || operation.state.value === 'stopped') return 'cancelled'
    const theirs = await readAgain(read, () => base)
    if (!theirs) return 'cancelled'
    const records = [recordOf(base), recordOf(mine), recordOf(theirs)] as const
    const written = own()
    conflicts.value = recordConflictsBetween(...records, written)
    const choices = conflicts.value.length ? await new Promise<Choices<TextRecord> | null>(done => (answered = done)) : {}
    conflicts.value = []
    if (!choices) return 'cancelled'
    const step = stepFor(theirs, mergeRecordChoices(...records, choices, written))
    if (!step) return 'nothing'
    return (await operation.start([step])) ? 'saved' : 'cancelled'
  }

  return { save, conflicts, error, busy, answer: (choices: Choices<TextRecord> | null) => answered(choices) }
}
