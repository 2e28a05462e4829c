interface MonthTick {
  /** Its short name; with the year in January. */
  readonly month: string
  /** Of its first day among those that are shown. */
  readonly index: number
}

/**
 * Where months begin among consecutive days. The month in which the first day lies is named too, where it has the room.
 * @param dates calendar dates, `2026-03-29`, oldest first
 * @param room so many days a name takes
 */
export function monthTicks(
  dates: readonly string[],
  { locale, room }: { readonly locale: string; readonly room: number },
): MonthTick[] {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const [short, withYear] = [format({ month: 'short' }), format({ month: 'short', year: 'numeric' })]
  const begins = dates.flatMap((date, index) => (index === 0 || date.endsWith('-01') ? [{ date, index }] : []))
  return begins
    .filter(({ index }, at) => (begins[at + 1]?.index ?? dates.length) - index >= room)
    .map(({ date, index }) => ({
      month: (date.slice(5, 7) === '01' ? withYear : short).format(Date.parse(`${date.slice(0, 7)}-01T00:00:00Z`)),
      index,
    }))
}
