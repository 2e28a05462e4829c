/** The first of some instants that comes after t, epoch milliseconds; null where none does. */
export function firstAfter(instants: Iterable<number>, t: number): number | null {
  let next = Infinity
  for (const instant of instants) if (instant > t && instant < next) next = instant
  return next === Infinity ? null : next
}

/** The earliest of some instants, epoch milliseconds; null where one of them is not known, or there is none. */
export function earliest(instants: readonly (number | null)[]): number | null {
  return instants.length && !instants.includes(null) ? Math.min(...(instants as number[])) : null
}
