import type { ComponentFields, ImpactTypeFields, LabelEdit } from './catalogContent'
import type { TextRecord } from '@/domain/writing/conflict'

const LABEL = 'label '
/** The key of a label among the fields of a component; null = it is no label. */
export const labelOf = (field: string): string | null => (field.startsWith(LABEL) ? field.slice(LABEL.length) : null)

const labelFields = (labels: Readonly<Record<string, string | null>>): TextRecord =>
  Object.fromEntries(Object.entries(labels).map(([key, value]) => [LABEL + key, value]))

/** Each label is a field of its own: two people may change different ones. */
export const componentRecord = ({ name, labels }: ComponentFields): TextRecord => ({ name, ...labelFields(labels) })

export const componentFields = (record: TextRecord): ComponentFields => ({
  name: record['name'] ?? '',
  labels: Object.fromEntries(
    Object.entries(record).flatMap(([field, value]) => {
      const key = labelOf(field)
      return key !== null && value !== null ? [[key, value]] : []
    }),
  ),
})

/** What an edit of labels writes. */
export const labelEditRecord = ({ set, remove }: LabelEdit): TextRecord =>
  labelFields({ ...set, ...Object.fromEntries(remove.map(key => [key, null])) })

export const impactTypeRecord = ({ name, description }: ImpactTypeFields): TextRecord => ({ name, description })
