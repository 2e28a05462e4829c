import { shallowReactive } from 'vue'
import { useClock } from '@/stores/clock'
import type { StoredDraft } from './storedDrafts'
import { useDraftStorage } from './useStoredDraft'

/** Of this tab: what waits or has been answered here is nothing to take up. Only a tab that was closed leaves others. */
export const ownHeldNotes = shallowReactive(new Set<string>())

/**
 * Keeps a note of what waits some seconds before it is sent: a tab that is closed meanwhile carries nothing out, and the list of
 * drafts says so. Without a word from `run` (the page is gone) the note stays.
 */
export function useHeldNote() {
  const storage = useDraftStorage()
  const clock = useClock()
  return async (note: Pick<StoredDraft, 'form' | 'target' | 'title'>, run: () => Promise<boolean>): Promise<boolean> => {
    const id = crypto.randomUUID()
    ownHeldNotes.add(id)
    storage.save({ ...note, id, savedAt: clock.read(), value: null })
    const complete = await run()
    storage.discard(id)
    return complete
  }
}
