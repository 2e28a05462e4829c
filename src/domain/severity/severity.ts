import type { Severity } from '@/domain/catalog/catalog'
import { compare } from '@/domain/lists'

/** The highest value that an impact can have (0402). */
export const TOP_VALUE = 100

/**
 * What a component, a day or an incident can be. A band of the server is a `notice` where it counts as good, else a `band`.
 * Names, count and bounds of bands are data; only the five kinds are code.
 */
export type LevelKind = 'operational' | 'notice' | 'maintenance' | 'band' | 'unknown'

/** One state on a server's scale. Compared by `rank`, never by name. */
export interface Level {
  /** Stable and unique on its scale, fit for URLs and keys: the kind, or `band:<name>` (a repeated name adds its value). */
  readonly key: string
  readonly kind: LevelKind
  /** The server's own word; null where the page has its own (operational, unknown, unnamed maintenance). */
  readonly name: string | null
  /** Place in the order of states: 0 = operational, higher is worse. */
  readonly rank: number
  /** Look of a bad band by its rank among them: 1 (mild) to 4 (worst); 0 for everything else. */
  readonly tone: 0 | 1 | 2 | 3 | 4
  /** Whole percent of lost availability while this level is active, 0..100. */
  readonly weight: number
  /**
   * Lowest and highest severity value of a band, inclusive; null for what is no band. Of several severities of one value
   * the first by name has the values, the others' ranges are empty (`from` above `to`).
   */
  readonly range: { readonly from: number; readonly to: number } | null
  /**
   * Only of what is unknown because it could not be confirmed (domain/status/confirmed): what was known last, and when that was read
   * (epoch milliseconds; null = nobody knows). Its rank stands on no scale.
   */
  readonly lastKnown?: { readonly level: Level; readonly at: number | null }
}

/** What the configuration may say about a severity, by its display name. */
export interface SeverityOverride {
  readonly good?: boolean | undefined
  readonly weight?: number | undefined
}

export interface ScaleOptions {
  readonly overrides?: Readonly<Record<string, SeverityOverride>> | undefined
  /** Weight of what is unknown, whole percent. */
  readonly unknownWeight?: number | undefined
}

/** The severities of a server, ready to judge values. */
export interface SeverityScale {
  readonly operational: Level
  readonly maintenance: Level
  readonly unknown: Level
  /** The bands in ascending order of their upper bound; good ones included. */
  readonly bands: readonly Level[]
  /** All levels by rank: `levels[level.rank] === level`. */
  readonly levels: readonly Level[]
}

/**
 * Builds the scale (0402): sorted by value, a band reaches from the previous value + 1 to its own value, inclusive.
 * 0 is maintenance and never a band, but gives it its name. A value that is no whole number of 1 or more bounds nothing.
 * Without overrides the lowest band is good where three or more values bound one (ours).
 * Order of states (ours): operational < notice < maintenance < other bands by rank, unknown directly below the highest.
 */
export function severityScale(severities: readonly Severity[], options: ScaleOptions = {}): SeverityScale {
  const listed = listedOf(severities)
  const bounds = listed.filter(({ value }) => value > 0)
  const lowestIsGood = new Set(bounds.map(({ value }) => value)).size >= 3
  const keys = uniqueKeys(bounds)
  const bands = bounds.map(({ name, value }, index) => {
    const { good, weight } = override(options, name) ?? {}
    const range = { from: (bounds[index - 1]?.value ?? 0) + 1, to: value }
    return { key: keys[index]!, name, range, weight, good: good ?? (index === 0 && lowestIsGood) }
  })
  const bad = bands.filter(({ good }) => !good)
  const highest = Math.max(
    0,
    bad.findLastIndex(({ range }) => range.from <= range.to),
  )
  const badLevels = bad.map(({ key, name, range, weight = 100 }, index): Unranked => {
    const tone = Math.ceil((4 * (index + 1)) / bad.length) as Level['tone']
    return { key, kind: 'band', name, tone, weight, range }
  })
  const order: Unranked[] = [
    plain('operational', null, 0),
    ...bands
      .filter(({ good }) => good)
      .map(({ key, name, range, weight = 0 }): Unranked => ({ key, kind: 'notice', name, tone: 0, weight, range })),
    plain('maintenance', listed.find(({ value }) => value === 0)?.name ?? null, 0),
    ...badLevels.toSpliced(highest, 0, plain('unknown', null, options.unknownWeight ?? 100)),
  ]
  const levels = order.map((level, rank): Level => ({ ...level, rank }))
  const only = (kind: LevelKind) => levels.find(level => level.kind === kind)!
  return {
    operational: only('operational'),
    maintenance: only('maintenance'),
    unknown: only('unknown'),
    bands: levels
      .filter(level => level.range !== null)
      .sort((a, b) => a.range!.to - b.range!.to || a.range!.from - b.range!.from),
    levels,
  }
}

/**
 * Judges a severity value (0402): exactly 0 is maintenance; otherwise the band that it lies in. A missing or impossible
 * value (negative, not whole), and one above the highest band, is unknown: never maintenance, never fine.
 */
export function levelOf(scale: SeverityScale, value: number | null): Level {
  if (value === 0) return scale.maintenance
  if (value === null || !Number.isInteger(value)) return scale.unknown
  return scale.bands.find(({ range }) => value >= range!.from && value <= range!.to) ?? scale.unknown
}

/** The worst of some levels by the order of states; operational where there is none. */
export function worstLevel(scale: SeverityScale, levels: Iterable<Level>): Level {
  let worst = scale.operational
  for (const level of levels) if (level.rank > worst.rank) worst = level
  return worst
}

/** Whether a level is known and leaves the service in order: operational, or a band that counts as good. */
export function isGood(level: Level): boolean {
  return level.kind === 'operational' || level.kind === 'notice'
}

/** Values that bound a band, or are maintenance, and that more than one severity has, ascending: a warning to operators. */
export function equalValues(severities: readonly Severity[]): number[] {
  const values = listedOf(severities).map(({ value }) => value)
  return [...new Set(values.filter((value, index) => values[index - 1] === value))]
}

const listedOf = (severities: readonly Severity[]) =>
  severities.filter(({ value }) => Number.isInteger(value) && value >= 0).sort(byValueThenName)

const override = (options: ScaleOptions, name: string) =>
  options.overrides && Object.hasOwn(options.overrides, name) ? options.overrides[name] : undefined

const byValueThenName = (a: Severity, b: Severity) => a.value - b.value || compare(a.name, b.name)

type Unranked = Omit<Level, 'rank'>

const plain = (kind: LevelKind, name: string | null, weight: number): Unranked => ({
  key: kind,
  kind,
  name,
  tone: 0,
  weight,
  range: null,
})

// The reference server lets names repeat.
function uniqueKeys(bounds: readonly Severity[]): string[] {
  const keys = new Set<string>()
  for (const { name, value } of bounds) {
    let key = `band:${name}`
    while (keys.has(key)) key += `:${value}`
    keys.add(key)
  }
  return [...keys]
}
