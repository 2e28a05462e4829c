import { sameName, sameTitle } from '@/domain/writing/sameContent'

export interface PhaseProblem {
  readonly code: 'noPhases' | 'emptyNames' | 'equalNames'
  readonly field: 'names'
  readonly level: 'error' | 'warning'
  /** Indexes into the list. */
  readonly rows: readonly number[]
}

/** What is wrong with a list of phases before it is published. Two steps of one name are possible, but hard to tell apart (ours). */
export function checkPhases(names: readonly string[]): PhaseProblem[] {
  if (!names.length) return [{ code: 'noPhases', field: 'names', level: 'error', rows: [] }]
  const plain = phaseNames(names)
  const rowsWhere = (wanted: (name: string, index: number) => boolean) =>
    plain.flatMap((name, index) => (wanted(name, index) ? [index] : []))
  const empty = rowsWhere(name => !name)
  const equal = rowsWhere(name => name !== '' && plain.filter(other => sameName(other, name)).length > 1)
  return [
    ...(empty.length ? [{ code: 'emptyNames', field: 'names', level: 'error', rows: empty } as const] : []),
    ...(equal.length ? [{ code: 'equalNames', field: 'names', level: 'warning', rows: equal } as const] : []),
  ]
}

/** As they are written. */
export function phaseNames(names: readonly string[]): string[] {
  return names.map(name => name.trim())
}

/** Whether two lists say the same, in the same order. Names are written trimmed, so outer white space makes no difference. */
export function samePhases(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, order) => sameTitle(name, b[order]!))
}
