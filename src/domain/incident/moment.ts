import type { Incident, Impact } from './incident'
import { compare } from '@/domain/lists'
import { isGood, levelOf, worstLevel, type Level, type SeverityScale } from '@/domain/severity/severity'
import { firstAfter } from '@/domain/time/earliest'
import { allVersions, onceEach } from './versions'

/** Where an instant t stands to an incident. `invalid`: it ends before it begins and affects no time. */
export type Timing = 'scheduled' | 'ongoing' | 'ended' | 'invalid'

/**
 * docs/domain.md, "Planned, ongoing, over". A future end is still ongoing (ours); no begin means since the start of what is loaded.
 * @param t epoch milliseconds
 */
export function timingAt(incident: Incident, t: number): Timing {
  if (endsBeforeItBegins(incident)) return 'invalid'
  if (incident.beganAt !== null && incident.beganAt > t) return 'scheduled'
  if (incident.endedAt !== null && incident.endedAt <= t) return 'ended'
  return 'ongoing'
}

/** Whether the times contradict each other: listed and marked, but affecting no time (ours; what it leaves unknown: oddTimes). */
export function endsBeforeItBegins({ beganAt, endedAt }: Incident): boolean {
  return beganAt !== null && endedAt !== null && endedAt < beganAt
}

/** An impact of severity exactly 0 is maintenance (0402). */
function isMaintenance(impact: Impact): boolean {
  return impact.severity === 0
}

/** Whether any impact of the incident is maintenance. */
export function hasMaintenance(incident: Pick<Incident, 'impacts'>): boolean {
  return incident.impacts.some(isMaintenance)
}

/** Whether the incident is more than maintenance: another impact, or none at all (then nobody knows what it does). */
export function hasOutage(incident: Pick<Incident, 'impacts'>): boolean {
  return !incident.impacts.length || incident.impacts.some(impact => !isMaintenance(impact))
}

/** The worst level of an incident's impacts; an incident without impacts is unknown, since it says that something is wrong. */
export function incidentLevel(incident: Incident, scale: SeverityScale): Level {
  if (!incident.impacts.length) return scale.unknown
  return worstLevel(
    scale,
    incident.impacts.map(impact => levelOf(scale, impact.severity)),
  )
}

/** Whether an ongoing incident forbids "all operational": anything that is neither good nor maintenance. */
export function isAlarming(incident: Incident, scale: SeverityScale): boolean {
  const level = incidentLevel(incident, scale)
  return !isGood(level) && level.kind !== 'maintenance'
}

/**
 * Until when the worst of what is ongoing is expected to last.
 * @param ongoing of one instant, maintenance left out
 * @returns epoch milliseconds; null where nobody announced an end for all of it, or nothing alarming is ongoing
 */
export function expectedEnd(ongoing: readonly Incident[], scale: SeverityScale): number | null {
  const alarming = ongoing.filter(incident => isAlarming(incident, scale))
  const ends = worstIncidents(alarming, scale).worst.map(({ endedAt }) => endedAt ?? Infinity)
  const last = Math.max(...ends)
  return Number.isFinite(last) ? last : null
}

/** How bad the worst of some incidents is, and all that are as bad. */
export function worstIncidents(incidents: readonly Incident[], scale: SeverityScale): { level: Level; worst: Incident[] } {
  const levels = incidents.map(incident => incidentLevel(incident, scale))
  const level = worstLevel(scale, levels)
  return { level, worst: incidents.filter((_, index) => levels[index] === level) }
}

/**
 * The next instant after t at which an incident begins or ends, so that the page changes on time without polling.
 * @param t epoch milliseconds
 * @returns epoch milliseconds; null when nothing is to come. What ends before it begins never changes anything (but see nextDoubtAfter)
 */
export function nextChangeAfter(incidents: readonly Incident[], t: number): number | null {
  return firstAfter(changesOf(incidents), t)
}

/** When incidents begin and end, epoch milliseconds, without those that end before they begin. */
export function* changesOf(incidents: readonly Incident[]): Iterable<number> {
  for (const incident of allVersions(incidents)) {
    const { beganAt, endedAt } = incident
    if (endsBeforeItBegins(incident)) continue
    if (beganAt !== null) yield beganAt
    if (endedAt !== null) yield endedAt
  }
}

/**
 * The last instant until t at which an incident began or ended; what is true there is true at t as well. So nothing has to be
 * computed again while only time passes.
 * @param t epoch milliseconds
 * @returns epoch milliseconds; -Infinity when nothing has happened yet
 */
export function lastChangeUntil(incidents: readonly Incident[], t: number): number {
  let last = -Infinity
  for (const { beganAt, endedAt } of allVersions(incidents)) {
    if (beganAt !== null && beganAt <= t && beganAt > last) last = beganAt
    if (endedAt !== null && endedAt <= t && endedAt > last) last = endedAt
  }
  return last
}

/**
 * What a page of incidents shows at t, each list in its order. An incident with both kinds of impact stands in both. One whose id
 * comes twice is shown as that of both that is the worse one, and as past only where nothing of it goes on or is to come.
 */
export interface IncidentsAt {
  /** Ongoing and more than maintenance: worst first, then newest. */
  readonly ongoing: readonly Incident[]
  /** Maintenance in progress: the one that ends first, first. */
  readonly inProgress: readonly Incident[]
  /** Maintenance, and whatever else is scheduled: the next one first. */
  readonly upcoming: readonly Incident[]
  /** Ended or invalid: the one that began last, first. */
  readonly past: readonly Incident[]
}

/**
 * Sorts incidents into what is ongoing, in progress, upcoming and past at t (servers order nothing).
 * @param t epoch milliseconds
 */
export function incidentsAt(incidents: readonly Incident[], t: number, scale: SeverityScale): IncidentsAt {
  const versions = allVersions(incidents)
  const by = (timing: Timing) => versions.filter(incident => timingAt(incident, t) === timing)
  const once = (list: Incident[], without: readonly Incident[] = []) => (versions === incidents ? list : onceEach(list, without))
  const { ongoing, inProgress } = goingOnAt(incidents, t, scale)
  const upcoming = once(
    by('scheduled').sort((a, b) => compare(a.beganAt ?? -Infinity, b.beganAt ?? -Infinity) || byId(a, b)),
    inProgress,
  )
  const past = [...by('ended'), ...by('invalid')].sort(newestFirst)
  return { ongoing, inProgress, upcoming, past: once(past, [...ongoing, ...inProgress, ...upcoming]) }
}

/** The part of incidentsAt that goes on at t. */
export function goingOnAt(
  incidents: readonly Incident[],
  t: number,
  scale: SeverityScale,
): Pick<IncidentsAt, 'ongoing' | 'inProgress'> {
  const going = allVersions(incidents).filter(incident => timingAt(incident, t) === 'ongoing')
  return {
    ongoing: onceEach(
      going.filter(hasOutage).sort((a, b) => incidentLevel(b, scale).rank - incidentLevel(a, scale).rank || newestFirst(a, b)),
    ),
    inProgress: onceEach(
      going.filter(hasMaintenance).sort((a, b) => compare(a.endedAt ?? Infinity, b.endedAt ?? Infinity) || byId(a, b)),
    ),
  }
}

/** All that goes on, maintenance behind the rest: what is both stands in both lists. */
export function allGoingOn({ ongoing, inProgress }: Pick<IncidentsAt, 'ongoing' | 'inProgress'>): readonly Incident[] {
  return [...new Set([...ongoing, ...inProgress])]
}

/** Newest begin first; unknown begins last; ties by id, so that the order never flickers. */
export function newestFirst(a: Incident, b: Incident): number {
  return compare(placeInTime(b), placeInTime(a)) || byId(a, b)
}

/**
 * Where an incident stands among others: at its begin; where that cannot be read, at its end, which is all that it names.
 * @returns epoch milliseconds; -Infinity where it names no time
 */
export function placeInTime({ beganAt, endedAt, beginUnreadable }: Incident): number {
  return beganAt ?? (beginUnreadable ? endedAt : null) ?? -Infinity
}

const byId = (a: Incident, b: Incident) => compare(a.id, b.id)
