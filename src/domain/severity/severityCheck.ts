import type { Severity } from '@/domain/catalog/catalog'
import type { Incident } from '@/domain/incident/incident'
import { levelOf, severityScale, TOP_VALUE, type Level, type ScaleOptions } from './severity'
import { editedSeverity, severitiesAfter, type SeverityEdit } from './severityDraft'

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

/** What is wrong with an edit: errors stop, warnings ask once. */
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
  // A new name of the same band is no move.
  const renamed = base && next ? new Map([[base.name, next.name]]) : new Map<string, string>()
  const moves = scaleMoves(after, renamed, context)
  // Of a gap that was there before the page tells by itself.
  const opensGap = !coversAll(after) && (coversAll(context.severities) || !context.severities.length)
  return [
    ...(opensGap ? [{ code: 'topMissing', field: 'value', level: 'warning' } as const] : []),
    ...(moves.length ? [{ code: 'moves', field: 'value', level: 'warning', moves } as const] : []),
  ]
}

/**
 * The incidents whose impacts would be read as another band, once the severities are those.
 * @param renamed new names by old ones: of them nothing is moved
 */
export function scaleMoves(
  severitiesThen: readonly Severity[],
  renamed: ReadonlyMap<string, string>,
  { severities, options, incidents }: SeverityContext,
): BandMove[] {
  const before = severityScale(severities, options)
  const after = severityScale(severitiesThen, options)
  const nameAfter = ({ name }: Level) => (name === null ? null : (renamed.get(name) ?? name))
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

/**
 * The reference deployment's proxy lets only such names through in a path (docs/domain.md, "Names in paths"): others can be made, but
 * not changed.
 */
export function isRefusedInPaths(name: string): boolean {
  return !/^[\w-]+$/.test(name)
}
