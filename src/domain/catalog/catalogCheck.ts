import { sameName } from '@/domain/writing/sameContent'

/** A label as it is typed. */
export interface LabelRow {
  readonly key: string
  readonly value: string
}

interface Named {
  readonly id: string
  readonly name: string
}

/** What is wrong with a component or an impact type as it is typed. Errors stop, warnings ask once. `rows` are indices of labels. */
export type CatalogProblem =
  | { readonly code: 'nameMissing'; readonly field: 'name'; readonly level: 'error' }
  | { readonly code: 'nameRepeated'; readonly field: 'name'; readonly level: 'warning' }
  | {
      readonly code: 'labelKeyMissing' | 'labelKeyRepeated'
      readonly field: 'labels'
      readonly level: 'error'
      readonly rows: readonly number[]
    }
  | { readonly code: 'orderInvalid'; readonly field: 'labels'; readonly level: 'warning'; readonly rows: readonly number[] }

/** Names may repeat on servers, but who is to tell such two apart? */
export function checkName(name: string, id: string | null, others: readonly Named[]): CatalogProblem[] {
  if (!name.trim()) return [{ code: 'nameMissing', field: 'name', level: 'error' }]
  const repeated = others.some(other => other.id !== id && sameName(other.name, name))
  return repeated ? [{ code: 'nameRepeated', field: 'name', level: 'warning' }] : []
}

/** A row without key and value is none. */
export const isBlankRow = ({ key, value }: LabelRow): boolean => !key.trim() && !value.trim()

/** Checks labels as they are typed; `orderLabel` is the key whose value has to be a number. */
export function checkLabels(rows: readonly LabelRow[], orderLabel: string | null): CatalogProblem[] {
  const keys = rows.map(({ key }) => key.trim())
  const rowsOf = (matches: (row: LabelRow, index: number) => boolean) =>
    rows.flatMap((row, index) => (!isBlankRow(row) && matches(row, index) ? [index] : []))
  const missing = rowsOf((_, index) => !keys[index])
  const repeated = rowsOf((_, index) => !!keys[index] && keys.indexOf(keys[index]) < index)
  const unordered = rowsOf(({ value }, index) => keys[index] === orderLabel && !(value.trim() && Number.isFinite(Number(value))))
  const problems: CatalogProblem[] = []
  if (missing.length) problems.push({ code: 'labelKeyMissing', field: 'labels', level: 'error', rows: missing })
  if (repeated.length) problems.push({ code: 'labelKeyRepeated', field: 'labels', level: 'error', rows: repeated })
  if (unordered.length) problems.push({ code: 'orderInvalid', field: 'labels', level: 'warning', rows: unordered })
  return problems
}

/** The labels that rows say; outer white space of a key counts only where the component has such a key. */
export function labelsOf(rows: readonly LabelRow[], base: Readonly<Record<string, string>> = {}): Record<string, string> {
  const filled = rows.filter(row => !isBlankRow(row))
  return Object.fromEntries(filled.map(({ key, value }) => [Object.hasOwn(base, key) ? key : key.trim(), value]))
}
