import { onceEach } from '@/domain/incident/versions'
import { timingAt } from '@/domain/incident/moment'
import type { Incident } from '@/domain/incident/incident'
import type { Language } from '@/i18n/messages'
import type { Format } from '@/i18n/timeFormat'
import type { Translator } from '@/i18n/translator'
import { fileFormat, translatorOf } from '@/cli/words'
import type { Publication } from './publication'

/** How files are worded that are read at any time: nothing in them counts from now. */
export interface FileReader {
  readonly language: Language
  readonly speech: Translator
  /** In the zone of the configuration; dates always have their year. */
  readonly format: Format
  /** Of components, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The instant of which incidents are told, epoch milliseconds: when they were read, since nobody knows more. */
  readonly at: number
}

export function fileReader({ open, writtenAt }: Publication): FileReader {
  const { config } = open.provider
  const language = config.languages[0]!
  const at = open.store.parts.incidents.readAt ?? writtenAt
  return {
    language,
    speech: translatorOf(config, language),
    format: fileFormat(language, open.zone, at),
    names: new Map(open.store.components.map(({ id, name }) => [id, name])),
    at,
  }
}

/** Each id once; where a server lists several, one that is not over. */
export function eachIncident({ incidents }: Pick<Publication, 'incidents'>, at: number): readonly Incident[] {
  const isOver = (incident: Incident) => ['ended', 'invalid'].includes(timingAt(incident, at))
  const chosen = new Set(onceEach([...incidents.filter(one => !isOver(one)), ...incidents.filter(isOver)]))
  return incidents.filter(incident => chosen.has(incident))
}
