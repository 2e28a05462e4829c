/** For sorting, ascending. By signs alone: Infinity - Infinity is NaN. */
export const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
