import type { ComponentState } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { isAlarming, worstIncidents } from '@/domain/incident/moment'
import { worstLevel, type Level, type SeverityScale } from '@/domain/severity/severity'
import { earliest } from '@/domain/time/earliest'

/** The reads that the status page is made of. */
export const STATUS_PARTS = ['components', 'incidents', 'severities', 'phases', 'impactTypes'] as const
export type StatusPart = (typeof STATUS_PARTS)[number]

/** Those that the verdict is made of. Names of phases and of impact types only explain it: nobody waits for them. */
export const DECIDING_PARTS = ['components', 'incidents', 'severities'] as const satisfies readonly StatusPart[]
/** Whether a part is one of them. */
export const isDeciding = (part: StatusPart): boolean => (DECIDING_PARTS as readonly StatusPart[]).includes(part)

/**
 * What the banner says. `affected`: some components are, be it that nobody knows how badly; `incident`: something is ongoing,
 * but on no component that this reader sees; `partial`: no bad news, but something is missing, so nobody may call it fine.
 */
export type VerdictKind = 'operational' | 'notice' | 'maintenance' | 'affected' | 'incident' | 'partial' | 'unknown' | 'empty'

export interface Verdict {
  readonly kind: VerdictKind
  /** The worst that is known; unknown where something that matters is missing. */
  readonly level: Level
  /**
   * Components by what they are; each stands in one count only. `affected` counts active impacts of an unknown severity as
   * well, `unknown` only what is unknown for want of data.
   */
  readonly counts: { readonly total: number; readonly affected: number; readonly maintenance: number; readonly unknown: number }
  /** The ids of the components at that level. */
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
  /** Those of which nobody can tell whether they go on (oddTimes); by default there are none. */
  readonly unclear?: readonly Incident[]
  readonly scale: SeverityScale
  /** Parts that could not be read, now or at the last refresh. */
  readonly missing: readonly StatusPart[]
  readonly stale: boolean
}

/**
 * The page in one statement (docs/domain.md, "The page in one statement"). It is `operational` only when every part is read and
 * fresh, no component is anything else, and no incident that is neither good nor maintenance is ongoing, or may be.
 */
export function verdict({ states, ongoing, unclear = [], scale, missing, stale }: VerdictFacts): Verdict {
  const all = [...states.values()]
  const alarming = ongoing.filter(incident => isAlarming(incident, scale))
  const affecting = all.map(state => affectingLevel(state)).filter(level => level !== null)
  const counts = {
    total: all.length,
    affected: affecting.length,
    maintenance: all.filter(({ level }) => level.kind === 'maintenance').length,
    unknown: all.filter(state => state.level.kind === 'unknown' && !affectingLevel(state)).length,
  }
  const isUnclear = missing.length > 0 || stale || unclear.some(incident => isAlarming(incident, scale))
  const facts = { counts, missing, stale }
  const nobodyKnows = { level: scale.unknown, worst: [], since: null }
  if (affecting.length) {
    const level = worstKnown(scale, affecting)
    return { ...facts, kind: 'affected', level, ...standing(states, level, state => affectingLevel(state)) }
  }
  if (alarming.length) {
    const { level, worst } = worstIncidents(alarming, scale)
    return { ...facts, kind: 'incident', level, worst: [], since: earliest(worst.map(({ beganAt }) => beganAt)) }
  }
  if (!all.length && !missing.includes('components')) return { ...facts, kind: isUnclear ? 'partial' : 'empty', ...nobodyKnows }
  if (counts.unknown === all.length) return { ...facts, kind: 'unknown', ...nobodyKnows }
  if (isUnclear || counts.unknown) return { ...facts, kind: 'partial', ...nobodyKnows }
  const level = worstLevel(
    scale,
    all.map(state => state.level),
  )
  if (level.kind !== 'maintenance' && level.kind !== 'notice')
    return { ...facts, kind: 'operational', level: scale.operational, worst: [], since: null }
  return { ...facts, kind: level.kind, level, ...standing(states, level, state => state.level) }
}

/**
 * What an active impact does to a component: its worst known band, or unknown where the impact's severity is; null where
 * nothing but good bands and maintenance is active. Being unknown for want of data is no affection.
 */
export function affectingLevel({ level, impacts }: ComponentState): Level | null {
  const levels = [level, ...impacts.map(impact => impact.level)]
  const [worst] = levels.filter(({ kind }) => kind === 'band').sort((a, b) => b.rank - a.rank)
  return worst ?? impacts.find(impact => impact.level.kind === 'unknown')?.level ?? null
}

/** Unknown may outrank a band; what is known is said first. */
function worstKnown(scale: SeverityScale, levels: readonly Level[]): Level {
  const bands = levels.filter(({ kind }) => kind === 'band')
  return bands.length ? worstLevel(scale, bands) : scale.unknown
}

function standing(
  states: ReadonlyMap<string, ComponentState>,
  level: Level,
  levelOfState: (state: ComponentState) => Level | null,
) {
  const worst = [...states].filter(([, state]) => levelOfState(state) === level)
  return { worst: worst.map(([id]) => id), since: earliest(worst.map(([, state]) => sinceOf(state, level))) }
}

function sinceOf({ level, since, impacts }: ComponentState, wanted: Level): number | null {
  if (level === wanted) return since
  return earliest(impacts.filter(impact => impact.level === wanted).map(({ incident }) => incident.beganAt))
}
