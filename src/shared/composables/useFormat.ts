import { createFormat, type Format } from '@/look/timeFormat'
import { useDisplay } from './display'

/** Instants, days and durations as this visitor reads them, in the display zone. */
export function useFormat(): Format {
  const { zone, locale, now } = useDisplay()
  return createFormat({ zone: () => zone.value, locale: () => locale.value, now: () => now.value })
}
