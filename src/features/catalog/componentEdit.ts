import type { LabelRow } from '@/domain/catalog/catalogCheck'
import type { ComponentFields } from '@/domain/catalog/catalogContent'
import { isRecord } from '@/operator/drafts/readDraft'
import type { FirstState } from './useFirstState'

/** A component as it is typed. */
export interface ComponentEdit {
  /** What it was written over: what someone else changes in between is a conflict. */
  readonly base: ComponentFields
  readonly name: string
  readonly rows: readonly LabelRow[]
  /** Of a new one; null = all is well with it, or nothing is said. */
  readonly state: FirstState | null
}

export function editOf(base: ComponentFields): ComponentEdit {
  return { base, name: base.name, rows: Object.entries(base.labels).map(([key, value]) => ({ key, value })), state: null }
}

const isText = (one: unknown): one is string => typeof one === 'string'

/** A draft as it was kept; null where it cannot be read. */
export function readEdit(value: unknown): ComponentEdit | null {
  if (!isRecord(value) || !isRecord(value.base) || !isRecord(value.base.labels)) return null
  const { base, name, rows } = value
  const areRows = Array.isArray(rows) && rows.every(row => isRecord(row) && isText(row.key) && isText(row.value))
  const isBase = isText(base.name) && Object.values(base.labels as object).every(isText)
  if (!isBase || !isText(name) || !areRows) return null
  return { base: base as unknown as ComponentFields, name, rows: rows as LabelRow[], state: readState(value.state) }
}

function readState(value: unknown): FirstState | null {
  if (!isRecord(value) || !isText(value.note)) return null
  const { severity, typeId, note } = value
  return { severity: typeof severity === 'number' ? severity : null, typeId: isText(typeId) ? typeId : null, note }
}
