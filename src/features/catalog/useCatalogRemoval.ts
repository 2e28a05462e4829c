import { shallowRef } from 'vue'
import { isRecordChangedByOthers, type TextRecord } from '@/domain/writing/conflict'
import { useHeldNote } from '@/operator/drafts/useHeldNote'
import { nullIfNotFound } from '@/operator/operation/nullIfNotFound'
import type { Step } from '@/operator/operation/step'
import type { Operation } from '@/operator/operation/useOperation'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'

interface Options<T> {
  readonly operation: Operation
  readonly form: string
  readonly item: T
  readonly read: () => Promise<T>
  readonly recordOf: (item: T) => TextRecord
  /** What this tab wrote of it. */
  readonly own: () => readonly TextRecord[]
  readonly step: (item: T) => Step
}

/** Deletes an entry of the catalog as it is shown: read again first, held some seconds, kept as a note meanwhile. */
export function useCatalogRemoval<T extends { readonly id: string; readonly name: string }>(options: Options<T>) {
  const { operation, form, read, recordOf, own, step } = options
  const keepNote = useHeldNote()
  /** null = someone else has deleted it. */
  const shown = shallowRef<T | null>(options.item)
  const changed = shallowRef(false)
  const { reading, error, read: readAgain } = useAsyncRead()

  /** Whether it is as it is shown. Otherwise it is shown anew, or could not be read. */
  async function confirm(): Promise<boolean> {
    const before = shown.value
    if (!before) return false
    changed.value = false
    const theirs = await readAgain<T | null>(
      () => nullIfNotFound(read()),
      () => before,
    )
    if (theirs === undefined) return false
    changed.value = theirs !== null && isRecordChangedByOthers(recordOf(before), recordOf(theirs), own())
    shown.value = theirs
    return theirs !== null && !changed.value
  }

  /** @returns whether it is deleted now */
  async function remove(): Promise<boolean> {
    if (operation.state.value !== 'idle' || !(await confirm())) return false
    const item = shown.value!
    return keepNote({ form, target: item.id, title: item.name }, () => operation.start([step(item)], { held: true }))
  }

  return { shown, changed, reading, error, confirm, remove }
}
