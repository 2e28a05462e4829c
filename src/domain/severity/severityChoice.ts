import { isGood, levelOf, TOP_VALUE, type Level, type SeverityScale } from './severity'

/** A row of the scale as it is drawn: the values that the level holds, inclusive, 0..100. Nothing leads to one with `from` above `to`. */
export interface ScaleRow {
  readonly level: Level
  readonly from: number
  readonly to: number
}

/** A band, or maintenance, as an operator chooses it. */
export interface SeverityChoice extends ScaleRow {
  /** What is written unless the operator sets another value of the band: its upper bound. */
  readonly value: number
}

/** Maintenance, the bands in ascending order, and what no band covers. */
export function scaleRows(scale: SeverityScale): ScaleRow[] {
  const bands = bandRows(scale)
  const from = Math.max(0, ...bands.map(({ to }) => to)) + 1
  return [
    { level: scale.maintenance, from: 0, to: 0 },
    ...bands,
    ...(from <= TOP_VALUE ? [{ level: scale.unknown, from, to: TOP_VALUE }] : []),
  ]
}

const bandRows = ({ bands }: SeverityScale): ScaleRow[] =>
  bands.map(level => ({ level, from: level.range!.from, to: Math.min(level.range!.to, TOP_VALUE) }))

/**
 * The bands in ascending order, good ones included, without maintenance. Left out is what no value leads to: a band above
 * 100, and all but the first by name of several severities of one value.
 */
export function severityChoices(scale: SeverityScale): SeverityChoice[] {
  return bandRows(scale).flatMap(row => (row.from <= row.to ? [{ ...row, value: row.to }] : []))
}

export function maintenanceChoice(scale: SeverityScale): SeverityChoice {
  return { level: scale.maintenance, value: 0, from: 0, to: 0 }
}

/** The choice for a new impact: the lowest band that is not good (ours), so that more is claimed on purpose only; null = there is none. */
export function defaultChoice(scale: SeverityScale): SeverityChoice | null {
  return severityChoices(scale).find(({ level }) => !isGood(level)) ?? null
}

/** The choice that holds a value; null where it lies in no band. */
export function choiceOf(scale: SeverityScale, value: number | null): SeverityChoice | null {
  const level = levelOf(scale, value)
  if (level === scale.maintenance) return maintenanceChoice(scale)
  return severityChoices(scale).find(choice => choice.level === level) ?? null
}
