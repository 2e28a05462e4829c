import { sameIncidentField, sameUpdateField, type IncidentFields, type Sameness, type UpdateFields } from './sameContent'

/** A field that I and someone else changed to different values since `base` was read. */
export type Conflict<T> = {
  [F in keyof T]: { readonly field: F; readonly base: T[F]; readonly mine: T[F]; readonly theirs: T[F] }
}[keyof T]

export type Choices<T> = { readonly [F in keyof T]?: 'mine' | 'theirs' | undefined }

/** Field by field. Impacts are one field, because they are written as a whole. */
export function conflictsBetween(base: IncidentFields, mine: IncidentFields, theirs: IncidentFields): Conflict<IncidentFields>[] {
  return conflicts(sameIncidentField, base, mine, theirs)
}

export function updateConflictsBetween(base: UpdateFields, mine: UpdateFields, theirs: UpdateFields): Conflict<UpdateFields>[] {
  return conflicts(sameUpdateField, base, mine, theirs)
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
): IncidentFields {
  return merge(sameIncidentField, base, mine, theirs, choices)
}

export function mergeUpdateChoices(
  base: UpdateFields,
  mine: UpdateFields,
  theirs: UpdateFields,
  choices: Choices<UpdateFields> = {},
): UpdateFields {
  return merge(sameUpdateField, base, mine, theirs, choices)
}

/** Fields by free names, such as the labels of a component; null = there is none. */
export type TextRecord = Readonly<Record<string, string | null>>

/** The same for fields whose names are data. A name that is missing says null. */
export function recordConflictsBetween(base: TextRecord, mine: TextRecord, theirs: TextRecord): Conflict<TextRecord>[] {
  const [same, ...versions] = comparable(base, mine, theirs)
  return conflicts(same, ...versions)
}

export function mergeRecordChoices(
  base: TextRecord,
  mine: TextRecord,
  theirs: TextRecord,
  choices: Choices<TextRecord> = {},
): TextRecord {
  const [same, ...versions] = comparable(base, mine, theirs)
  return merge(same, ...versions, choices)
}

function comparable(...versions: [TextRecord, TextRecord, TextRecord]) {
  const fields = [...new Set(versions.flatMap(version => Object.keys(version)))]
  const whole = (version: TextRecord): TextRecord =>
    Object.fromEntries(fields.map(field => [field, Object.hasOwn(version, field) ? version[field]! : null]))
  const same: Sameness<TextRecord> = Object.fromEntries(fields.map(field => [field, (a: unknown, b: unknown) => a === b]))
  const [base, mine, theirs] = versions
  return [same, whole(base), whole(mine), whole(theirs)] as const
}

function conflicts<T extends object>(same: Sameness<T>, base: T, mine: T, theirs: T): Conflict<T>[] {
  return fieldsOf(same).flatMap(field => {
    const by = same[field]
    const conflicting = !by(base[field], mine[field]) && !by(base[field], theirs[field]) && !by(mine[field], theirs[field])
    return conflicting ? [{ field, base: base[field], mine: mine[field], theirs: theirs[field] }] : []
  })
}

function merge<T extends object>(same: Sameness<T>, base: T, mine: T, theirs: T, choices: Choices<T>): T {
  const conflicting = new Set(conflicts(same, base, mine, theirs).map(({ field }) => field))
  const takesMine = (field: keyof T) =>
    conflicting.has(field) ? choices[field] === 'mine' : !same[field](base[field], mine[field])
  return Object.fromEntries(fieldsOf(same).map(field => [field, takesMine(field) ? mine[field] : theirs[field]])) as unknown as T
}

const fieldsOf = <T>(same: Sameness<T>) => Object.keys(same) as (keyof T)[]
