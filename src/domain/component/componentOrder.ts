import type { ServiceComponent } from './component'
import { orderOf, UNORDERED } from './grouping'

// Room for nine more between two neighbours before any other component has to change.
const STEP = 10

/**
 * The order numbers to write so that components come in another order: as few components as can be, whole numbers, spaced so
 * that later moves change few as well (ours).
 * @param listed in the order that holds now: by number, those without one last
 * @param wanted the same components in the order that is to be
 * @returns new numbers by component id, in the wanted order
 */
export function orderChanges(
  listed: readonly ServiceComponent[],
  wanted: readonly ServiceComponent[],
  orderLabel: string,
): ReadonlyMap<string, number> {
  const places = new Map(listed.map(({ id }, place) => [id, place]))
  const keeps = longestRise(wanted.map(({ id }) => places.get(id)!))
  const numbers = wanted.map(component => orderOf(component, orderLabel))
  const changes = new Map<string, number>()
  for (let from = 0; from < wanted.length;) {
    if (keeps[from]) {
      from++
      continue
    }
    let [start, end] = [from, from]
    while (end < wanted.length && !keeps[end]) end++
    // Where there is no room between the neighbours, they move as well.
    let room = roomBetween(numberAt(start - 1), end < wanted.length ? numbers[end]! : UNORDERED, end - start)
    while (!room) {
      if (end < wanted.length && numberAt(start - 1) < UNORDERED)
        do end++
        while (end < wanted.length && !keeps[end])
      else
        do start--
        while (start > 0 && !keeps[start - 1])
      room = roomBetween(numberAt(start - 1), end < wanted.length ? numbers[end]! : UNORDERED, end - start)
    }
    room.forEach((number, index) => {
      const place = start + index
      // What had this number all along is not written.
      if (number === orderOf(wanted[place]!, orderLabel)) changes.delete(wanted[place]!.id)
      else changes.set(wanted[place]!.id, number)
      numbers[place] = number
      keeps[place] = true
    })
    from = end
  }
  return new Map(wanted.flatMap(({ id }) => (changes.has(id) ? [[id, changes.get(id)!] as const] : [])))

  function numberAt(place: number): number {
    return place < 0 ? 0 : numbers[place]!
  }
}

/** `count` rising whole numbers strictly between two; null where there is no room for them. */
function roomBetween(low: number, high: number, count: number): number[] | null {
  if (low >= UNORDERED) return null
  const first = Math.floor(low) + 1
  if (high >= UNORDERED) return Array.from({ length: count }, (_, index) => Math.floor(low) + STEP * (index + 1))
  const free = Math.ceil(high) - first
  if (free < count) return null
  return Array.from({ length: count }, (_, index) => first + Math.floor(((index + 0.5) * free) / count))
}

/** Which of some distinct numbers make up a longest rising sequence: n log n. */
function longestRise(values: readonly number[]): boolean[] {
  const tails: number[] = []
  const before: number[] = []
  values.forEach((value, place) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before[place] = tails[low - 1] ?? -1
    tails[low] = place
  })
  const rises = values.map(() => false)
  for (let place = tails.at(-1) ?? -1; place >= 0; place = before[place]!) rises[place] = true
  return rises
}
