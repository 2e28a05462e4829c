import type { ServiceComponent } from '@/domain/component'
import type { ComponentGroup } from '@/domain/grouping'

/** Rows of a list that are drawn at once; the search finds the others. */
const SHOWN = 100

/** A group as the list shows it: what its own box ticks, and the rows that are drawn. */
export interface ChecklistGroup {
  readonly name: string | null
  /** All that match, drawn or not. */
  readonly ids: readonly string[]
  readonly shown: readonly ServiceComponent[]
}

/** Cuts groups to the rows that are drawn. `hidden` counts the others. */
export function cutToShown(groups: readonly ComponentGroup[]): { groups: ChecklistGroup[]; hidden: number } {
  let left = SHOWN
  let hidden = 0
  const cut = groups.map(({ name, components }) => {
    const shown = components.slice(0, left)
    left -= shown.length
    hidden += components.length - shown.length
    return { name, ids: components.map(({ id }) => id), shown }
  })
  return { groups: cut.filter(({ shown }) => shown.length), hidden }
}
