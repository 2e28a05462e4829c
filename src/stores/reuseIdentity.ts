import { withKnown } from '@/domain/sameValue'
import type { Reading } from '@/domain/status/parsedList'

/** What is kept of a reading beside what it says. */
export type ReadFacts = Pick<Reading<unknown>, 'dropped' | 'ageMs'>

/** Takes over what an answer says anew; what says the same as before stays, so that a refresh that changed nothing renders nothing. */
export function keep<T extends { readonly id: string }>(target: { value: readonly T[] }, reading: Reading<T>): ReadFacts {
  target.value = withKnown(target.value, reading.items)
  return reading
}
