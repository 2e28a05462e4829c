import type { DateOrder } from '@/domain/time/typedTime'

const SAMPLE = Date.UTC(2026, 2, 10)
const partsOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' }).formatToParts(SAMPLE)

/** In which order a language writes day, month and year. */
export function dateOrder(locale: string): DateOrder {
  const order = partsOf(locale)
    .map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as string] ?? '')
    .join('')
  return order === 'mdy' || order === 'ymd' ? order : 'dmy'
}

/** A date (`2026-03-10`) in figures as the language writes it: `10.03.2026`. */
export function writeDate(date: string, locale: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return partsOf(locale)
    .map(({ type, value }) => ({ year, month, day })[type as string] ?? value)
    .join('')
}
