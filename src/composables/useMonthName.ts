import { computed } from 'vue'
import { useDisplay } from './display'

/** A calendar month, `2026-03`, in words, shortened on demand. Months have no zone any more. */
export function useMonthName(): (month: string, isShort?: boolean) => string {
  const { locale } = useDisplay()
  const formats = computed(() =>
    (['long', 'short'] as const).map(month => new Intl.DateTimeFormat(locale.value, { month, year: 'numeric', timeZone: 'UTC' })),
  )
  return (month, isShort = false) => {
    const instant = Date.parse(`${month}-01T00:00:00Z`)
    return Number.isNaN(instant) ? month : formats.value[isShort ? 1 : 0]!.format(instant)
  }
}
