import type { Impact, Incident, IncidentUpdate, NewIncident, NewIncidentUpdate, PhaseReference } from '@/domain/incident/incident'
import { sameImpacts } from '@/domain/incident/impactSet'

/** What of an incident can be edited. */
export type IncidentFields = Pick<Incident, 'title' | 'description' | 'beganAt' | 'endedAt' | 'phase' | 'impacts'>
/** What of an update can be edited. */
export type UpdateFields = Pick<IncidentUpdate, 'title' | 'description' | 'createdAt'>

/** Says field by field whether two values are the same. */
export type Sameness<T> = { readonly [F in keyof T]: (a: T[F], b: T[F]) => boolean }

/** Titles are written trimmed, so outer white space makes no difference. */
export function sameTitle(a: string, b: string): boolean {
  return a.trim() === b.trim()
}

/** Whether two names are read as the same: in any case of letters, in every browser's language alike (ours). */
export function sameName(a: string, b: string): boolean {
  return sameTitle(a.toLowerCase(), b.toLowerCase())
}

/** The one of that name: exactly where there is one, else in any case of letters. */
export function findNamed<T>(items: readonly T[], name: string, nameOf: (item: T) => string | null): T | undefined {
  const isAlike = (own: string | null) => own !== null && sameName(own, name)
  return items.find(item => nameOf(item) === name) ?? items.find(item => isAlike(nameOf(item)))
}

/** Text fields turn line ends into \n and servers may cut white space at the end: neither is a change. */
export function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd()
  return plain(a) === plain(b)
}

/**
 * Whether a server kept a time (epoch milliseconds): less than a second apart (ours), because servers cut or round
 * fractions of a second.
 */
function sameSecond(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < 1000
}

/** Whether two references name the same phase; a missing one is the same as another missing one. */
export function samePhase(a: PhaseReference | null, b: PhaseReference | null): boolean {
  return a?.generation === b?.generation && a?.order === b?.order
}

const identical = (a: number | null, b: number | null) => a === b

/** Times exactly, impacts in any order. */
export const sameIncidentField: Sameness<IncidentFields> = {
  title: sameTitle,
  description: sameText,
  beganAt: identical,
  endedAt: identical,
  phase: samePhase,
  impacts: sameImpacts,
}

export const sameUpdateField: Sameness<UpdateFields> = { title: sameTitle, description: sameText, createdAt: identical }

/** Times to the second: what was written may come back without its fraction of a second. */
export const alikeIncidentField: Sameness<IncidentFields> = { ...sameIncidentField, beganAt: sameSecond, endedAt: sameSecond }
export const alikeUpdateField: Sameness<UpdateFields> = { ...sameUpdateField, createdAt: sameSecond }

export const fieldsOf = <T>(same: Sameness<T>) => Object.keys(same) as (keyof T)[]

/** The fields in which two things differ. */
export function differingFields<T extends object>(same: Sameness<T>, before: T, after: T): (keyof T)[] {
  return fieldsOf(same).filter(field => !same[field](before[field], after[field]))
}

/** The minimum to send (0402): the fields of `after` that differ. */
export function changedValues<T extends object>(same: Sameness<T>, before: T, after: T): Partial<T> {
  return Object.fromEntries(differingFields(same, before, after).map(field => [field, after[field]])) as Partial<T>
}

/** The fields that were sent and read back different (docs/domain.md, "Verify after writing"). */
export function lostFields<T extends object>(
  same: Sameness<T>,
  sent: { readonly [F in keyof T]?: T[F] | undefined },
  after: T,
): (keyof T)[] {
  return fieldsOf(same).filter(field => sent[field] !== undefined && !same[field](sent[field] as T[keyof T], after[field]))
}

/** Whether nothing would be sent. */
export function isEmptyChange(changes: object): boolean {
  return Object.values(changes).every(value => value === undefined)
}

/** What a search for something that may have been saved found. With `several` the operator has to look. */
export type Found<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly item: T }
  | { readonly kind: 'several'; readonly items: readonly T[] }

/**
 * After a POST whose outcome is unknown: which incidents that were not known before are what was sent. Told by title,
 * begin (to the second, where one was sent) and the components affected (ours): the rest a server may have kept differently, and
 * notTakenOver names it.
 * @param knownIds of the incidents that were there before the POST
 */
export function findSame(sent: NewIncident, listed: readonly Incident[], knownIds: ReadonlySet<string>): Found<Incident> {
  return findMatches(
    listed.filter(
      incident =>
        !knownIds.has(incident.id) &&
        sameTitle(sent.title, incident.title) &&
        (sent.beganAt === undefined || sameSecond(sent.beganAt, incident.beganAt)) &&
        sameComponents(sent.impacts ?? [], incident.impacts),
    ),
  )
}

/**
 * The same for updates, told by title and text: servers may set `createdAt` themselves.
 * @param knownOrders of the updates that were there before the POST
 */
export function findSameUpdate(
  sent: NewIncidentUpdate,
  listed: readonly IncidentUpdate[],
  knownOrders: ReadonlySet<number>,
): Found<IncidentUpdate> {
  return findMatches(
    listed.filter(
      ({ order, title, description }) =>
        !knownOrders.has(order) && sameTitle(sent.title, title) && sameText(sent.description ?? '', description),
    ),
  )
}

/** Sorts out what a search found. */
export function findMatches<T>(items: readonly T[]): Found<T> {
  const [item] = items
  if (item === undefined) return { kind: 'none' }
  return items.length === 1 ? { kind: 'one', item } : { kind: 'several', items }
}

function sameComponents(a: readonly Impact[], b: readonly Impact[]): boolean {
  const [one, other] = [a, b].map(impacts => new Set(impacts.map(({ componentId }) => componentId)))
  return one!.size === other!.size && [...one!].every(id => other!.has(id))
}
