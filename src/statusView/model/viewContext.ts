import type { Level } from '@/domain/severity/severity'
import type { Translator } from '@/i18n/translator'
import type { Format } from '@/i18n/timeFormat'

/** Who sees the status: in which words, times and colours, and when. */
export interface ViewContext {
  readonly speech: Translator
  readonly format: Format
  /** Of severities that the configuration colours, by name. */
  readonly colors: Readonly<Record<string, string>>
  /** Epoch milliseconds. */
  readonly now: number
  /** Where `now` is a past instant, the present: what has ended by then is no expectation any more. */
  readonly present?: number
}

/** The configured colour of a level, as the property that shapes, words and bars read. */
export function levelStyle(colors: ViewContext['colors'], { name }: Level): Record<string, string> | undefined {
  return name !== null && Object.hasOwn(colors, name) ? { '--level': colors[name]! } : undefined
}
