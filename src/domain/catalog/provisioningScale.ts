import type { Severity } from './catalog'
import type { ProvisioningEntry } from './provisioning'
import { equalValues, severityScale, type Level } from '@/domain/severity/severity'
import { coversAll, scaleMoves, type BandMove, type SeverityContext } from '@/domain/severity/severityCheck'

/** A band whose values are others afterwards; null = it is not there, or no value is in it. */
export interface BandChange {
  readonly name: string
  readonly before: Range | null
  readonly after: Range | null
}
type Range = NonNullable<Level['range']>

/** What an import does to the scale, by which visitors read every incident. */
export interface ScaleEffect {
  readonly bands: readonly BandChange[]
  readonly moves: readonly BandMove[]
  /** Severities of one value, where they were not that before: only the first by name is used, and some servers refuse it. */
  readonly equal: readonly { readonly value: number; readonly names: readonly string[] }[]
  /** Values above the highest severity would be unknown, and were not. */
  readonly opensGap: boolean
}

/** What the chosen entries do to the scale; null = nothing. */
export function scaleEffect(chosen: readonly ProvisioningEntry[], context: SeverityContext): ScaleEffect | null {
  const { severities, options } = context
  const { after, renamed } = severitiesWritten(chosen, severities)
  const bands = bandChanges(severityScale(severities, options).bands, severityScale(after, options).bands, renamed)
  const known = new Set(equalValues(severities))
  const equal = equalValues(after)
    .filter(value => !known.has(value))
    .map(value => ({ value, names: after.filter(one => one.value === value).map(({ name }) => name) }))
  const opensGap = severities.length > 0 && coversAll(severities) && !coversAll(after)
  const moves = scaleMoves(after, renamed, context)
  return bands.length || moves.length || equal.length || opensGap ? { bands, moves, equal, opensGap } : null
}

/** The severities as they are once the chosen entries are written, and the new names by the old ones. */
function severitiesWritten(chosen: readonly ProvisioningEntry[], before: readonly Severity[]) {
  let after = [...before]
  const renamed = new Map<string, string>()
  const indexOf = ({ name, value }: Severity) => after.findIndex(one => one.name === name && one.value === value)
  for (const entry of chosen) {
    if (entry.part !== 'severities') continue
    if (entry.kind === 'new') after.push(entry.wanted)
    else if (entry.kind === 'onlyOnServer') after = after.toSpliced(indexOf(entry.found), 1)
    else if (entry.kind === 'changed') {
      after = after.with(indexOf(entry.found), { ...entry.found, ...entry.changes })
      if (entry.changes.name !== undefined) renamed.set(entry.found.name, entry.changes.name)
    }
  }
  return { after, renamed }
}

function bandChanges(before: readonly Level[], after: readonly Level[], renamed: ReadonlyMap<string, string>): BandChange[] {
  const rangeOf = (bands: readonly Level[], name: string) => {
    const range = bands.find(band => band.name === name)?.range ?? null
    return range && range.from <= range.to ? range : null
  }
  const oldNames = new Map([...renamed].map(([old, now]) => [now, old]))
  const kept = after.map(({ name }) => name!)
  const gone = before.map(({ name }) => name!).filter(name => !kept.includes(renamed.get(name) ?? name))
  return [...new Set([...kept, ...gone])].flatMap(name => {
    const [from, to] = [rangeOf(before, oldNames.get(name) ?? name), rangeOf(after, name)]
    return from?.from === to?.from && from?.to === to?.to ? [] : [{ name, before: from, after: to }]
  })
}
