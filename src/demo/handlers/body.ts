import { Refusal } from './answer'
import type { DemoApi } from './demo'

/** Reads one field of a body; throws `Malformed` where the value is of the wrong kind. */
export type Reader<T> = (value: unknown) => T

/** The known fields that a body named; null stands where it said null. */
export type Fields<Readers> = { -readonly [K in keyof Readers]?: (Readers[K] extends Reader<infer T> ? T : never) | null }

class Malformed extends Error {}

/**
 * Reads the known fields of a JSON body. Identifiers and read-only fields are never among them, so sending them changes nothing.
 * Answers 400 for an empty body, `{}` and a body of only nulls; 400 (quirks: 500) for a malformed one.
 */
export async function readBody<Readers extends Record<string, Reader<unknown>>>(
  request: Request,
  { quirks }: Pick<DemoApi, 'quirks'>,
  readers: Readers,
): Promise<Fields<Readers>> {
  const text = await request.text()
  if (text.trim() === '') throw new Refusal(400)
  try {
    const body = record(JSON.parse(text))
    const named = Object.keys(readers).filter(key => body[key] !== undefined)
    if (named.every(key => body[key] === null)) throw new Refusal(400)
    return Object.fromEntries(named.map(key => [key, body[key] === null ? null : readers[key]?.(body[key])])) as Fields<Readers>
  } catch (error) {
    if (error instanceof Malformed || error instanceof SyntaxError) throw new Refusal(quirks ? 500 : 400)
    throw error
  }
}

/** Takes over the named fields. A null clears its field; with quirks it means "unchanged", as a missing one does. */
export function patch<T extends object>(target: T, fields: { [K in keyof T]?: T[K] | null }, quirks: boolean): void {
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key]
    if (value !== null && value !== undefined) target[key] = value
    else if (!quirks) delete target[key]
  }
}

/** The fields without those that are null: what a POST stores. */
export function withoutNulls<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: Exclude<T[K], null>
  }
}

export const text: Reader<string> = value => {
  if (typeof value !== 'string') throw new Malformed('not a text')
  return value
}

/** An integer of at least 0. */
export const incremental: Reader<number> = value => {
  if (!Number.isInteger(value) || (value as number) < 0) throw new Malformed('not an incremental')
  return value as number
}

/** 0..100; out of range is a wrong value (400), never a malformed body. */
export const severityValue: Reader<number> = value => {
  const severity = incremental(value)
  if (severity > 100) throw new Refusal(400)
  return severity
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

/** Epoch milliseconds of an RFC 3339 text, undefined where it is none. */
export function parseInstant(value: string): number | undefined {
  const time = RFC_3339.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(time) ? undefined : time
}

/** An RFC 3339 time with any offset, kept as UTC. */
export const instant: Reader<string> = value => {
  const time = parseInstant(text(value))
  if (time === undefined) throw new Malformed('not a time')
  return new Date(time).toISOString()
}

export const listOf =
  <T>(reader: Reader<T>): Reader<T[]> =>
  value => {
    if (!Array.isArray(value)) throw new Malformed('not a list')
    return value.map(reader)
  }

/** An object as such, e.g. labels or one entry of a list. */
export const record: Reader<Record<string, unknown>> = value => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('not an object')
  return value as Record<string, unknown>
}
