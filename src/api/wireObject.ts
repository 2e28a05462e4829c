import type { Answer } from './unwrap'
import { isNoTime, parseTime } from './wireTime'
import { ApiError } from '@/domain/apiError'
import { isVisible } from '@/domain/characters'

/** Throws `malformed`; `where` names the part of the answer, as `[2].id`. */
export function malformed({ call, status }: Answer, where: string): never {
  throw new ApiError('malformed', call, { status, detail: where || undefined })
}

/** Counts the broken optional parts of one answer. */
export class InvalidCounter {
  invalidCount = 0
  constructor(readonly answer: Answer) {}
}

/**
 * One JSON object of an answer, of which nothing is believed. A missing or null optional part is normal; a part of the
 * wrong kind is left out and counted; a broken identifier makes the whole answer malformed.
 */
export class WireObject {
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #where: string
  readonly #tally: InvalidCounter

  constructor(value: unknown, where: string, tally: InvalidCounter) {
    this.#where = where
    this.#tally = tally
    this.#fields = isObject(value) ? value : malformed(tally.answer, where)
  }

  /** An id; some servers use integers. */
  id(name: string): string {
    return asId(this.#fields[name]) ?? this.#broken(name)
  }

  /** An order or a generation: 0 or above. */
  incremental(name: string): number {
    return asIncremental(this.#fields[name]) ?? this.#broken(name)
  }

  /** What an entry of a list is about. Not counted here: without it the whole entry is dropped and counted. */
  key(name: string): string | null {
    return asId(this.#fields[name])
  }

  text(name: string): string {
    return this.#optional(name, value => (typeof value === 'string' ? wellFormed(value) : null)) ?? ''
  }

  /** A text to call something by; empty where nobody could see it. */
  name(name: string): string {
    const text = this.text(name)
    return isVisible(text) ? text : ''
  }

  /** The id of something else, null where there is none. */
  reference(name: string): string | null {
    return this.#optional(name, asId)
  }

  /** Epoch milliseconds; null where there is none, or one that nobody can read. */
  time(name: string): number | null {
    return this.#isNone(name) ? null : this.#optional(name, timeOf)
  }

  /** Whether something stands in the place of a time that nobody can read. Not counted here: reading it does. */
  isTimeUnreadable(name: string): boolean {
    return !this.#isNone(name) && timeOf(this.#fields[name]) === null
  }

  /** Any finite number: what it means is the domain's business. */
  number(name: string): number | null {
    return this.#optional(name, value => (Number.isFinite(value) ? (value as number) : null))
  }

  object(name: string): Readonly<Record<string, unknown>> | null {
    return this.#optional(name, value => (isObject(value) ? value : null))
  }

  /** The usable entries of an optional list; an entry that maps to null is dropped. */
  list<T>(name: string, entry: (value: unknown) => T | null): T[] {
    const values = this.#optional(name, value => (Array.isArray(value) ? (value as unknown[]) : null)) ?? []
    return values.flatMap(value => this.#counted(entry(value)) ?? [])
  }

  /** Whether there is more in the place of an optional list than so many usable entries; what is no list has none. */
  hasMore(name: string, usable: number): boolean {
    const value = this.#fields[name] ?? null
    return value !== null && !(Array.isArray(value) && value.length === usable)
  }

  /** An object inside an optional list, null where the entry is none. */
  inner(value: unknown): WireObject | null {
    return isObject(value) ? new WireObject(value, this.#where, this.#tally) : null
  }

  drop(count: number): void {
    this.#tally.invalidCount += count
  }

  /** Whether there is no time: nothing, or the zero time. */
  #isNone(name: string): boolean {
    const value = this.#fields[name] ?? null
    return value === null || (typeof value === 'string' && isNoTime(value))
  }

  #optional<T>(name: string, read: (value: unknown) => T | null): T | null {
    const value = this.#fields[name]
    return value === undefined || value === null ? null : this.#counted(read(value))
  }

  #counted<T>(value: T | null): T | null {
    if (value === null) this.drop(1)
    return value
  }

  #broken(name: string): never {
    return malformed(this.#tally.answer, this.#where ? `${this.#where}.${name}` : name)
  }
}

const timeOf = (value: unknown) => (typeof value === 'string' ? parseTime(value) : null)

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asIncremental = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null

// Half a surrogate pair fits into no address: encoding it throws.
export const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

const asId = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? wellFormed(value) : Number.isSafeInteger(value) ? String(value) : null
