/** Days of the week as a language's calendars have them: 1 = Monday to 7 = Sunday. */

interface WeekLocale extends Intl.Locale {
  readonly weekInfo?: { readonly firstDay: number }
  getWeekInfo?(): { readonly firstDay: number }
}

/** The first day of the week; Monday (ISO 8601) where the browser does not know it. */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as WeekLocale
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}

/** Their names in order from the first one on. */
export function weekdayNames(locale: string, first: number): { readonly long: string; readonly short: string }[] {
  const name = (weekday: 'long' | 'short') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  const [long, short] = [name('long'), name('short')]
  return Array.from({ length: 7 }, (_, index) => {
    // The fifth of January 1970 was a Monday.
    const instant = Date.UTC(1970, 0, 4 + first + index)
    return { long: long.format(instant), short: short.format(instant) }
  })
}
