import {
  alikeIncidentField,
  alikeUpdateField,
  differingFields,
  fieldsOf,
  sameIncidentField,
  sameUpdateField,
  type IncidentFields,
  type Sameness,
  type UpdateFields,
} from './sameContent'

/** A field that I and someone else changed to different values since `base` was read. */
export type Conflict<T> = {
  [F in keyof T]: { readonly field: F; readonly base: T[F]; readonly mine: T[F]; readonly theirs: T[F] }
}[keyof T]

export type Choices<T> = { readonly [F in keyof T]?: 'mine' | 'theirs' | undefined }

/** Field by field. Impacts are one field, because they are written as a whole. */
export function conflictsBetween(
  base: IncidentFields,
  mine: IncidentFields,
  theirs: IncidentFields,
  own: readonly Partial<IncidentFields>[] = [],
): Conflict<IncidentFields>[] {
  return conflicts(sameIncidentField, base, mine, theirs, { own, alike: alikeIncidentField })
}

export function updateConflictsBetween(
  base: UpdateFields,
  mine: UpdateFields,
  theirs: UpdateFields,
  own: readonly Partial<UpdateFields>[] = [],
): Conflict<UpdateFields>[] {
  return conflicts(sameUpdateField, base, mine, theirs, { own, alike: alikeUpdateField })
}

/**
 * What is to stand in the end: theirs with what I alone changed and the conflicts that the operator decided for me. An
 * undecided conflict stays theirs. Send `changesBetween(theirs, merged)`.
 */
export function mergeChoices(
  base: IncidentFields,
  mine: IncidentFields,
  theirs: IncidentFields,
  choices: Choices<IncidentFields> = {},
  own: readonly Partial<IncidentFields>[] = [],
): IncidentFields {
  const conflicting = conflictsBetween(base, mine, theirs, own)
  return merge(sameIncidentField, base, mine, theirs, choices, conflicting)
}

export function mergeUpdateChoices(
  base: UpdateFields,
  mine: UpdateFields,
  theirs: UpdateFields,
  choices: Choices<UpdateFields> = {},
  own: readonly Partial<UpdateFields>[] = [],
): UpdateFields {
  const conflicting = updateConflictsBetween(base, mine, theirs, own)
  return merge(sameUpdateField, base, mine, theirs, choices, conflicting)
}

/** Whether an incident is other than it was, apart from what I wrote myself since. */
export function isChangedByOthers(
  before: IncidentFields,
  after: IncidentFields,
  own: readonly Partial<IncidentFields>[] = [],
): boolean {
  return differingFields(sameIncidentField, before, after).some(field => !isOwn(alikeIncidentField, field, after, own))
}

/** Whether what the server has there is something that I wrote. */
function isOwn<T extends object>(alike: Sameness<T>, field: keyof T, theirs: T, own: readonly Partial<T>[]): boolean {
  return own.some(one => field in one && alike[field](one[field] as T[keyof T], theirs[field]))
}

/** Fields by free names, such as the labels of a component; null = there is none. */
export type TextRecord = Readonly<Record<string, string | null>>

/** The same for fields whose names are data. A name that is missing says null, but in what I wrote: there it was not written. */
export function recordConflictsBetween(
  base: TextRecord,
  mine: TextRecord,
  theirs: TextRecord,
  own: readonly TextRecord[] = [],
): Conflict<TextRecord>[] {
  const [same, ...versions] = comparable(base, mine, theirs)
  return conflicts(same, ...versions, { own, alike: same })
}

export function mergeRecordChoices(
  base: TextRecord,
  mine: TextRecord,
  theirs: TextRecord,
  choices: Choices<TextRecord> = {},
  own: readonly TextRecord[] = [],
): TextRecord {
  const [same, ...versions] = comparable(base, mine, theirs)
  return merge(same, ...versions, choices, conflicts(same, ...versions, { own, alike: same }))
}

/** The fields of `after` that differ from `before`. */
export function recordChanges(before: TextRecord, after: TextRecord): TextRecord {
  const [, old, , now] = comparable(before, before, after)
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => old[field] !== value))
}

/** Of a record, only the fields that were written: the rest may be someone else's. */
export const recordPart = (record: TextRecord, written: TextRecord): TextRecord =>
  Object.fromEntries(Object.keys(written).map(field => [field, record[field] ?? null]))

/** Whether a record is other than it was, apart from what I wrote myself since. */
export function isRecordChangedByOthers(before: TextRecord, after: TextRecord, own: readonly TextRecord[] = []): boolean {
  return Object.entries(recordChanges(before, after)).some(
    ([field, value]) => !own.some(one => field in one && one[field] === value),
  )
}

function comparable(...versions: [TextRecord, TextRecord, TextRecord]) {
  const fields = [...new Set(versions.flatMap(version => Object.keys(version)))]
  const whole = (version: TextRecord): TextRecord =>
    Object.fromEntries(fields.map(field => [field, Object.hasOwn(version, field) ? version[field]! : null]))
  const same: Sameness<TextRecord> = Object.fromEntries(fields.map(field => [field, (a: unknown, b: unknown) => a === b]))
  const [base, mine, theirs] = versions
  return [same, whole(base), whole(mine), whole(theirs)] as const
}

interface Own<T> {
  /** What I wrote since `base` was read. */
  readonly own: readonly Partial<T>[]
  /** Whether the server has what I have. */
  readonly alike: Sameness<T>
}

function conflicts<T extends object>(same: Sameness<T>, base: T, mine: T, theirs: T, { own, alike }: Own<T>): Conflict<T>[] {
  return fieldsOf(same).flatMap(field => {
    const isTheirs = (value: T[keyof T]) => alike[field](value, theirs[field])
    const isMineAlone = isTheirs(base[field]) || isTheirs(mine[field]) || isOwn(alike, field, theirs, own)
    const conflicting = !same[field](base[field], mine[field]) && !isMineAlone
    return conflicting ? [{ field, base: base[field], mine: mine[field], theirs: theirs[field] }] : []
  })
}

function merge<T extends object>(
  same: Sameness<T>,
  base: T,
  mine: T,
  theirs: T,
  choices: Choices<T>,
  undecided: readonly Conflict<T>[],
): T {
  const conflicting = new Set(undecided.map(({ field }) => field))
  const takesMine = (field: keyof T) =>
    conflicting.has(field) ? choices[field] === 'mine' : !same[field](base[field], mine[field])
  return Object.fromEntries(fieldsOf(same).map(field => [field, takesMine(field) ? mine[field] : theirs[field]])) as unknown as T
}
