import { isolated } from '@/domain/characters'
import { formatText, type Texts } from './formatText'
import type { Language, MessageKey } from './messages'
import { createDataNames, type DataNames, type DataTranslations } from './dataTranslations'

/** The page's own words in one language; what stands in them keeps its direction to itself. Keys are checked by the compiler. */
export interface Translator {
  t(key: MessageKey, values?: Texts): string
  /** Chooses the plural form by `count`, which the text reads as {n} (and may read under another name in `values`). */
  tn(key: MessageKey, count: number, values?: Texts): string
  /** What the server's own names are called here. */
  readonly dataNames: DataNames
}

/**
 * @param language asked each time, since visitors change it
 * @param textOf the text with its `{names}`; a key that has none is shown itself
 * @param translations of the names that the server gives
 */
export function createTranslator(
  language: () => Language,
  textOf: (key: MessageKey) => string | undefined,
  translations: DataTranslations = {},
): Translator {
  const say = (key: MessageKey, values: Texts, count?: number) =>
    formatText(textOf(key) ?? key, isolatedTexts(values), language(), count)
  return {
    t: (key, values = {}) => say(key, values),
    tn: (key, count, values = {}) => say(key, { n: count, ...values }, count),
    dataNames: createDataNames(translations, language),
  }
}

const isolatedTexts = (values: Texts): Texts =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]))
