/** A list as the server gave it. `dropped` counts the broken optional parts that were left out of it. */
export interface Reading<T> {
  readonly items: readonly T[]
  readonly dropped: number
}
