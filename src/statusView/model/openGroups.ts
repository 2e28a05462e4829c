import type { Config } from '@/config/schema'
import type { ServiceComponent } from '@/domain/component/component'
import { hiddenLabelKeys } from '@/domain/component/componentFacts'
import type { ComponentState } from '@/domain/component/componentState'
import { groupComponents, labelKeys, type ComponentGroup } from '@/domain/component/grouping'
import { isGood, type SeverityScale } from '@/domain/severity/severity'

// A list this short is read whole; a longer one opens only where something is wrong.
const ALWAYS_OPEN_BELOW = 40

/**
 * The groups that are listed until a visitor chooses others.
 * @param locale for the order of names
 */
export function firstGroups(
  components: readonly ServiceComponent[],
  states: ReadonlyMap<string, ComponentState>,
  scale: SeverityScale,
  settings: Config['components'],
  locale: string,
): ComponentGroup[] {
  const { groupBy, orderLabel } = settings
  const by = groupBy !== null && labelKeys(components, hiddenLabelKeys(settings)).includes(groupBy) ? groupBy : null
  return groupComponents(components, states, scale, { by, orderLabel, problemsFirst: false, locale })
}

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
