import type { OpenStatus } from '@/cli/openStatus'
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
import { formatLocales, type Language } from '@/i18n/messages'
import { createFormat, type Format } from '@/i18n/timeFormat'
import { createTranslator, type Translator } from '@/i18n/translator'
import type { ViewContext } from '@/statusView/model/viewContext'

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

/**
 * Times in files, which are read on other days as well: none leaves out its date and its year, as those of today do on the page.
 * @param zone IANA name
 * @param at the instant of which they are told, epoch milliseconds
 */
export const fileFormat = (language: Language, zone: string, at: number): Format =>
  createFormat({ locale: () => formatLocales[language], zone: () => zone, now: () => at, today: () => 0 })

/**
 * The words and times of the page, for the models of the status. Without colours: what they are written in has its own.
 * @param zone IANA name
 * @param at the past instant that is told of, epoch milliseconds; null = now, which moves on
 */
export function viewContextOf(
  { provider, clock }: Pick<OpenStatus, 'provider' | 'clock'>,
  language: Language,
  zone: string,
  at: number | null = null,
): ViewContext {
  const present = () => clock.now.value
  const now = () => at ?? present()
  return {
    speech: translatorOf(provider.config, language),
    format: createFormat({ locale: () => formatLocales[language], zone: () => zone, now, today: present }),
    colors: {},
    get now() {
      return now()
    },
    get present() {
      return present()
    },
  }
}
