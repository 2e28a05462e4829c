import type { ServiceComponent } from '@/domain/component/component'
import type { ComponentGroup } from '@/domain/component/grouping'

/** Rows of a list that are drawn at once; the search finds the others. */
const SHOWN = 100
/** Up to that many components, all groups are open from the beginning. */
const FEW = 40

/** A group as the list shows it: what its own box ticks, and the rows that are drawn while it is open. */
export interface ChecklistGroup {
  readonly name: string | null
  /** All of it, drawn or not. */
  readonly ids: readonly string[]
  readonly shown: readonly ServiceComponent[]
  /** How many more there are. */
  readonly hidden: number
}

/** Cuts groups to the rows that are drawn: each to as many, since only some are open. */
export const cutToShown = (groups: readonly ComponentGroup[]): ChecklistGroup[] =>
  groups.map(({ name, components }) => ({
    name,
    ids: components.map(({ id }) => id),
    shown: components.slice(0, SHOWN),
    hidden: Math.max(0, components.length - SHOWN),
  }))

/** Whether groups begin open: where there is one alone, and where they are short together. */
export const areFew = (groups: readonly ChecklistGroup[]): boolean =>
  groups.length < 2 || groups.reduce((sum, { ids }) => sum + ids.length, 0) <= FEW
