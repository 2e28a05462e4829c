import { computed, shallowRef } from 'vue'
import { isRecordChangedByOthers, type TextRecord } from '@/domain/writing/conflict'
import { useHeldNote } from '@/operator/drafts/useHeldNote'
import { nullIfNotFound } from '@/operator/operation/nullIfNotFound'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import type { Step } from '@/operator/operation/step'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'
import { useOperation } from '@/operator/operation/useOperation'
import type { Provider } from '@/stores/provider'

interface Options<T> {
  readonly form: string
  readonly part: 'components' | 'impactTypes'
  readonly item: T
  readonly read: () => Promise<T>
  readonly recordOf: (item: T) => TextRecord
  readonly step: (item: T) => Step
}

/** What RemovalDialog shows, whatever is deleted. */
export type CatalogRemoval = ReturnType<typeof useCatalogRemoval>

/** Deletes an entry of the catalog as it is shown: read again first, held some seconds, kept as a note meanwhile. */
export function useCatalogRemoval<T extends { readonly id: string; readonly name: string }>(
  provider: Provider,
  { form, part, item, read, recordOf, step }: Options<T>,
) {
  const operation = useOperation(provider)
  const own = useOwnWrites(provider)
  const keepNote = useHeldNote()
  /** null = someone else has deleted it. */
  const known = shallowRef<T | null>(item)
  const shown = computed(() => known.value ?? item)
  const isGone = computed(() => known.value === null)
  const steps = computed(() => [step(shown.value)])
  const changed = shallowRef(false)
  const { reading, error, read: readAgain } = useAsyncRead()

  /** Whether it is as it is shown. Otherwise it is shown anew, or could not be read. */
  async function confirm(): Promise<boolean> {
    const before = known.value
    if (!before) return false
    changed.value = false
    const theirs = await readAgain<T | null>(
      () => nullIfNotFound(read()),
      () => before,
    )
    if (theirs === undefined) return false
    changed.value = theirs !== null && isRecordChangedByOthers(recordOf(before), recordOf(theirs), own.ofRecord(part, item.id))
    known.value = theirs
    return theirs !== null && !changed.value
  }

  /** @returns whether it is deleted now */
  async function remove(): Promise<boolean> {
    if (operation.state.value !== 'idle' || !(await confirm())) return false
    const { id, name } = shown.value
    return keepNote({ form, target: id, title: name }, () => operation.start(steps.value, { held: true }))
  }

  return { operation, shown, isGone, changed, steps, reading, error, remove }
}
