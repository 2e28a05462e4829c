import type { Publication } from '@/cli/publish/publication'
import type { Incident } from '@/domain/incident/incident'
import type { Language } from '@/i18n/messages'
import type { Config } from '@/config/schema'
import type { ViewContext } from '@/statusView/model/viewContext'
import { safeFileName } from '@/cli/publish/fileName'
import { fileFormat, translatorOf } from '@/cli/words'
import { colorNames } from './colors'

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

export function publishedViewer({ open, writtenAt, incidents }: Publication): PublishedViewer {
  const { config } = open.provider
  const language = config.languages[0] ?? 'en'
  const { zone } = open
  const published = new Set(incidents.map(({ id }) => id))
  return {
    config,
    language,
    zone,
    readAt: open.store.confirmedAt,
    names: new Map(open.store.components.map(({ id, name }) => [id, name])),
    now: writtenAt,
    colors: colorNames(config),
    speech: translatorOf(config, language),
    format: fileFormat(language, zone, writtenAt),
    incidentHref({ id }) {
      const name = published.has(id) ? safeFileName(id) : null
      return name === null ? '' : `${incidentFolder(name)}/`
    },
  }
}

/** @param name as `safeFileName` gives it */
export const incidentFolder = (name: string): string => `incidents/${name}`
