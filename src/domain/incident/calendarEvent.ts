import type { Span } from '@/domain/time/calendar'
import type { Incident } from './incident'
import { hasMaintenance, timingAt } from './moment'

/** What a calendar is told about a maintenance. `start` and `end` are epoch milliseconds, half open, in no zone. */
export interface CalendarEvent extends Span {
  /** Stays the same over all refreshes, so that a calendar replaces what it took before. */
  readonly uid: string
  readonly title: string
  /** Plain text. */
  readonly description: string
  /** The page of the incident, absolute; empty = nobody knows where it is. */
  readonly url: string
  /** When something of it last changed, epoch milliseconds; not given = when it is told. */
  readonly changedAt?: number
  /** How often it has changed; not given = never. */
  readonly sequence?: number
}

/** Why a maintenance is no event: its end or its begin is not known, or it takes less than a second. */
export type NoEventReason = 'noEnd' | 'noBegin' | 'noLength'

/**
 * When a maintenance that is scheduled or in progress takes place, for a calendar. Its window needs both ends (0402); RFC 5545
 * (3.6.1) wants the end after the start, and knows whole seconds only.
 * @param t epoch milliseconds
 * @returns null for what nobody puts into a calendar: no maintenance, over, or with times that contradict each other
 */
export function eventTime(incident: Incident, t: number): Span | NoEventReason | null {
  const timing = timingAt(incident, t)
  if (!hasMaintenance(incident) || (timing !== 'scheduled' && timing !== 'ongoing')) return null
  const { beganAt, endedAt } = incident
  if (endedAt === null) return 'noEnd'
  if (beganAt === null) return 'noBegin'
  return Math.floor(beganAt / 1000) < Math.floor(endedAt / 1000) ? { start: beganAt, end: endedAt } : 'noLength'
}

/** Whether it is an event, with a begin and an end. */
export const isEventTime = (time: ReturnType<typeof eventTime>): time is Span => typeof time === 'object' && time !== null

/**
 * The identity of an incident among all calendars: its id at its API. The path belongs to it, since ids that are no UUIDs repeat
 * between two APIs of one host.
 * @param apiUrl absolute
 */
export function eventUid(incidentId: string, apiUrl: string): string {
  const { host, pathname } = new URL(apiUrl)
  return `${encodeURIComponent(incidentId)}@${host}${pathname.replace(/\/+$/, '')}`
}
