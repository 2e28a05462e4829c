import { formatText, type Texts } from '@/i18n/formatText'
import { widgetTexts, type WordLanguage } from './texts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Texts, and instants (epoch milliseconds) in words, in the zone of the visitor, which every time names; as the status page writes them. */
export interface Format {
  time(instant: number): string
  ago(instant: number): string
  text(text: string, values: Texts): string
  /** What a severity is called here. */
  severity(name: string): string
}

/**
 * @param now epoch milliseconds
 * @param names of severities, by those of the server
 */
export function createFormat(language: WordLanguage, now: number, names?: ReadonlyMap<string, string>): Format {
  const locale = language === 'en' ? 'en-GB' : language
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' })
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
  const day = { day: 'numeric', month: 'short' } as const
  const isSame = (options: Intl.DateTimeFormatOptions, instant: number) =>
    format(options).format(instant) === format(options).format(now)
  return {
    text: (text, values) => formatText(text, values, language),
    severity: name => names?.get(name) || name,
    time(instant) {
      if (!isSame({ year: 'numeric' }, instant)) return format({ ...clock, ...day, year: 'numeric' }).format(instant)
      const isToday = isSame({ year: 'numeric', month: '2-digit', day: '2-digit' }, instant)
      return format(isToday ? clock : { ...clock, ...day, weekday: 'short' }).format(instant)
    },
    ago(instant) {
      const ms = instant - now
      const size = Math.abs(ms)
      if (size < MINUTE) return widgetTexts[language].element.justNow
      const relative = new Intl.RelativeTimeFormat(locale)
      if (size >= 2 * DAY) return relative.format(Math.trunc(ms / DAY), 'day')
      if (size >= 2 * HOUR) return relative.format(Math.trunc(ms / HOUR), 'hour')
      return relative.format(Math.trunc(ms / MINUTE), 'minute')
    },
  }
}
