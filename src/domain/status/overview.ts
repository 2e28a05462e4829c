import type { DayStatus } from '@/domain/component/componentHistory'
import { holdsWords, wordsIn } from '@/domain/holdsWords'
import type { Incident } from '@/domain/incident/incident'
import { isGood, severityScale, type Level } from '@/domain/severity/severity'
import type { Verdict } from './verdict'

/** What can be said of a provider among others. `awaited`: its first answers are not there yet. */
export type OverallStatus = 'affected' | 'unconfirmed' | 'awaited' | 'maintenance' | 'notice' | 'operational'

/** Several providers in one statement. */
export interface Overall {
  /** What is said first: what is wrong before what is not known, that before what is fine. */
  readonly kind: OverallStatus
  /** The worst of those that `kind` is about. */
  readonly level: Level
  readonly counts: Readonly<Record<OverallStatus, number>>
  readonly total: number
}

// Each server has a scale of its own: what all have in common are the kinds, and the looks of bands.
const NOBODY_KNOWS = severityScale([]).unknown
const ORDER: readonly OverallStatus[] = ['affected', 'unconfirmed', 'awaited', 'maintenance', 'notice', 'operational']

const STANDINGS: Readonly<Record<Verdict['kind'], OverallStatus>> = {
  affected: 'affected',
  incident: 'affected',
  partial: 'unconfirmed',
  unknown: 'unconfirmed',
  empty: 'unconfirmed',
  maintenance: 'maintenance',
  notice: 'notice',
  operational: 'operational',
}

/** @param verdict null = the first answers are awaited */
export const standingOf = (verdict: Verdict | null): OverallStatus => (verdict ? STANDINGS[verdict.kind] : 'awaited')

/** The verdicts of all providers as one (never green by default: all are operational only when each of them is). */
export function overallOf(verdicts: readonly (Verdict | null)[]): Overall {
  const counts = { affected: 0, unconfirmed: 0, awaited: 0, maintenance: 0, notice: 0, operational: 0 }
  for (const verdict of verdicts) counts[standingOf(verdict)]++
  const kind = ORDER.find(standing => counts[standing] > 0) ?? 'awaited'
  const [worst = NOBODY_KNOWS] = verdicts
    .filter(verdict => standingOf(verdict) === kind)
    .map(verdict => verdict?.level ?? NOBODY_KNOWS)
    .sort((a, b) => severityRank(b) - severityRank(a))
  return { kind, level: worst, counts, total: verdicts.length }
}

/** Makes levels of different scales comparable (docs/domain.md, "Order of states"): unknown directly below the highest band. */
export function severityRank({ kind, tone }: Level): number {
  return kind === 'unknown' ? 5.5 : { operational: 0, notice: 1, maintenance: 2, band: 2 + tone }[kind]
}

/** The incidents in whose title, or in the names of whose components, every word of the text stands. */
export function findIncidents(incidents: readonly Incident[], names: ReadonlyMap<string, string>, text: string): Incident[] {
  const words = wordsIn(text)
  return incidents.filter(({ title, impacts }) =>
    holdsWords([title, ...impacts.map(({ componentId }) => names.get(componentId) ?? '')].join('\n').toLowerCase(), words),
  )
}

/**
 * Each day by the worst of some components. What is known to be wrong comes first; where nothing is, a component without data makes
 * the day one without data, never a good one.
 * @param bars the days of each component, all of the same calendar
 */
export function worstDays(bars: readonly (readonly DayStatus[])[]): DayStatus[] {
  const rank = ({ level }: DayStatus) => (level === null ? 0.5 : isGood(level) ? level.rank / 1000 : level.rank)
  const [first = [], ...others] = bars
  return first.map((day, index) =>
    others.reduce((worst, bar) => {
      const other = bar[index]
      return other && rank(other) > rank(worst) ? other : worst
    }, day),
  )
}
