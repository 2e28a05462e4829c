import type { Severity, SeverityChanges } from '@/domain/catalog/catalog'
import { TOP_VALUE } from './severity'

/** A severity in a form; `value` is what was typed. */
export interface SeverityEdit {
  /** As it was when the form was opened; null = a new one. */
  readonly base: Severity | null
  readonly name: string
  readonly value: string
}

/** What an edit would write; null while its value is no whole number of 1 to 100 (0 is maintenance, 0402). */
export function editedSeverity({ name, value }: SeverityEdit): Severity | null {
  const number = /^\s*\d+\s*$/.test(value) ? Number(value) : null
  return number !== null && number >= 1 && number <= TOP_VALUE ? { name: name.trim(), value: number } : null
}

/** The list after a change of `base` into `next`: null for what is not there yet, or not any more. */
export function severitiesAfter(list: readonly Severity[], base: Severity | null, next: Severity | null): Severity[] {
  if (!next) return list.filter(({ name }) => name !== base?.name)
  const index = list.findIndex(one => one.name === base?.name && one.value === base.value)
  return index < 0 ? [...list, next] : list.with(index, next)
}

/** The minimum to send. */
export function severityChangesBetween(base: Severity, next: Severity): SeverityChanges {
  return {
    ...(next.name !== base.name && { name: next.name }),
    ...(next.value !== base.value && { value: next.value }),
  }
}

/** A severity that differs between two lists, by its name; null = it is not there. */
export interface SeverityDifference {
  readonly name: string
  readonly before: number | null
  readonly after: number | null
}

/** What differs, by name; of several severities of one name the value of the first is told. */
export function severityDifferences(before: readonly Severity[], after: readonly Severity[]): SeverityDifference[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))]
  const valuesOf = (list: readonly Severity[], wanted: string) =>
    list.filter(({ name }) => name === wanted).map(({ value }) => value)
  return names.flatMap(name => {
    const [old, now] = [valuesOf(before, name), valuesOf(after, name)]
    return old.join() === now.join() ? [] : [{ name, before: old[0] ?? null, after: now[0] ?? null }]
  })
}

/** The edit on what the server has now: a value that the operator did not touch follows it. */
export function rebaseEdit(edit: SeverityEdit, base: Severity): SeverityEdit {
  const untouched = edit.value.trim() === String(edit.base?.value)
  return { ...edit, base, value: untouched ? String(base.value) : edit.value }
}
