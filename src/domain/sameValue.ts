/** Whether two values of plain data (no cycles, no class but Object and Array) say the same. Of objects the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => sameValue(one, b[index]))
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return keys.every(key => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
}

/**
 * A list as it is now, in which every item that says the same as before is the very object of before; the list itself is the one
 * of before where nothing changed. So who keeps what was made of an item need not make it anew. Linear.
 */
export function withKnown<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  if (sameItems(before, now)) return before
  const known = new Map(before.map(item => [item.id, item]))
  const items = now.map(item => {
    const old = known.get(item.id)
    return old && sameValue(old, item) ? old : item
  })
  return sameItems(before, items) ? before : items
}

/** Whether two lists hold the very same things in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => Object.is(item, b[index])))
}
