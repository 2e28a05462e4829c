import { computed, type ComputedRef, type Ref } from 'vue'
import { createFormat, type Format } from '@/i18n/timeFormat'
import { useDisplay } from './display'

// Days of every zone begin at a quarter of an hour.
const QUARTER_MS = 15 * 60_000
const quarters = new WeakMap<Readonly<Ref<number>>, ComputedRef<number>>()

/** An instant of the same day in every zone that changes seldom, so that a minute does not format every date of a page anew. */
function quarterOf(now: Readonly<Ref<number>>): ComputedRef<number> {
  const quarter = quarters.get(now) ?? computed(() => Math.floor(now.value / QUARTER_MS) * QUARTER_MS)
  quarters.set(now, quarter)
  return quarter
}

/** Instants, days and durations as this visitor reads them, in the display zone. */
export function useFormat(): Format {
  const { zone, locale, now } = useDisplay()
  const quarter = quarterOf(now)
  return createFormat({ zone: () => zone.value, locale: () => locale.value, now: () => now.value, today: () => quarter.value })
}
