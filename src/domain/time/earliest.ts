/** The earliest of some instants, epoch milliseconds; null where one of them is not known, or there is none. */
export function earliest(instants: readonly (number | null)[]): number | null {
  return instants.length && !instants.includes(null) ? Math.min(...(instants as number[])) : null
}
