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

/** Drafts of one page and one API: no storage at all (private mode, a full disk) just keeps nothing. */
export interface DraftStorage {
  /** Newest first. What cannot be read is left out. */
  list(): readonly StoredDraft[]
  /** Whether the browser keeps it. */
  save(draft: StoredDraft): boolean
  discard(id: string): void
}

const MAX_DRAFTS = 50

/** `prefix` names the page and its API, since one host may serve several. */
export function draftStorage(prefix: string, storage: () => Storage = () => localStorage): DraftStorage {
  const nameOf = (id: string) => `${prefix}${id}`
  const attempt = <T>(action: (store: Storage) => T, otherwise: T): T => {
    try {
      return action(storage())
    } catch {
      return otherwise
    }
  }
  const list = () =>
    attempt(
      store =>
        Array.from({ length: store.length }, (_, index) => store.key(index))
          .filter(name => name?.startsWith(prefix))
          .map(name => parse(store.getItem(name!)))
          .filter(draft => draft !== null)
          .sort((a, b) => b.savedAt - a.savedAt),
      [],
    )
  const discard = (id: string) => attempt(store => store.removeItem(nameOf(id)), undefined)
  return {
    list,
    discard,
    save: draft =>
      attempt(store => {
        store.setItem(nameOf(draft.id), JSON.stringify(draft))
        for (const { id } of list().slice(MAX_DRAFTS)) discard(id)
        return true
      }, false),
  }
}

function parse(text: string | null): StoredDraft | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<StoredDraft> | null
    const isDraft =
      typeof value?.id === 'string' &&
      typeof value.form === 'string' &&
      typeof value.target === 'string' &&
      typeof value.title === 'string' &&
      typeof value.savedAt === 'number' &&
      value.value !== undefined
    return isDraft ? (value as StoredDraft) : null
  } catch {
    return null
  }
}
