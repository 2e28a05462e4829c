/** A list as the server gave it. */
export interface ParsedList<T> {
  readonly items: readonly T[]
  /** How many broken optional parts were left out of it. */
  readonly invalidCount: number
  /** How old the answer already was when it came, milliseconds: a cache gave it, and says so. Missing where none does. */
  readonly ageMs?: number
}
