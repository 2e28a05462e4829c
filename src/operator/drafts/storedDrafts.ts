import { isRecord } from './readDraft'
import { storedRecords } from './storedRecords'

/** What a draft is about: `new` or the id of an incident. */
export interface DraftKey {
  readonly form: string
  readonly target: string
}

/** Unfinished work of an operator, kept in this browser until it is published or discarded. */
export interface StoredDraft extends DraftKey {
  readonly id: string
  /** Epoch milliseconds. */
  readonly savedAt: number
  /** What it is called in lists. */
  readonly title: string
  readonly value: unknown
}

const MAX_DRAFTS = 50

/** Drafts of one page and one API, which `prefix` names, since one host may serve several. */
export function draftStorage(prefix: string) {
  const stored = storedRecords(prefix, readStored, () => localStorage)
  /** Newest first. */
  const list = (): readonly StoredDraft[] => stored.list().sort((a, b) => b.savedAt - a.savedAt)
  return {
    list,
    /** Whether the browser keeps it. */
    save(draft: StoredDraft) {
      const isKept = stored.put(draft)
      if (isKept) for (const { id } of list().slice(MAX_DRAFTS)) stored.remove(id)
      return isKept
    },
    discard: stored.remove,
  }
}

function readStored(value: unknown): StoredDraft | null {
  if (!isRecord(value)) return null
  const isDraft =
    typeof value.id === 'string' &&
    typeof value.form === 'string' &&
    typeof value.target === 'string' &&
    typeof value.title === 'string' &&
    typeof value.savedAt === 'number' &&
    value.value !== undefined
  return isDraft ? (value as unknown as StoredDraft) : null
}
