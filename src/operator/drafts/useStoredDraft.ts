import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { useClock } from '@/stores/clock'
import { useProvider } from '@/stores/provider'
import { draftStorage, type DraftKey, type StoredDraft } from './storedDrafts'

interface Options<T> extends DraftKey {
  /** What is typed; replaced as a whole with each change. */
  readonly value: Ref<T>
  /** Whether the value is work that must not be lost. */
  readonly changed: () => boolean
  readonly titleOf: (value: T) => string
  /** Reads a stored value; null where it is not one of this form. */
  readonly restore: (value: unknown) => T | null
}

const SAVE_AFTER_MS = 250

/** Where this page keeps drafts. */
export function useDraftStorage() {
  const { id, config } = useProvider()
  return draftStorage(`scs-status draft ${new URL(document.baseURI).pathname} ${config.apiUrl} ${id} `)
}

/**
 * Keeps what is typed into a form in the browser. Drafts of an earlier visit are offered, never put back by themselves. Each
 * form has a draft of its own, so two tabs with the same incident do not write over each other.
 */
export function useStoredDraft<T>({ form, target, value, changed, titleOf, restore }: Options<T>) {
  const storage = useDraftStorage()
  const clock = useClock()
  let id: string = crypto.randomUUID()
  const left = shallowRef(storage.list().filter(draft => draft.form === form && draft.target === target))
  const offered = computed(() => left.value.filter(draft => restore(draft.value) !== null))
  /** Whether the last change could be kept; false = the browser keeps nothing. */
  const kept = shallowRef(true)

  // Before the timer ends with the form, and forgets that something is due.
  onScopeDispose(saveIfDue)
  const { isPending: isDue, start: saveSoon, stop: saveNoMore } = useTimeoutFn(save, SAVE_AFTER_MS, { immediate: false })

  function save() {
    saveNoMore()
    if (!changed()) return storage.discard(id)
    kept.value = storage.save({ id, form, target, savedAt: clock.read(), title: titleOf(value.value), value: value.value })
  }
  function saveIfDue() {
    if (isDue.value) save()
  }
  watch(value, () => saveSoon())
  // A tab that is closed gets no other event that is sure to come.
  useEventListener('pagehide', saveIfDue)
  useEventListener(document, 'visibilitychange', saveIfDue)

  return {
    offered,
    kept,
    id: () => id,
    /** Keeps it now, e.g. before another form takes it up. */
    save,
    /** Goes on with an earlier draft: it is this form's own from now on. */
    take(draft: StoredDraft) {
      const restored = restore(draft.value)
      if (restored === null) return
      storage.discard(id)
      id = draft.id
      left.value = []
      value.value = restored
    },
    dismiss(draft: StoredDraft) {
      storage.discard(draft.id)
      left.value = left.value.filter(other => other.id !== draft.id)
    },
    /** What was typed is published, or given up on purpose. */
    discard() {
      saveNoMore()
      storage.discard(id)
    },
  }
}
