import type { ComponentState } from './componentState'
import type { Incident } from '@/domain/incident/incident'
import { newestFirst } from '@/domain/incident/moment'
import type { Level, SeverityScale } from '@/domain/severity/severity'
import { affectingLevel, isDeciding, type StatusPart } from '@/domain/status/verdict'
import { earliest } from '@/domain/time/earliest'
import { onceEach } from '@/domain/incident/versions'

/** What "Is it down?" is answered with. `affected`: yes, be it that nobody knows how badly; `retired`: nobody looks any more. */
export type AnswerKind = 'operational' | 'notice' | 'maintenance' | 'affected' | 'unknown' | 'retired'

/**
 * Why the answer is unknown, or not sure. `unread`: what decides it could not be read, now or ever; `stale`: it was read too long
 * ago; `hint`: the server names an incident that could not be read; `hintsUnreadable`: nobody can tell which it names; `times`: the
 * times of an incident on it do not tell whether it goes on; `unrecorded`: its incidents are not recorded yet.
 */
export type Doubt = 'unread' | 'stale' | 'hint' | 'hintsUnreadable' | 'times' | 'unrecorded'

export interface ComponentAnswer {
  readonly kind: AnswerKind
  /** Of what is `affected`: its worst known band, unknown only where no severity is known. */
  readonly level: Level
  /** Since when that level stands, epoch milliseconds; null = in order, or nobody knows. */
  readonly since: number | null
  /** The incidents behind that level, or behind the doubt about times, newest first. */
  readonly incidents: readonly Incident[]
  /** The maintenance that something worse hides, newest first. */
  readonly maintenance: readonly Incident[]
  /** null = all that decides it is read and fresh. Bad news stays the answer in doubt, nothing else does. */
  readonly doubt: Doubt | null
  /** The deciding parts that could not be read. */
  readonly missing: readonly StatusPart[]
  /** Where the answer is unknown: what was known when everything could be read for the last time; null = nothing. */
  readonly lastKnown: Level | null
}

export interface AnswerFacts {
  /** As computed from what was read last; undefined = it was never read. */
  readonly state: ComponentState | undefined
  readonly scale: SeverityScale
  /** Parts that could not be read, now or at the last refresh; of incidents, those of now (as the verdict of the page takes them). */
  readonly missing: readonly StatusPart[]
  /** The data is older than the configured limit. */
  readonly stale: boolean
  /** Whether the server names an incident on it (`activelyAffectedBy`) that could not be read. */
  readonly hintUnresolved: boolean
  /** Whether it names something there that nobody can read. */
  readonly hintsUnreadable?: boolean | undefined
  /** Whether its incidents are on record now (`recordsSince`). */
  readonly isRecorded: boolean
  readonly isRetired: boolean
}

/**
 * "Is it down?" in one answer (docs/domain.md, "One component in one answer"; never green by default, as the verdict of the page):
 * it is in order, or in maintenance, only where everything that decides it is read, fresh, recorded and without a loose end.
 */
export function componentAnswer(facts: AnswerFacts): ComponentAnswer {
  const { state, scale, isRetired } = facts
  const missing = facts.missing.filter(isDeciding)
  const doubt = doubtOf(facts, missing)
  const base = { doubt, missing, lastKnown: null, maintenance: [] }
  const nothing = { level: scale.unknown, since: null, incidents: [] }
  if (isRetired) return { ...base, ...nothing, kind: 'retired' }
  if (!state) return { ...base, ...nothing, kind: 'unknown' }

  const worst = affectingLevel(state)
  const maintenance = incidentsAtLevel(state, scale.maintenance)
  if (worst) return { ...base, kind: 'affected', level: worst, ...standing(state, worst), maintenance }
  if (doubt !== null || state.level.kind === 'unknown') {
    const lastKnown = state.level.kind === 'unknown' || !facts.isRecorded ? null : state.level
    const incidents = doubt === 'times' ? onceEach([...state.unclear!].sort(newestFirst)) : []
    return { ...base, ...nothing, kind: 'unknown', doubt: doubt ?? 'unread', incidents, maintenance, lastKnown }
  }
  const { level } = state
  if (level.kind !== 'notice' && level.kind !== 'maintenance') return { ...base, ...nothing, kind: 'operational', level }
  return { ...base, kind: level.kind, level, ...standing(state, level) }
}

function doubtOf(
  { state, stale, hintUnresolved, hintsUnreadable, isRecorded }: AnswerFacts,
  missing: readonly StatusPart[],
): Doubt | null {
  // It leaves the list of components read in part: what of it could not be read says more.
  if (state && hintsUnreadable && missing.every(part => part === 'components')) return 'hintsUnreadable'
  if (!state || missing.length) return 'unread'
  if (stale) return 'stale'
  if (hintUnresolved) return 'hint'
  if (state.unclear) return 'times'
  return isRecorded ? null : 'unrecorded'
}

function standing(state: ComponentState, level: Level) {
  const incidents = incidentsAtLevel(state, level)
  return { incidents, since: earliest(incidents.map(({ beganAt }) => beganAt)) }
}

function incidentsAtLevel({ impacts }: ComponentState, level: Level): Incident[] {
  const own = impacts.filter(impact => impact.level === level).map(({ incident }) => incident)
  return onceEach([...new Set(own)].sort(newestFirst))
}
