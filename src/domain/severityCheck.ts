import type { Severity, SeverityChanges } from './catalog'
import type { Incident } from './incident'
import { levelOf, severityScale, type Level, type ScaleOptions, type SeverityScale } from './severity'

/** The highest value that an impact can have (0402). */
export const TOP_VALUE = 100

/** A severity in a form; `value` is what was typed. */
export interface SeverityEdit {
  /** As it was when the form was opened; null = a new one. */
  readonly base: Severity | null
  readonly name: string
  readonly value: string
}

/** An incident with an impact that lies in another band after a change. Each pair of bands is told once. */
export interface BandMove {
  readonly incident: Incident
  readonly changes: readonly { readonly from: Level; readonly to: Level }[]
}

export type SeverityProblem =
  | { readonly code: 'nameMissing' | 'nameTaken'; readonly field: 'name'; readonly level: 'error' }
  | { readonly code: 'nameRefused'; readonly field: 'name'; readonly level: 'warning' }
  | { readonly code: 'valueMissing' | 'valueOutside'; readonly field: 'value'; readonly level: 'error' }
  | { readonly code: 'equalValue'; readonly field: 'value'; readonly level: 'warning'; readonly names: readonly string[] }
  | { readonly code: 'topMissing'; readonly field: 'value'; readonly level: 'warning' }
  | { readonly code: 'moves'; readonly field: 'value'; readonly level: 'warning'; readonly moves: readonly BandMove[] }

/** What a severity is judged in. */
export interface SeverityContext {
  readonly severities: readonly Severity[]
  readonly options: ScaleOptions
  /** Those that are loaded: of others nothing can be told. */
  readonly incidents: readonly Incident[]
}

/** What an edit would write; null while its value is no whole number of 1 to 100 (0 is maintenance, 0402). */
export function editedSeverity({ name, value }: SeverityEdit): Severity | null {
  const number = /^\s*\d+\s*$/.test(value) ? Number(value) : null
  return number !== null && number >= 1 && number <= TOP_VALUE ? { name: name.trim(), value: number } : null
}

/** The list after a change of `base` into `next`: null for what is not there yet, or not any more. */
export function severitiesAfter(list: readonly Severity[], base: Severity | null, next: Severity | null): Severity[] {
  if (!next) return list.filter(({ name }) => name !== base?.name)
  const index = list.findIndex(one => one.name === base?.name && one.value === base.value)
  return index < 0 ? [...list, next] : list.with(index, next)
}

/** The minimum to send. */
export function severityChangesBetween(base: Severity, next: Severity): SeverityChanges {
  return {
    ...(next.name !== base.name && { name: next.name }),
    ...(next.value !== base.value && { value: next.value }),
  }
}

/** What is wrong with an edit: errors stop, warnings ask once (experience.md, Operator rules). */
export function checkSeverity(edit: SeverityEdit, context: SeverityContext): SeverityProblem[] {
  const { base } = edit
  const { severities } = context
  const name = edit.name.trim()
  const others = severities.filter(one => one.name !== base?.name)
  const problems: SeverityProblem[] = []
  if (!name) problems.push({ code: 'nameMissing', field: 'name', level: 'error' })
  else if (others.some(one => one.name === name)) problems.push({ code: 'nameTaken', field: 'name', level: 'error' })
  else if (name !== base?.name && isRefusedInPaths(name)) problems.push({ code: 'nameRefused', field: 'name', level: 'warning' })

  const next = editedSeverity(edit)
  if (!next) {
    const code = edit.value.trim() ? 'valueOutside' : 'valueMissing'
    return [...problems, { code, field: 'value', level: 'error' }]
  }
  if (next.value !== base?.value) {
    const names = others.filter(one => one.value === next.value).map(one => one.name)
    if (names.length) problems.push({ code: 'equalValue', field: 'value', level: 'warning', names })
  }
  return [...problems, ...scaleProblems(base, next, context)]
}

/** What the end of a severity does to the scale and to incidents. */
export function checkRemoval(base: Severity, context: SeverityContext): SeverityProblem[] {
  return scaleProblems(base, null, context)
}

function scaleProblems(base: Severity | null, next: Severity | null, context: SeverityContext): SeverityProblem[] {
  const after = severitiesAfter(context.severities, base, next)
  const moves = bandMoves(base, next, context)
  // Of a gap that was there before the page tells by itself.
  const opensGap = !coversAll(after) && (coversAll(context.severities) || !context.severities.length)
  return [
    ...(opensGap ? [{ code: 'topMissing', field: 'value', level: 'warning' } as const] : []),
    ...(moves.length ? [{ code: 'moves', field: 'value', level: 'warning', moves } as const] : []),
  ]
}

/** The incidents whose impacts would be read as another band. A new name of the same band is no move. */
function bandMoves(
  base: Severity | null,
  next: Severity | null,
  { severities, options, incidents }: SeverityContext,
): BandMove[] {
  const before = severityScale(severities, options)
  const after = severityScale(severitiesAfter(severities, base, next), options)
  const nameAfter = ({ name }: Level) => (base && next && name === base.name ? next.name : name)
  const isSame = (from: Level, to: Level) => from.kind === to.kind && nameAfter(from) === to.name
  return incidents.flatMap(incident => {
    const changes = new Map<string, BandMove['changes'][number]>()
    for (const { severity } of incident.impacts) {
      const [from, to] = [levelOf(before, severity), levelOf(after, severity)]
      if (!isSame(from, to)) changes.set(`${from.rank} ${to.rank}`, { from, to })
    }
    return changes.size ? [{ incident, changes: [...changes.values()] }] : []
  })
}

/** Whether every value up to 100 lies in a band. */
export function coversAll(severities: readonly Severity[]): boolean {
  return severities.some(({ value }) => Number.isInteger(value) && value >= TOP_VALUE)
}

/** The reference deployment's proxy lets only such names through in a path (servers.md): others can be made, but not changed. */
export function isRefusedInPaths(name: string): boolean {
  return !/^[\w-]+$/.test(name)
}

/** A row of the scale as it is drawn: values 0 to 100, inclusive. Nothing leads to a row with `from` above `to`. */
export interface ScaleRow {
  readonly level: Level
  readonly from: number
  readonly to: number
}

/** Maintenance, the bands in ascending order, and what no band covers. */
export function scaleRows(scale: SeverityScale): ScaleRow[] {
  const bands = scale.bands.map(level => ({ level, from: level.range!.from, to: Math.min(level.range!.to, TOP_VALUE) }))
  const from = Math.max(0, ...bands.map(({ to }) => to)) + 1
  return [
    { level: scale.maintenance, from: 0, to: 0 },
    ...bands,
    ...(from <= TOP_VALUE ? [{ level: scale.unknown, from, to: TOP_VALUE }] : []),
  ]
}

/** A severity that differs between two lists, by its name; null = it is not there. */
export interface SeverityDifference {
  readonly name: string
  readonly before: number | null
  readonly after: number | null
}

export function severityDifferences(before: readonly Severity[], after: readonly Severity[]): SeverityDifference[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))]
  const valuesOf = (list: readonly Severity[], wanted: string) =>
    list.filter(({ name }) => name === wanted).map(({ value }) => value)
  return names.flatMap(name => {
    const [old, now] = [valuesOf(before, name), valuesOf(after, name)]
    return old.join() === now.join() ? [] : [{ name, before: old[0] ?? null, after: now[0] ?? null }]
  })
}

/** The edit on what the server has now: a value that the operator did not touch follows it. */
export function rebaseEdit(edit: SeverityEdit, base: Severity): SeverityEdit {
  const untouched = edit.value.trim() === String(edit.base?.value)
  return { ...edit, base, value: untouched ? String(base.value) : edit.value }
}
