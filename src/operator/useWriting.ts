import { isolated } from '@/domain/characters'
import type { Incident } from '@/domain/incident/incident'
import { hasOutage } from '@/domain/incident/moment'
import type { LocalizedText } from '@/config/schema'
import type { Texts } from '@/i18n/formatText'
import { formatLocales } from '@/i18n/messages'
import { writtenText, type WrittenText } from '@/i18n/writing'
import { localizedText } from '@/i18n/dataTranslations'
import type { Provider } from '@/stores/provider'

/**
 * What the page writes for operators, in the configured language: readers get it from everybody alike, whatever language the one
 * reads who publishes it.
 */
export function useWriting({ config }: Pick<Provider, 'config'>) {
  const language = config.writingLanguage ?? config.languages[0]!
  const locale = formatLocales[language]
  const write = (key: WrittenText, values: Texts = {}): string =>
    writtenText(
      language,
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
      ),
    )
  return {
    language,
    /** For dates and numbers in what is written. */
    locale,
    write,
    list: (names: readonly string[]) => new Intl.ListFormat(locale).format(names),
    localized: (text: LocalizedText) => localizedText(text, language),
    /** What an incident is called where its title is written down elsewhere. */
    titleOf: (incident: Pick<Incident, 'title' | 'impacts'>) =>
      incident.title || write(hasOutage(incident) ? 'untitled' : 'untitledMaintenance'),
  }
}
