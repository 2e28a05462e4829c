import type { Config } from '@/config/schema'
import { flatTexts } from '@/i18n/formatText'
import de from '@/i18n/de.json'
import dePast from '@/i18n/de.past.json'
import dePublished from '@/i18n/de.published.json'
import en from '@/i18n/en.json'
import enPast from '@/i18n/en.past.json'
import enPublished from '@/i18n/en.published.json'
import fr from '@/i18n/fr.json'
import frPast from '@/i18n/fr.past.json'
import frPublished from '@/i18n/fr.published.json'
import type { Language } from '@/i18n/messages'
import { createTranslator, type Translator } from '@/i18n/translator'

const textsOf = (...parts: readonly object[]) => new Map<string, string>(parts.flatMap(part => flatTexts(part)))

/** All at once: nobody waits for them here. */
const TEXTS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: textsOf(en, enPast, enPublished),
  de: textsOf(de, dePast, dePublished),
  fr: textsOf(fr, frPast, frPublished),
}

/** The words of the page in a language, for the models of the status and for what is published. */
export const translatorOf = (config: Config, language: Language): Translator =>
  createTranslator(
    () => language,
    key => TEXTS[language].get(key),
    config,
  )
