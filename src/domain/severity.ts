import type { Severity } from './catalog'

/**
 * What a component, a day or an incident can be. A band of the server is a `notice` where it counts as good, else a `band`.
 * Names, count and bounds of bands are data; only the five kinds are code.
 */
export type LevelKind = 'operational' | 'notice' | 'maintenance' | 'band' | 'unknown'

/** One state on a server's scale. Compared by `rank`, never by name. */
export interface Level {
  /** Stable and unique on its scale, fit for URLs and keys: the kind, or `band:<name>`. */
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
  /** Lowest and highest severity value of a band, inclusive; null for what is no band. */
  readonly range: { readonly from: number; readonly to: number } | null
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
  /** Values that more than one severity has: a warning to operators. */
  readonly equalValues: readonly number[]
}

/**
 * Builds the scale (0402): sorted by value, a band reaches from the previous value + 1 to its own value, inclusive.
 * 0 is maintenance and never a band, but gives it its name. A value that is no whole number of 1 or more bounds nothing.
 * Order of states (ours): operational < notice < maintenance < other bands by rank, unknown directly below the highest.
 */
export function severityScale(severities: readonly Severity[], options: ScaleOptions = {}): SeverityScale {
  const listed = severities.filter(({ value }) => Number.isInteger(value) && value >= 1).sort(byValueThenName)
  const isGood = (name: string, index: number) => override(options, name)?.good ?? (index === 0 && listed.length >= 3)

  const good = listed.filter(({ name }, index) => isGood(name, index))
  const bad = listed.filter(severity => !good.includes(severity))
  const rangeOf = (severity: Severity) => ({ from: (listed[listed.indexOf(severity) - 1]?.value ?? 0) + 1, to: severity.value })

  const order: Omit<Level, 'rank'>[] = [plain('operational', null, 0)]
  for (const severity of good)
    order.push({ ...band(severity, 'notice', 0, override(options, severity.name)?.weight ?? 0), range: rangeOf(severity) })
  const named = severities.find(({ value }) => value === 0)?.name ?? null
  order.push(plain('maintenance', named, 0))
  bad.forEach((severity, index) => {
    const tone = Math.ceil((4 * (index + 1)) / bad.length) as Level['tone']
    order.push({ ...band(severity, 'band', tone, override(options, severity.name)?.weight ?? 100), range: rangeOf(severity) })
  })
  order.splice(bad.length ? -1 : order.length, 0, plain('unknown', null, options.unknownWeight ?? 100))

  const levels = order.map((level, rank): Level => ({ ...level, rank }))
  const only = (kind: LevelKind) => levels.find(level => level.kind === kind)!
  return {
    operational: only('operational'),
    maintenance: only('maintenance'),
    unknown: only('unknown'),
    bands: levels.filter(level => level.range !== null).sort((a, b) => a.range!.to - b.range!.to),
    levels,
    equalValues: [...new Set(listed.filter((one, index) => listed[index - 1]?.value === one.value).map(({ value }) => value))],
  }
}

/**
 * Judges a severity value (0402): exactly 0 is maintenance; otherwise the band that it lies in. A missing or impossible
 * value, and one above the highest band, is unknown: never maintenance, never fine.
 */
export function levelOf(scale: SeverityScale, value: number | null): Level {
  if (value === 0) return scale.maintenance
  if (value === null || !(value > 0)) return scale.unknown
  return scale.bands.find(({ range }) => value <= range!.to) ?? scale.unknown
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

const override = (options: ScaleOptions, name: string) =>
  options.overrides && Object.hasOwn(options.overrides, name) ? options.overrides[name] : undefined

const byValueThenName = (a: Severity, b: Severity) => a.value - b.value || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const plain = (kind: LevelKind, name: string | null, weight: number) =>
  ({ key: kind, kind, name, tone: 0, weight, range: null }) as const

const band = (severity: Severity, kind: LevelKind, tone: Level['tone'], weight: number) => ({
  key: `band:${severity.name}`,
  kind,
  name: severity.name,
  tone,
  weight,
})
