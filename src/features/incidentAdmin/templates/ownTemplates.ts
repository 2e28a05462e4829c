import { isRecord } from '@/operator/drafts/readDraft'

export type TemplateKind = 'incident' | 'maintenance' | 'update'

/** A template that an operator made, kept in this browser only. */
export interface OwnTemplate {
  readonly id: string
  readonly kind: TemplateKind
  readonly name: string
  readonly title: string
  readonly description: string
}

/** `full`: another one must go first. `notKept`: the browser keeps nothing (private mode, a full disk). */
export type TemplateSaving = 'saved' | 'full' | 'notKept'

/** Templates of one page and one API. */
export interface OwnTemplateStorage {
  /** By name. What cannot be read is left out. */
  list(): readonly OwnTemplate[]
  /** Takes the place of another one of the same kind and name. */
  save(template: OwnTemplate): TemplateSaving
  remove(id: string): void
}

export const MAX_OWN_TEMPLATES = 50

/** `prefix` names the page and its API, since one host may serve several. */
export function ownTemplateStorage(prefix: string, storage: () => Storage = () => localStorage): OwnTemplateStorage {
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
          .filter(template => template !== null)
          .sort((a, b) => a.name.localeCompare(b.name)),
      [],
    )
  return {
    list,
    save: template =>
      attempt((store): TemplateSaving => {
        const all = list()
        const same = all.find(({ kind, name }) => kind === template.kind && name === template.name)
        if (!same && all.length >= MAX_OWN_TEMPLATES) return 'full'
        const id = same?.id ?? template.id
        store.setItem(`${prefix}${id}`, JSON.stringify({ ...template, id }))
        return 'saved'
      }, 'notKept'),
    remove: id => attempt(store => store.removeItem(`${prefix}${id}`), undefined),
  }
}

function parse(text: string | null): OwnTemplate | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (!isRecord(value)) return null
    const { id, kind, name, title, description } = value
    const isTemplate =
      (kind === 'incident' || kind === 'maintenance' || kind === 'update') &&
      [id, name, title, description].every(part => typeof part === 'string')
    return isTemplate ? ({ id, kind, name, title, description } as OwnTemplate) : null
  } catch {
    return null
  }
}
