import type { Incident } from '@/domain/incident/incident'
import type { Span } from './calendar'
import { DAY_MS } from './units'

/** Sets of time: spans are half open, epoch milliseconds. */

/** The part that two spans share; null where they share none. */
export function overlap(a: Span, b: Span): Span | null {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return end > start ? { start, end } : null
}

/** How many milliseconds of a span lie in disjoint parts. */
export function sharedMs(span: Span, parts: readonly Span[]): number {
  let sum = 0
  for (const part of parts) sum += Math.max(0, Math.min(span.end, part.end) - Math.max(span.start, part.start))
  return sum
}

/** The same time as disjoint spans, ascending; those that touch are one. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

/** What of a span none of the others holds: disjoint spans, ascending. */
export function spanWithout(span: Span, taken: readonly Span[]): Span[] {
  const rest: Span[] = []
  let from = span.start
  for (const { start, end } of mergedSpans(taken)) {
    if (end <= from) continue
    if (start >= span.end) break
    if (start > from) rest.push({ start: from, end: start })
    from = end
  }
  if (from < span.end) rest.push({ start: from, end: span.end })
  return rest
}

/** Whether disjoint spans hold the instant. */
export function spansContain(spans: readonly Span[], instant: number): boolean {
  return spans.some(({ start, end }) => start <= instant && instant < end)
}

/** Rounded outward to UTC days, so that caches can answer (docs/domain.md, "Windows of incidents"). */
export function inUtcDays({ start, end }: Span): Span {
  return { start: Math.floor(start / DAY_MS) * DAY_MS, end: Math.ceil(end / DAY_MS) * DAY_MS }
}

/** A span of UTC days cut at the one in its middle; null where it is a single day. */
export function splitInHalf({ start, end }: Span): readonly [Span, Span] | null {
  const middle = start + Math.floor((end - start) / DAY_MS / 2) * DAY_MS
  return middle > start && middle < end
    ? [
        { start, end: middle },
        { start: middle, end },
      ]
    : null
}

/**
 * Whether an incident takes any of the time of a span. No begin means since ever, no end until ever; one that ends when it begins,
 * or before, still stands at its begin, since it is listed there (docs/domain.md, "Windows of incidents").
 */
export function touchesSpan({ beganAt, endedAt }: Pick<Incident, 'beganAt' | 'endedAt'>, span: Span): boolean {
  const start = beganAt ?? -Infinity
  return overlap(span, { start, end: Math.max(endedAt ?? Infinity, start + 1) }) !== null
}
