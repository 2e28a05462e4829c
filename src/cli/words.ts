import { flatTexts } from '@/i18n/formatText'
import de from '@/i18n/de.json'
import dePast from '@/i18n/de.past.json'
import en from '@/i18n/en.json'
import enPast from '@/i18n/en.past.json'
import fr from '@/i18n/fr.json'
import frPast from '@/i18n/fr.past.json'
import { formatLocales, type Language } from '@/i18n/messages'
import { createFormat } from '@/i18n/timeFormat'
import { createTranslator } from '@/i18n/translator'
import type { ViewContext } from '@/statusView/model/viewContext'
import type { OpenStatus } from '@/cli/openStatus'

/** All at once: nobody waits for them here. */
const FILES: Readonly<Record<Language, readonly object[]>> = { en: [en, enPast], de: [de, dePast], fr: [fr, frPast] }

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
  const texts = new Map(FILES[language].flatMap(file => flatTexts(file)))
  const present = () => clock.now.value
  const now = () => at ?? present()
  return {
    speech: createTranslator(
      () => language,
      key => texts.get(key),
      provider.config,
    ),
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
