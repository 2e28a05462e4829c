import type { ServiceComponent } from '@/domain/component/component'
import type { ComponentState } from '@/domain/component/componentState'

/** A narrow screen has no room for what goes well beside what does not. */
export const FOLDING_SCREEN = '(max-width: 599px)'

// Fewer are shown: a line that tells of them would be as high.
const LEAST_FOLDED = 3

/** The rows of a group on a narrow screen: what something is wrong with, and how many go well. */
export interface FoldedRows {
  readonly shown: readonly ServiceComponent[]
  readonly folded: readonly ServiceComponent[]
}

/**
 * Folds what was fine when it was last read, where something else is not. Where all is fine, or too little, nothing is folded.
 * @param states by component id; how sure they are is told where they are folded
 */
export function foldRows(
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  isFolding: boolean,
): FoldedRows {
  const isFine = ({ id }: ServiceComponent) => {
    const { level } = states.get(id)!
    return (level.lastKnown?.level ?? level).kind === 'operational'
  }
  const folded = isFolding ? components.filter(isFine) : []
  if (folded.length < LEAST_FOLDED || folded.length === components.length) return { shown: components, folded: [] }
  const hidden = new Set(folded)
  return { shown: components.filter(component => !hidden.has(component)), folded }
}
