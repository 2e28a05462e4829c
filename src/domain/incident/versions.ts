import type { Incident } from './incident'

/** Incidents whose id a server lists more than once (docs/domain.md, "Ids that come twice"). */

/** All that is listed under the id of an incident, itself first. */
export const versionsOf = (incident: Incident): readonly Incident[] =>
  incident.otherVersions ? [incident, ...incident.otherVersions] : [incident]

/** The same for many; the very list where no id comes twice. */
export function allVersions(incidents: readonly Incident[]): readonly Incident[] {
  return incidents.some(({ otherVersions }) => otherVersions) ? incidents.flatMap(versionsOf) : incidents
}

/** The incident alone, without what else is listed under its id. */
export function withoutOthers(incident: Incident): Incident {
  const own: { -readonly [Key in keyof Incident]: Incident[Key] } = { ...incident }
  delete own.otherVersions
  return own
}

/** The first of each that says the same. What one mapper made has its fields in one order. */
export function distinctItems<T>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter(item => seen.size < seen.add(JSON.stringify(item)).size)
}

/** Several incidents of one id as one: the first, with whatever says something else beside it. */
export function mergedVersions(incidents: readonly [Incident, ...Incident[]]): Incident {
  if (incidents.length === 1) return incidents[0]
  const [first, ...others] = distinctItems(incidents.flatMap(versionsOf).map(withoutOthers)) as [Incident, ...Incident[]]
  return others.length ? { ...first, otherVersions: others } : first
}

/** The first of each id, in their order, without the ids of other ones. */
export function onceEach(incidents: readonly Incident[], without: readonly Incident[] = []): Incident[] {
  const seen = new Set(without.map(({ id }) => id))
  return incidents.filter(({ id }) => !seen.has(id) && seen.add(id))
}
