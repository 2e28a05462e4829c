import type { Day, Span } from '@/domain/time/calendar'
import type { Observed, Segment } from './componentHistory'
import { overlap, sharedMs } from '@/domain/time/spans'

/** An availability with what it was computed from, so that a page can show the formula beside the number. */
export interface Availability {
  /** Hundredths of a percent, 0..10000, rounded down: nothing rounds up to 100 %. */
  readonly basisPoints: number
  readonly observedMs: number
  /** Weighted time lost: the sum of each instant's largest active weight, in milliseconds. */
  readonly lostMs: number
}

/**
 * Availability = up / observed within a window (docs/domain.md, "Availability"): at each instant the largest active
 * weight counts, maintenance weighs 0 and stays in the observed time. In integers: floor(10000 x up / observed).
 * @returns null where nothing was observed: "no data", never 100 %
 */
export function availability(segments: readonly Segment[], observed: Observed, window: Span): Availability | null {
  const parts = observed.map(span => overlap(span, window)).filter(part => part !== null)
  const observedMs = parts.reduce((sum, { start, end }) => sum + end - start, 0)
  if (!observedMs) return null
  let lostPercentMs = 0
  for (const segment of segments) if (segment.weight) lostPercentMs += segment.weight * sharedMs(segment, parts)
  // Whole percent first and then their hundredths, so that every product stays below 2^53 (some 2,800 years).
  const upPercentMs = 100 * observedMs - lostPercentMs
  const basisPoints = 100 * floorDiv(upPercentMs, observedMs) + floorDiv(100 * (upPercentMs % observedMs), observedMs)
  return { basisPoints, observedMs, lostMs: lostPercentMs / 100 }
}

/**
 * Of how many of the days an availability speaks (ours): those of which anything is observed, and those that have yet to begin.
 * @param now epoch milliseconds
 */
export function daysObserved(days: readonly Day[], observed: Observed, now: number): number {
  return days.filter(day => day.start >= now || observed.some(span => overlap(span, day) !== null)).length
}

const floorDiv = (a: number, b: number) => (a - (a % b)) / b
