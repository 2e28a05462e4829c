import { withKnown } from '@/domain/sameValue'
import type { ParsedList } from '@/domain/status/parsedList'

/** What is kept of a reading beside what it says. */
export type ReadFacts = Pick<ParsedList<unknown>, 'invalidCount' | 'ageMs'>

/** Takes over what an answer says anew; what says the same as before stays, so that a refresh that changed nothing renders nothing. */
export function reuseIdentity<T extends { readonly id: string }>(
  target: { value: readonly T[] },
  reading: ParsedList<T>,
): ReadFacts {
  target.value = withKnown(target.value, reading.items)
  return reading
}
