import { onceEach } from '@/domain/incident/versions'
import { timingAt } from '@/domain/incident/moment'
import type { Incident } from '@/domain/incident/incident'
import { formatLocales, type Language } from '@/i18n/messages'
import { createFormat, type Format } from '@/i18n/timeFormat'
import type { Translator } from '@/i18n/translator'
import { translatorOf } from '@/cli/texts'
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

export function fileReader({ open, writtenAt }: Publication): FileReader {
  const { config } = open.provider
  const language = config.languages[0]!
  const speech = translatorOf(config, language)
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
