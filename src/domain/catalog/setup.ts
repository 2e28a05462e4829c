import type { Severity } from './catalog'
import { coversAll } from '@/domain/severity/severityCheck'

export type SetupPart = 'severities' | 'topSeverity' | 'impactTypes' | 'phases' | 'firstPhases' | 'components'

/** What a server has; null = not known, e.g. not read yet. */
export interface SetupFacts {
  readonly severities: readonly Severity[] | null
  readonly impactTypes: readonly unknown[] | null
  readonly phases: readonly string[] | null
  /** Whether it is known which of the phases new incidents and new maintenance begin with. */
  readonly firstPhases: boolean | null
  readonly components: readonly unknown[] | null
}

/** What a page needs before an incident can be told, in the order in which it is best set up; null = not known. */
export function setupOf({
  severities,
  impactTypes,
  phases,
  firstPhases,
  components,
}: SetupFacts): { part: SetupPart; isThere: boolean | null }[] {
  const filled = (list: readonly unknown[] | null) => list && list.length > 0
  return [
    // 0 only gives maintenance its name.
    { part: 'severities', isThere: severities && severities.some(({ value }) => value > 0) },
    { part: 'topSeverity', isThere: severities && coversAll(severities) },
    { part: 'impactTypes', isThere: filled(impactTypes) },
    { part: 'phases', isThere: filled(phases) },
    { part: 'firstPhases', isThere: phases && firstPhases },
    { part: 'components', isThere: filled(components) },
  ]
}
