import type { ImpactType, ImpactTypeChanges, Severity, SeverityChanges } from './catalog'
import { componentChangesBetween, impactTypeChangesBetween } from './catalogContent'
import type { ComponentChanges, ServiceComponent } from '@/domain/component/component'
import { samePhases } from './phaseDraft'
import { isEmptyChange, sameTitle } from '@/domain/writing/sameContent'

/** What a provisioning file wants of an impact type; null = it says nothing about that. */
export interface WantedImpactType {
  readonly id: string | null
  readonly name: string
  readonly description: string | null
}

/** What a provisioning file wants of a component; null = it says nothing about that. */
export interface WantedComponent {
  readonly id: string | null
  readonly name: string
  readonly labels: ServiceComponent['labels'] | null
}

/** A provisioning file of the reference server. A part that is null is not in it, so it is left as it is. */
export interface Provisioning {
  readonly impactTypes: readonly WantedImpactType[] | null
  readonly components: readonly WantedComponent[] | null
  readonly phases: readonly string[] | null
  readonly severities: readonly Severity[] | null
}

export type ProvisioningPart = keyof Provisioning

/** What a server holds of the same; null = it has no such endpoint. */
export interface Catalog {
  readonly impactTypes: readonly ImpactType[] | null
  readonly components: readonly ServiceComponent[] | null
  /** The current generation; empty where there is none yet. */
  readonly phases: readonly string[] | null
  readonly severities: readonly Severity[] | null
}

export interface Kinds {
  readonly severities: { wanted: Severity; found: Severity; changes: SeverityChanges }
  readonly impactTypes: { wanted: WantedImpactType; found: ImpactType; changes: ImpactTypeChanges }
  readonly components: { wanted: WantedComponent; found: ServiceComponent; changes: ComponentChanges }
}
export type ListPart = keyof Kinds

interface Named {
  /** The same for the same thing in a later diff. */
  readonly key: string
  readonly name: string
  /** Several severities have this name, which is their address: nobody can tell which one is meant, and no form would make another. */
  readonly ambiguous: boolean
}
export type EntryOf<P extends ListPart> = Named & { readonly part: P } & (
    | { readonly kind: 'new'; readonly wanted: Kinds[P]['wanted'] }
    | { readonly kind: 'changed'; readonly found: Kinds[P]['found']; readonly changes: Kinds[P]['changes'] }
    | { readonly kind: 'unchanged' | 'onlyOnServer'; readonly found: Kinds[P]['found'] }
  )
/** Phases are one thing: a difference makes one new generation. */
interface PhasesEntry extends Named {
  readonly part: 'phases'
  readonly kind: 'new' | 'changed' | 'unchanged'
  readonly wanted: readonly string[]
  readonly found: readonly string[]
}

/** One thing that a file and a server have, or only one of them has. */
export type ProvisioningEntry = EntryOf<'severities'> | EntryOf<'impactTypes'> | EntryOf<'components'> | PhasesEntry
export type EntryKind = ProvisioningEntry['kind']

/** In the order of writing: what can be taken back first, and last what nobody can undo. */
export const PROVISIONING_PARTS = [
  'severities',
  'impactTypes',
  'components',
  'phases',
] as const satisfies readonly ProvisioningPart[]

/** What a server holds as a provisioning file tells it: without ids, which another server would choose anew. */
export function provisioningOf({ impactTypes, components, phases, severities }: Catalog): Provisioning {
  return {
    impactTypes: impactTypes && impactTypes.map(({ name, description }) => ({ id: null, name, description })),
    components: components && components.map(({ name, labels }) => ({ id: null, name, labels })),
    phases,
    severities,
  }
}

/**
 * What an import would do, part by part (ours). Things are the same by their id, where the file gives one that the server knows,
 * else by their name without outer white space; of several of one name those that are alike in all else come first. Labels count
 * as a whole. What the file does not say is left as it is; a part that the file or the server lacks is no part of the answer.
 * An empty list of phases is none: phases cannot be taken away.
 */
export function provisioningDiff(wanted: Provisioning, catalog: Catalog): ProvisioningEntry[] {
  return [
    ...severitiesDiff(wanted.severities, catalog.severities),
    ...listDiff('impactTypes', wanted.impactTypes, catalog.impactTypes, wantedTypeChanges),
    ...listDiff('components', wanted.components, catalog.components, wantedComponentChanges),
    ...phasesDiff(wanted.phases, catalog.phases),
  ]
}

/** What a file changes of a thing that is there; what it does not say stays. */
export const wantedTypeChanges = (found: ImpactType, { name, description }: WantedImpactType): ImpactTypeChanges =>
  impactTypeChangesBetween(found, { name, description: description ?? found.description })
export const wantedComponentChanges = (found: ServiceComponent, { name, labels }: WantedComponent): ComponentChanges =>
  componentChangesBetween(found, { name, labels: labels ?? found.labels })

function phasesDiff(wanted: Provisioning['phases'], found: Catalog['phases']): PhasesEntry[] {
  if (!wanted?.length || !found) return []
  const kind = samePhases(wanted, found) ? 'unchanged' : found.length ? 'changed' : 'new'
  return [{ part: 'phases', key: 'phases', name: '', ambiguous: false, kind, wanted, found }]
}

function severitiesDiff(wanted: Provisioning['severities'], found: Catalog['severities']): EntryOf<'severities'>[] {
  const changesOf = (one: Severity, { value }: Severity): SeverityChanges => (one.value === value ? {} : { value })
  const hasNamesake = (name: string) => found!.filter(one => one.name === name).length > 1
  const isRepeated = (name: string) => wanted!.filter(one => sameTitle(one.name, name)).length > 1
  return listDiff('severities', wanted, found, changesOf).map(entry => {
    const { kind, name } = entry
    const isWritten = kind === 'new' || kind === 'changed'
    return { ...entry, ambiguous: kind !== 'unchanged' && (hasNamesake(name) || (isWritten && isRepeated(name))) }
  })
}

function listDiff<P extends ListPart>(
  part: P,
  wanted: readonly Kinds[P]['wanted'][] | null,
  found: readonly Kinds[P]['found'][] | null,
  changesOf: (found: Kinds[P]['found'], wanted: Kinds[P]['wanted']) => Kinds[P]['changes'],
): EntryOf<P>[] {
  if (!wanted || !found) return []
  const { pairs, rest } = paired(wanted, found, (one, other) => isEmptyChange(changesOf(other, one)))
  const key = uniqueKeys(part)
  const entries = pairs.map(([one, other]) => {
    const named = { part, key: key('file', one.name), name: one.name, ambiguous: false }
    if (!other) return { ...named, kind: 'new', wanted: one }
    const changes = changesOf(other, one)
    if (isEmptyChange(changes)) return { ...named, kind: 'unchanged', found: other }
    return { ...named, name: other.name, kind: 'changed', found: other, changes }
  })
  const others = rest.map(other => ({
    part,
    key: key('server', idOf(other) ?? other.name),
    name: other.name,
    ambiguous: false,
    kind: 'onlyOnServer',
    found: other,
  }))
  return [...entries, ...others] as EntryOf<P>[]
}

const idOf = (thing: { readonly name: string; readonly id?: string | null }) => thing.id ?? null

/** Who belongs to whom: the surest ways to tell first, each of the server's once. */
function paired<W extends { readonly name: string }, F extends { readonly name: string }>(
  wanted: readonly W[],
  found: readonly F[],
  isAlike: (wanted: W, found: F) => boolean,
): { pairs: [W, F | null][]; rest: F[] } {
  const left = new Set(found)
  const partners = new Map<W, F>()
  const ways: ((one: W, other: F) => boolean)[] = [
    (one, other) => idOf(one) !== null && idOf(one) === idOf(other),
    (one, other) => sameTitle(one.name, other.name) && isAlike(one, other),
    (one, other) => one.name === other.name,
    (one, other) => sameTitle(one.name, other.name),
  ]
  for (const belongs of ways) {
    for (const one of wanted) {
      const other = partners.has(one) ? undefined : [...left].find(candidate => belongs(one, candidate))
      if (!other) continue
      partners.set(one, other)
      left.delete(other)
    }
  }
  return { pairs: wanted.map(one => [one, partners.get(one) ?? null]), rest: [...left] }
}

function uniqueKeys(part: ListPart) {
  const counts = new Map<string, number>()
  return (side: 'file' | 'server', name: string) => {
    const key = `${part} ${side} ${name}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count > 1 ? `${key} ${count}` : key
  }
}

/** Whether an operator may choose an entry to be written (ours); what is only on the server only where that is to be `deleted`. */
export function isChoosable({ kind, ambiguous }: ProvisioningEntry, deleted: boolean): boolean {
  return !ambiguous && kind !== 'unchanged' && (kind !== 'onlyOnServer' || deleted)
}

/**
 * Whether two choices, out of diffs of one file, would send the same to things that are the same. What goes on with a component does
 * not count.
 */
export function sameWrites(a: readonly ProvisioningEntry[], b: readonly ProvisioningEntry[]): boolean {
  return JSON.stringify(a.map(writeOf)) === JSON.stringify(b.map(writeOf))
}

function writeOf(entry: ProvisioningEntry) {
  const { part, key, kind } = entry
  if (part === 'components' && 'found' in entry) return { key, kind, found: { ...entry.found, activeReferences: null } }
  return 'wanted' in entry && part !== 'phases' ? { key, kind } : entry
}
