import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { daysUntil, type Day } from '@/domain/time/calendar'
import type { Display } from './display'

/** The calendar days of the zone that end with today, oldest first: the very same ones until the day is over. */
export function useLastDays(
  count: MaybeRefOrGetter<number>,
  { now, zone }: Pick<Display, 'now' | 'zone'>,
): ComputedRef<readonly Day[]> {
  let madeFor = ''
  return computed<readonly Day[]>(before => {
    const wanted = `${toValue(count)} ${zone.value}`
    const today = before?.at(-1)
    if (today && madeFor === wanted && today.start <= now.value && now.value < today.end) return before!
    madeFor = wanted
    return daysUntil(now.value, zone.value, toValue(count))
  })
}
