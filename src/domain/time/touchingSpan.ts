import type { Span } from './calendar'
import type { Incident } from '@/domain/incident/incident'
import { overlap } from './spans'

/**
 * Whether an incident takes any of the time of a span. No begin means since ever, no end until ever; one that ends when it begins,
 * or before, still stands at its begin, since it is listed there (docs/domain.md, "Windows of incidents").
 */
export function touchesSpan({ beganAt, endedAt }: Pick<Incident, 'beganAt' | 'endedAt'>, span: Span): boolean {
  const start = beganAt ?? -Infinity
  return overlap(span, { start, end: Math.max(endedAt ?? Infinity, start + 1) }) !== null
}
