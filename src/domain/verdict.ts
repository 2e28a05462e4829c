import type { ComponentState } from './componentState'
import type { Incident } from './incident'
import { incidentLevel, isAlarming } from './moment'
import { isGood, worstLevel, type Level, type SeverityScale } from './severity'

/** The reads that the status page is made of. */
export const STATUS_PARTS = ['components', 'incidents', 'severities', 'phases', 'impactTypes'] as const
export type StatusPart = (typeof STATUS_PARTS)[number]

/**
 * What the banner says. `affected`: some components are; `incident`: something is ongoing, but on no component that this
 * reader sees; `partial`: no bad news, but something is missing, so nobody may call it fine.
 */
export type VerdictKind = 'operational' | 'notice' | 'maintenance' | 'affected' | 'incident' | 'partial' | 'unknown' | 'empty'

export interface Verdict {
  readonly kind: VerdictKind
  /** The worst that is known; unknown where something that matters is missing. */
  readonly level: Level
  /** Components by what they are; each stands in one count only. */
  readonly counts: { readonly total: number; readonly affected: number; readonly maintenance: number; readonly unknown: number }
  /** The components at the worst level, by id. */
  readonly worst: readonly string[]
  /** Since when the worst level stands, epoch milliseconds; null where nobody knows. */
  readonly since: number | null
  readonly missing: readonly StatusPart[]
  /** The data is older than the configured limit: everything said is what was last known. */
  readonly stale: boolean
}

export interface VerdictFacts {
  readonly states: ReadonlyMap<string, ComponentState>
  readonly ongoing: readonly Incident[]
  readonly scale: SeverityScale
  /** Parts that could not be read, now or at the last refresh. */
  readonly missing: readonly StatusPart[]
  readonly stale: boolean
}

/**
 * The page in one statement (domain.md, "the page"): the worst component. It is `operational` only when every part is read and
 * fresh, no component is anything else, and no incident that is neither good nor maintenance is ongoing.
 */
export function verdict({ states, ongoing, scale, missing, stale }: VerdictFacts): Verdict {
  const all = [...states.values()]
  const worstComponent = worstLevel(
    scale,
    all.map(({ level }) => level),
  )
  const alarm = worstLevel(
    scale,
    ongoing.filter(incident => isAlarming(incident, scale)).map(incident => incidentLevel(incident, scale)),
  )
  const isAffected = ({ kind }: Level) => kind === 'band'
  const counts = {
    total: all.length,
    affected: all.filter(({ level }) => isAffected(level)).length,
    maintenance: all.filter(({ level }) => level.kind === 'maintenance').length,
    unknown: all.filter(({ level }) => level.kind === 'unknown').length,
  }
  const facts = { counts, missing, stale }
  if (counts.affected) return { ...facts, ...worstOf(states, worstBand(all, scale), 'affected') }
  if (!isGood(alarm))
    return { ...facts, kind: 'incident', level: alarm, worst: [], since: earliest(ongoing.map(({ beganAt }) => beganAt)) }
  if (!all.length && !missing.includes('components'))
    return { ...facts, kind: missing.length || stale ? 'partial' : 'empty', level: scale.unknown, worst: [], since: null }
  if (!all.length || counts.unknown === all.length)
    return { ...facts, kind: 'unknown', level: scale.unknown, worst: [], since: null }
  if (missing.length || stale || counts.unknown)
    return { ...facts, kind: 'partial', level: scale.unknown, worst: [], since: null }
  if (worstComponent.kind === 'maintenance') return { ...facts, ...worstOf(states, worstComponent, 'maintenance') }
  if (worstComponent.kind === 'notice') return { ...facts, ...worstOf(states, worstComponent, 'notice') }
  return { ...facts, kind: 'operational', level: scale.operational, worst: [], since: null }
}

/** Unknown may outrank a band; what is known to be affected is said first, and the unknown ones are counted beside it. */
const worstBand = (states: readonly ComponentState[], scale: SeverityScale) =>
  worstLevel(
    scale,
    states.map(({ level }) => level).filter(({ kind }) => kind === 'band'),
  )

function worstOf(states: ReadonlyMap<string, ComponentState>, level: Level, kind: VerdictKind) {
  const worst = [...states].filter(([, state]) => state.level === level)
  return { kind, level, worst: worst.map(([id]) => id), since: earliest(worst.map(([, { since }]) => since)) }
}

function earliest(instants: readonly (number | null)[]): number | null {
  return instants.length && !instants.includes(null) ? Math.min(...(instants as number[])) : null
}
