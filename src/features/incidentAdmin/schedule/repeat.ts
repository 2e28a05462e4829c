import { occurrencesOf, type RecurrenceRule, type Window } from '@/domain/time/recurrence'
import { isRecord } from '@/operator/drafts/readDraft'

/** How a maintenance comes again, as it is typed and kept. */
export interface Repeat {
  readonly rule: RecurrenceRule
  readonly count: number
  /** `2026-03-29`; null = no last date. */
  readonly until: string | null
  /** IANA name of the zone whose clocks it goes by. */
  readonly zone: string
  /** Begins (epoch milliseconds) of those that are not wished. */
  readonly leftOut: readonly number[]
  /** Begins of those that are published already. */
  readonly published: readonly number[]
}

/** When it takes place; null while a time is missing or wrong. */
export function windowOf(beganAt: number | null, endedAt: number | null): Window | null {
  return beganAt === null || endedAt === null || endedAt <= beganAt ? null : { beganAt, endedAt }
}

/** Every date of it; none while a time is missing or wrong. */
export function datesOf(beganAt: number | null, endedAt: number | null, { rule, zone, count, until }: Repeat) {
  const first = windowOf(beganAt, endedAt)
  return first ? occurrencesOf(first, { rule, zone, count, until }) : { windows: [], skipped: [], moved: [] }
}

/** Those that are yet to be published. */
export function windowsToPublish(beganAt: number | null, endedAt: number | null, repeat: Repeat): Window[] {
  const out = new Set([...repeat.leftOut, ...repeat.published])
  return datesOf(beganAt, endedAt, repeat).windows.filter(window => !out.has(window.beganAt))
}

/** What the browser kept of it; null where it is none. */
export function readRepeat(value: unknown): Repeat | null {
  if (!isRecord(value)) return null
  const { rule, count, until, zone, leftOut, published } = value
  const isTimes = (list: unknown): list is number[] => Array.isArray(list) && list.every(Number.isFinite)
  const isKnown =
    isRule(rule) &&
    typeof count === 'number' &&
    (until === null || typeof until === 'string') &&
    typeof zone === 'string' &&
    isTimes(leftOut) &&
    isTimes(published)
  return isKnown ? { rule, count, until, zone, leftOut, published } : null
}

function isRule(value: unknown): value is RecurrenceRule {
  if (!isRecord(value)) return false
  if (value.kind === 'weekly') return typeof value.weeks === 'number'
  return value.kind === 'daily' || value.kind === 'monthlyDay' || value.kind === 'monthlyWeekday'
}
