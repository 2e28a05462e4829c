import type { Publication } from '@/cli/publish/publication'
import type { Incident } from '@/domain/incident/incident'
import de from '@/i18n/de.json'
import publishedDe from '@/i18n/de.published.json'
import en from '@/i18n/en.json'
import publishedEn from '@/i18n/en.published.json'
import { flatTexts } from '@/i18n/formatText'
import fr from '@/i18n/fr.json'
import publishedFr from '@/i18n/fr.published.json'
import { formatLocales, type Language } from '@/i18n/messages'
import { createFormat } from '@/i18n/timeFormat'
import { createTranslator } from '@/i18n/translator'
import type { Config } from '@/config/schema'
import type { ViewContext } from '@/statusView/model/viewContext'
import { safeFileName } from '@/cli/publish/fileName'
import { colorNames } from './colors'

const textsOf = (...parts: readonly object[]) => new Map<string, string>(parts.flatMap(part => flatTexts(part)))
const TEXTS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: textsOf(en, publishedEn),
  de: textsOf(de, publishedDe),
  fr: textsOf(fr, publishedFr),
}

/** Whoever reads a published page, in the first language of the configuration and in the zone of the publisher. */
export interface PublishedViewer extends ViewContext {
  readonly config: Config
  readonly language: Language
  /** IANA name. */
  readonly zone: string
  /** When what is published was read, epoch milliseconds; null = never. */
  readonly readAt: number | null
  /** Of components, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The page of an incident, from the folder of the site; empty = it has none. */
  readonly incidentHref: (incident: Pick<Incident, 'id'>) => string
}

/** A file is read on other days as well: no time leaves out its date and its year, as those of today do on the page. */
const NO_DAY_OF_THESE = Date.UTC(1970, 0, 1)

export function publishedViewer({ open, writtenAt, incidents }: Publication): PublishedViewer {
  const { config } = open.provider
  const language = config.languages[0] ?? 'en'
  const zone = open.zone === 'utc' ? 'UTC' : open.zone
  const published = new Set(incidents.map(({ id }) => id))
  return {
    config,
    language,
    zone,
    readAt: open.store.confirmedAt,
    names: new Map(open.store.components.map(({ id, name }) => [id, name])),
    now: writtenAt,
    colors: colorNames(config),
    speech: createTranslator(
      () => language,
      key => TEXTS[language].get(key),
      config,
    ),
    format: createFormat({
      locale: () => formatLocales[language],
      zone: () => zone,
      now: () => writtenAt,
      today: () => NO_DAY_OF_THESE,
    }),
    incidentHref({ id }) {
      const name = published.has(id) ? safeFileName(id) : null
      return name === null ? '' : `${incidentFolder(name)}/`
    },
  }
}

/** @param name as `safeFileName` gives it */
export const incidentFolder = (name: string): string => `incidents/${name}`
