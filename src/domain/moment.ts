import type { Incident, Impact } from './incident'
import { isGood, levelOf, worstLevel, type Level, type SeverityScale } from './severity'

/** Where an instant t stands to an incident. `invalid`: it ends before it begins and affects no time. */
export type Timing = 'scheduled' | 'ongoing' | 'ended' | 'invalid'

/**
 * domain.md, "What is true at the instant t". A future end is still ongoing (ours, although 0402 calls it inactive);
 * no begin means since the start of what is loaded.
 * @param t epoch milliseconds
 */
export function timingAt(incident: Incident, t: number): Timing {
  if (endsBeforeItBegins(incident)) return 'invalid'
  if (incident.beganAt !== null && incident.beganAt > t) return 'scheduled'
  if (incident.endedAt !== null && incident.endedAt <= t) return 'ended'
  return 'ongoing'
}

/** Whether the times contradict each other: listed and marked, but affecting no time (ours). */
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
 * The next instant after t at which an incident begins or ends, so that the page changes on time without polling.
 * @param t epoch milliseconds
 * @returns epoch milliseconds; null when nothing is to come. What ends before it begins never changes anything
 */
export function nextChangeAfter(incidents: readonly Incident[], t: number): number | null {
  let next: number | null = null
  for (const incident of incidents) {
    if (endsBeforeItBegins(incident)) continue
    for (const instant of [incident.beganAt, incident.endedAt])
      if (instant !== null && instant > t && (next === null || instant < next)) next = instant
  }
  return next
}

/**
 * The last instant until t at which an incident began or ended; what is true there is true at t as well. So nothing has to be
 * computed again while only time passes.
 * @param t epoch milliseconds
 * @returns epoch milliseconds; -Infinity when nothing has happened yet
 */
export function lastChangeUntil(incidents: readonly Incident[], t: number): number {
  let last = -Infinity
  for (const { beganAt, endedAt } of incidents) {
    if (beganAt !== null && beganAt <= t && beganAt > last) last = beganAt
    if (endedAt !== null && endedAt <= t && endedAt > last) last = endedAt
  }
  return last
}

/** What a page of incidents shows at t, each list in its order. An incident with both kinds of impact stands in both. */
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
  const by = (timing: Timing) => incidents.filter(incident => timingAt(incident, t) === timing)
  const ongoing = by('ongoing')
  return {
    ongoing: ongoing
      .filter(hasOutage)
      .sort((a, b) => incidentLevel(b, scale).rank - incidentLevel(a, scale).rank || newestFirst(a, b)),
    inProgress: ongoing
      .filter(hasMaintenance)
      .sort((a, b) => compare(a.endedAt ?? Infinity, b.endedAt ?? Infinity) || byId(a, b)),
    upcoming: by('scheduled').sort((a, b) => compare(a.beganAt ?? -Infinity, b.beganAt ?? -Infinity) || byId(a, b)),
    past: [...by('ended'), ...by('invalid')].sort(newestFirst),
  }
}

/** Newest begin first; unknown begins last; ties by id, so that the order never flickers. */
export function newestFirst(a: Incident, b: Incident): number {
  return compare(b.beganAt ?? -Infinity, a.beganAt ?? -Infinity) || byId(a, b)
}

// Infinity - Infinity is NaN, so no subtraction here.
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: Incident, b: Incident) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
