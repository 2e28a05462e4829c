import type { ApiErrorKind } from '@/domain/apiError'
import type { Level } from '@/domain/severity/severity'
import type { Format } from './format'
import { widgetTexts, type WordLanguage } from './texts'

/** The words of an element: the page's own, and those that only elements say. */
export type Words = (typeof widgetTexts)[WordLanguage]

/** The language of words for a language tag; English where there are none. */
export function languageOf(tag: string): WordLanguage {
  const code = tag.slice(0, 2).toLowerCase()
  return Object.hasOwn(widgetTexts, code) ? (code as WordLanguage) : 'en'
}

/** The word for a state: the server's own where it has one, as it is called here. */
export function levelWord(text: Words, { kind, name, lastKnown }: Level, format: Format): string {
  const { level } = text
  if (lastKnown) return format.text(level.lastKnown, { level: levelWord(text, lastKnown.level, format) })
  if (kind === 'operational' || kind === 'unknown') return level[kind]
  return (name && format.severity(name)) || level[kind === 'maintenance' ? kind : 'unknown']
}

/** Why a read failed, in fewer words than the page has: each counts here. */
export const errorWord = ({ element }: Words, kind: ApiErrorKind): string =>
  element[kind === 'timeout' ? 'network' : kind === 'network' || kind === 'tooManyRequests' ? kind : 'unusable']
