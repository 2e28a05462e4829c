import type { ComponentGroup } from '@/domain/component/grouping'
import { isGood } from '@/domain/severity/severity'

// A list this short is read whole; a longer one opens only where something is wrong.
const ALWAYS_OPEN_BELOW = 40

/** Where nothing groups there is nothing to open. */
export const isUngrouped = (groups: readonly ComponentGroup[]): boolean => groups.length === 1 && groups[0]!.name === null

/**
 * Whether a group is open as long as nobody opened or closed it.
 * @param isNarrow on a narrow screen what goes well is closed, however short the list is
 */
export function opensByItself({ level }: ComponentGroup, groups: readonly ComponentGroup[], isNarrow: boolean): boolean {
  const total = groups.reduce((sum, { components }) => sum + components.length, 0)
  // A read that failed, and worked the next time, moves nothing.
  return (!isNarrow && total < ALWAYS_OPEN_BELOW) || !isGood(level.lastKnown?.level ?? level)
}
