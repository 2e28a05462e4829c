import { isGood, levelOf, type Level, type SeverityScale } from './severity'

/** A band, or maintenance, as an operator chooses it. */
export interface SeverityChoice {
  readonly level: Level
  /** What is written unless the operator sets another value of the band: its upper bound. */
  readonly value: number
  /** The values that the band holds, inclusive, 0..100. */
  readonly from: number
  readonly to: number
}

/**
 * The bands in ascending order, good ones included, without maintenance. Left out is what no value leads to: a band above
 * 100, and all but the first by name of several severities of one value.
 */
export function severityChoices(scale: SeverityScale): SeverityChoice[] {
  return scale.bands.flatMap(level => {
    const { from } = level.range!
    const to = Math.min(level.range!.to, 100)
    return from <= to ? [{ level, value: to, from, to }] : []
  })
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
