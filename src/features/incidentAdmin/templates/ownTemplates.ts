import { isRecord } from '@/operator/drafts/readDraft'
import { storedRecords } from '@/operator/drafts/storedRecords'

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
interface OwnTemplateStorage {
  /** By name. What cannot be read is left out. */
  list(): readonly OwnTemplate[]
  /** Takes the place of another one of the same kind and name. */
  save(template: OwnTemplate): TemplateSaving
  remove(id: string): void
}

export const MAX_OWN_TEMPLATES = 50

/** `prefix` names the page and its API, since one host may serve several. */
export function ownTemplateStorage(prefix: string, storage: () => Storage = () => localStorage): OwnTemplateStorage {
  const stored = storedRecords(prefix, readTemplate, storage)
  const list = () => stored.list().sort((a, b) => a.name.localeCompare(b.name))
  return {
    list,
    save(template) {
      const all = list()
      const same = all.find(({ kind, name }) => kind === template.kind && name === template.name)
      if (!same && all.length >= MAX_OWN_TEMPLATES) return 'full'
      return stored.put({ ...template, id: same?.id ?? template.id }) ? 'saved' : 'notKept'
    },
    remove: stored.remove,
  }
}

function readTemplate(value: unknown): OwnTemplate | null {
  if (!isRecord(value)) return null
  const { id, kind, name, title, description } = value
  const isTemplate =
    (kind === 'incident' || kind === 'maintenance' || kind === 'update') &&
    [id, name, title, description].every(part => typeof part === 'string')
  return isTemplate ? ({ id, kind, name, title, description } as OwnTemplate) : null
}
