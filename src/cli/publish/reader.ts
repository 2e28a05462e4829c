import de from '@/i18n/de.json'
import en from '@/i18n/en.json'
import fr from '@/i18n/fr.json'
import { onceEach } from '@/domain/incident/versions'
import { timingAt } from '@/domain/incident/moment'
import type { Incident } from '@/domain/incident/incident'
import { flatTexts } from '@/i18n/formatText'
import { formatLocales, type Language, type MessageKey } from '@/i18n/messages'
import { createFormat, type Format } from '@/i18n/timeFormat'
import { createTranslator, type Translator } from '@/i18n/translator'
import type { OpenStatus } from '@/cli/openStatus'
import type { Publication } from './publication'

/** How files are worded that are read at any time: nothing in them counts from now. */
export interface FileReader {
  readonly language: Language
  readonly speech: Translator
  /** In the zone of the configuration; dates always have their year. */
  readonly format: Format
  /** The instant of which incidents are told, epoch milliseconds: when they were read, since nobody knows more. */
  readonly at: number
}

const texts = new Map<Language, ReadonlyMap<MessageKey, string>>(
  Object.entries({ de, en, fr }).map(([language, messages]) => [
    language as Language,
    new Map(flatTexts(messages)) as ReadonlyMap<MessageKey, string>,
  ]),
)

/** The first language of the configuration. */
function speechOf({ provider: { config } }: Pick<OpenStatus, 'provider'>): { language: Language; speech: Translator } {
  const language = config.languages[0]!
  return {
    language,
    speech: createTranslator(
      () => language,
      key => texts.get(language)!.get(key),
      config,
    ),
  }
}

export function fileReader({ open, writtenAt }: Publication): FileReader {
  const { language, speech } = speechOf(open)
  const at = open.store.parts.incidents.readAt ?? writtenAt
  // Seen from any other year, a time names its own.
  const today = () => 0
  return {
    language,
    speech,
    format: createFormat({ locale: () => formatLocales[language], zone: () => open.zone, now: () => at, today }),
    at,
  }
}

/** Each id once; where a server lists several, one that is not over. */
export function eachIncident({ incidents }: Pick<Publication, 'incidents'>, at: number): readonly Incident[] {
  const isOver = (incident: Incident) => ['ended', 'invalid'].includes(timingAt(incident, at))
  const chosen = new Set(onceEach([...incidents.filter(one => !isOver(one)), ...incidents.filter(isOver)]))
  return incidents.filter(incident => chosen.has(incident))
}
