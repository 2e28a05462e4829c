import { computed } from 'vue'
import { useDisplay } from './display'

/** A calendar month, `2026-03`, in words. Months have no zone any more. */
export function useMonthName(): (month: string) => string {
  const { locale } = useDisplay()
  const format = computed(() => new Intl.DateTimeFormat(locale.value, { month: 'long', year: 'numeric', timeZone: 'UTC' }))
  return month => {
    const instant = Date.parse(`${month}-01T00:00:00Z`)
    return Number.isNaN(instant) ? month : format.value.format(instant)
  }
}
