import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { changesOf, hasMaintenance } from '@/domain/incident/moment'
import { allVersions, mergedVersions, versionsOf, withoutOthers } from '@/domain/incident/versions'

/**
 * "Status at T" is what today's records tell (docs/domain.md, "Status at a past instant"): incidents as they stand, updates with
 * a time up to T, no phase, since its history is not kept. Instants are epoch milliseconds.
 */

// What RFC 3339 can write, so that the server can be asked for it.
const FIRST = -62_135_596_800_000
const LAST = 253_402_300_799_999

/** The instant of an address, `2026-03-10T12:00:00Z`, with any offset; null where the text is none. */
export function readInstant(text: string): number | null {
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text)
    return epochMilliseconds >= FIRST && epochMilliseconds <= LAST ? epochMilliseconds : null
  } catch {
    return null
  }
}

/** The instant as an address has it: UTC, to the second where it is a whole one. */
export function writeInstant(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString()
}

/**
 * The incidents as a page of the instant t shows them. What had not begun is left out unless it is maintenance: nobody knew of it.
 */
export function incidentsAsOf(incidents: readonly Incident[], t: number): Incident[] {
  return incidents.flatMap(incident => {
    const [first, ...others] = versionsOf(incident)
      .filter(version => version.beganAt === null || version.beganAt <= t || hasMaintenance(version))
      .map(version => ({ ...withoutOthers(version), phase: null }))
    return first ? mergedVersions([first, ...others]) : []
  })
}

/** The updates that had been written by t. One without a time is left out: nobody knows whether it had. */
export function updatesUntil(updates: readonly IncidentUpdate[], t: number): IncidentUpdate[] {
  return updates.filter(({ createdAt }) => createdAt !== null && createdAt <= t)
}

/** The first instant that some incidents name, epoch milliseconds; Infinity where they name none. */
export function earliestRecord(incidents: readonly Incident[]): number {
  let earliest = Infinity
  for (const { beganAt, endedAt } of allVersions(incidents))
    earliest = Math.min(earliest, beganAt ?? Infinity, endedAt ?? Infinity)
  return earliest
}

/** The last instant before t at which an incident begins or ends; null where none does. Its mirror is `nextChangeAfter`. */
export function previousChangeBefore(incidents: readonly Incident[], t: number): number | null {
  let previous: number | null = null
  for (const instant of changesOf(incidents)) if (instant < t && (previous === null || instant > previous)) previous = instant
  return previous
}
