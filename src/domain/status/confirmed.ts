import type { ServiceComponent } from '@/domain/component/component'
import type { DayStatus } from '@/domain/component/componentHistory'
import type { ComponentState } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { worstLevel, type Level, type SeverityScale } from '@/domain/severity/severity'
import { isDeciding, type Verdict } from './verdict'
import { allVersions } from '@/domain/incident/versions'

/**
 * Whether the states of components are those of now (docs/domain.md, "Never green by default"): all that decides them could be
 * read, and not too long ago.
 */
export const isConfirmed = ({ missing, stale }: Pick<Verdict, 'missing' | 'stale'>): boolean =>
  !stale && !missing.some(isDeciding)

/**
 * States as they may be shown (ours; never green by default): where they are not confirmed, each that leaves the service in order,
 * or in maintenance, is unknown, with what was last known and when. What is known to be wrong stays. Among the levels these
 * rank between maintenance and everything that is wrong, so that a group with an outage says the outage.
 * @param at when the last known state was read, epoch milliseconds; null = nobody knows, or the states are of a past instant
 */
export function confirmedStates(
  states: ReadonlyMap<string, ComponentState>,
  { confirmed, at, scale }: { readonly confirmed: boolean; readonly at: number | null; readonly scale: SeverityScale },
): ReadonlyMap<string, ComponentState> {
  if (confirmed) return states
  // States of one level share one, as they do on a scale.
  const unconfirmed = new Map<Level, Level>()
  const lastKnown = (level: Level) => {
    const rank = scale.maintenance.rank + (level.rank + 1) / (scale.maintenance.rank + 2)
    const made = unconfirmed.get(level) ?? { ...scale.unknown, rank, lastKnown: { level, at } }
    unconfirmed.set(level, made)
    return made
  }
  return new Map(
    [...states].map(([id, state]) => [
      id,
      isWrong(state.level) ? state : { ...state, level: lastKnown(state.level), inMaintenance: false, since: null },
    ]),
  )
}

const isWrong = ({ kind }: Level) => kind === 'band' || kind === 'unknown'

/** Today, which is not over: what is not confirmed is unknown there as well. Kept is what the part of it tells that is known. */
export function confirmedToday(today: DayStatus, confirmed: boolean, scale: SeverityScale): DayStatus {
  return confirmed || !today.level || isWrong(today.level) ? today : { ...today, level: scale.unknown }
}

/** A verdict whose counts call nothing operational, or in maintenance, that is not confirmed. */
export function withConfirmedCounts<T extends Pick<Verdict, 'missing' | 'stale' | 'counts'>>(verdict: T): T {
  if (isConfirmed(verdict)) return verdict
  const { total, affected } = verdict.counts
  return { ...verdict, counts: { total, affected, maintenance: 0, unknown: total - affected } }
}

/**
 * States in which every component is unknown at least that the server calls affected now (`activelyAffectedBy`) by an incident that
 * has not begun at t: the server or the clock of this device is wrong, and nobody can tell which.
 * @param t now, epoch milliseconds; a past instant has no such doubt, since old servers name what is active today
 */
export function doubtedStates(
  states: ReadonlyMap<string, ComponentState>,
  components: readonly ServiceComponent[],
  incidents: readonly Incident[],
  t: number,
  scale: SeverityScale,
): ReadonlyMap<string, ComponentState> {
  // By the begin alone: an end before it makes nothing of this any clearer.
  const toCome = allVersions(incidents).filter(({ beganAt }) => beganAt !== null && beganAt > t)
  const scheduled = new Set(toCome.map(({ id }) => id))
  const doubted = components.filter(({ activeReferences }) =>
    activeReferences.some(({ incidentId }) => scheduled.has(incidentId)),
  )
  if (!doubted.length) return states
  const result = new Map(states)
  for (const { id } of doubted) {
    const state = states.get(id)
    if (state && state.level.rank < scale.unknown.rank)
      result.set(id, { ...state, level: worstLevel(scale, [scale.unknown]), since: null })
  }
  return result
}
