import { availability, type Availability } from './availability'
import { addMonths, daysUntil, monthOf, monthSpan, type Span } from '@/domain/time/calendar'
import type { Observed, Segment } from './componentHistory'
import { overlap, sharedMs } from '@/domain/time/spans'
import { DAY_MS } from '@/domain/time/units'

/** What the availability of a component is computed from. */
export interface AvailabilityFacts {
  readonly segments: readonly Segment[]
  /** What is loaded and recorded of it, until now. */
  readonly observed: Observed
  /** Epoch milliseconds. */
  readonly now: number
  /** IANA name: where days and months begin. */
  readonly zone: string
}

/** An availability over a period, with how much of the period is known. */
export interface PeriodAvailability {
  /** null = nothing observed: "no data", never 100 %. */
  readonly availability: Availability | null
  /** Share of the period until now that is observed, 0..1. */
  readonly observedShare: number
}

/** The last 24 hours, which slide (docs/domain.md, "Days"). Not a calendar day: always 24 hours long. */
export function lastHoursAvailability(facts: AvailabilityFacts): PeriodAvailability {
  return over({ start: facts.now - DAY_MS, end: facts.now }, facts)
}

/** The N calendar days of the zone that end with today, until now. */
export function lastDaysAvailability(days: number, facts: AvailabilityFacts): PeriodAvailability {
  return over({ start: lastDaysStart(days, facts.now, facts.zone), end: facts.now }, facts)
}

/** When the first of the last N calendar days began, epoch milliseconds. */
export function lastDaysStart(days: number, now: number, zone: string): number {
  return daysUntil(now, zone, days)[0]!.start
}

export interface MonthAvailability extends PeriodAvailability {
  /** `2026-03` */
  readonly month: string
  /** It is not over: the number is that of its part until now. */
  readonly isOpen: boolean
}

/** A calendar month of the zone each, from this one back to the first one, newest first. */
export function monthAvailabilities(firstMonth: string, facts: AvailabilityFacts): MonthAvailability[] {
  const { now, zone } = facts
  const months: MonthAvailability[] = []
  for (let month = monthOf(now, zone); month >= firstMonth; month = addMonths(month, -1)) {
    const { start, end } = monthSpan(month, zone)
    months.push({ month, isOpen: end > now, ...over({ start, end: Math.min(end, now) }, facts) })
  }
  return months
}

function over(window: Span, { segments, observed, now }: AvailabilityFacts): PeriodAvailability {
  const past = observed.map(span => overlap(span, { start: -Infinity, end: now })).filter(span => span !== null)
  const length = window.end - window.start
  // Midnight of the first day: the period has just begun.
  return {
    availability: availability(segments, past, window),
    observedShare: length > 0 ? sharedMs(window, past) / length : 0,
  }
}
