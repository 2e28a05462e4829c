import type { Impact, WrittenImpact } from './incident'
import { TOP_VALUE } from '@/domain/severity/severity'

/** What an impact is identified by within its incident (docs/domain.md, "Objects"), as a key for maps and lists. */
export function impactKey({ componentId, typeId }: Pick<Impact, 'componentId' | 'typeId'>): string {
  return JSON.stringify([componentId, typeId])
}

/**
 * Which row of `after` each impact of `before` is; -1 = none. It is the one of the same component and type, else for an impact
 * without a type the next of its component that is left: its type was filled in.
 */
export function rowsAfter(before: readonly Impact[], after: readonly Impact[]): number[] {
  const keys = after.map(impactKey)
  const taken = new Set<number>()
  const take = (matches: (row: number) => boolean) => {
    const row = keys.findIndex((_, index) => !taken.has(index) && matches(index))
    taken.add(row)
    return row
  }
  const same = before.map(impact => {
    const key = impactKey(impact)
    return take(row => keys[row] === key)
  })
  return before.map(({ componentId, typeId }, index) =>
    same[index]! < 0 && typeId === null ? take(row => after[row]!.componentId === componentId) : same[index]!,
  )
}

/** A type and a severity for several components at once; null = still to be filled in. */
export type ImpactValues = Pick<Impact, 'typeId' | 'severity'>

/**
 * Gives each component an impact of this type and severity: its impact of this type takes the severity, else its first
 * one without a type takes both, else one is added at the end. Impacts of other types stay.
 */
export function setImpacts(impacts: readonly Impact[], componentIds: Iterable<string>, values: ImpactValues): Impact[] {
  const result = [...impacts]
  for (const componentId of new Set(componentIds)) {
    const impact: Impact = { componentId, ...values }
    const own = (typeId: string | null) => result.findIndex(row => impactKey(row) === impactKey({ componentId, typeId }))
    const same = own(values.typeId)
    const index = same >= 0 ? same : own(null)
    if (index >= 0) result[index] = impact
    else result.push(impact)
  }
  return result
}

/** Changes type, severity or both of some rows (by index, because two rows may be equal while they are being edited). */
export function changeImpacts(
  impacts: readonly Impact[],
  rows: Iterable<number>,
  { typeId, severity }: Partial<ImpactValues>,
): Impact[] {
  const changed = new Set(rows)
  return impacts.map((impact, row) =>
    changed.has(row)
      ? { ...impact, ...(typeId !== undefined && { typeId }), ...(severity !== undefined && { severity }) }
      : impact,
  )
}

/** Takes some rows out, by index. */
export function removeImpacts(impacts: readonly Impact[], rows: Iterable<number>): Impact[] {
  const removed = new Set(rows)
  return impacts.filter((_, row) => !removed.has(row))
}

/** Takes all impacts of some components out. */
export function withoutComponents(impacts: readonly Impact[], componentIds: Iterable<string>): Impact[] {
  const removed = new Set(componentIds)
  return impacts.filter(({ componentId }) => !removed.has(componentId))
}

/** The impacts of some components alone. */
export function onlyComponents(impacts: readonly Impact[], componentIds: Iterable<string>): Impact[] {
  const kept = new Set(componentIds)
  return impacts.filter(({ componentId }) => kept.has(componentId))
}

/** The rows (indices) that repeat the component and type of an earlier one. Rows without a type are gaps, not duplicates. */
export function duplicatesOf(impacts: readonly Impact[]): number[] {
  const seen = new Set<string>()
  return impacts.flatMap((impact, row) => {
    if (impact.typeId === null) return []
    const key = impactKey(impact)
    if (seen.has(key)) return [row]
    seen.add(key)
    return []
  })
}

/** Whether a severity can be written: a whole number 0..100 (0402). */
export function isSeverity(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value >= 0 && value <= TOP_VALUE
}

/**
 * Whether some impact lacks what is needed to write it: a type, or a severity from 0 to 100. `affects` is replaced whole,
 * so a list with a gap cannot be rewritten before the operator has filled it.
 */
export function hasGaps(impacts: readonly Impact[]): boolean {
  return impacts.some(({ typeId, severity }) => typeId === null || !isSeverity(severity))
}

/** The list as it is written; null while it has gaps or two impacts of one component and type. */
export function writableImpacts(impacts: readonly Impact[]): WrittenImpact[] | null {
  if (duplicatesOf(impacts).length) return null
  const written: WrittenImpact[] = []
  for (const { componentId, typeId, severity } of impacts) {
    if (typeId === null || !isSeverity(severity)) return null
    written.push({ componentId, typeId, severity })
  }
  return written
}

/** Whether two lists say the same, in whatever order. */
export function sameImpacts(a: readonly Impact[], b: readonly Impact[]): boolean {
  const told = (impacts: readonly Impact[]) =>
    impacts.map(({ componentId, typeId, severity }) => JSON.stringify([componentId, typeId, severity])).sort()
  return a.length === b.length && told(a).join() === told(b).join()
}
