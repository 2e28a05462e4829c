import { formatLocales, type Language } from '@/i18n/messages'
import { createFormat } from '@/i18n/timeFormat'
import type { ViewContext } from '@/statusView/model/viewContext'
import type { OpenStatus } from '@/cli/openStatus'
import { translatorOf } from '@/cli/texts'

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
