import type { Incident } from '@/domain/incident/incident'
import { incidentLevel } from '@/domain/incident/moment'
import { incidentTitle } from '@/statusView/model/incidentWords'
import { levelName } from '@/statusView/model/levelName'
import { headlineOf } from '@/statusView/model/verdictWords'
import { safeFileName } from './fileName'
import { sentence, staleBanner, timeOf } from './page/asOf'
import { configuredPage, publishedPage, type PublishedDocument, type PublishedSite } from './page/document'
import { drawIncidentPage } from './page/incident'
import { drawStatus, publishedBanner } from './page/status'
import { incidentFolder, publishedViewer, type PublishedViewer } from './page/viewer'
import type { Publication } from './publication'

/** The pages of a build as it left them, before any status was in them. */
export interface PageTemplates {
  /** `index.html` */
  readonly index: string
  /** `404.html`; null = the build has none. */
  readonly notFound: string | null
}

/**
 * The pages of a site with the status in them, readable without scripts; where there are some, the page takes over. Nothing is read
 * or written here.
 * @returns HTML by file names below the folder of the site, with slashes: `index.html`, `404.html` (if there is one, without a status),
 * and `incidents/<name>/index.html` of each published incident whose id can be a name. Throws where the template is no page of a build.
 */
export function publishedPages(
  publication: Publication,
  { index, notFound }: PageTemplates,
  site: PublishedSite,
): ReadonlyMap<string, string> {
  const viewer = publishedViewer(publication)
  const write = (page: PublishedDocument) => publishedPage(index, site, viewer, page)
  const pages = new Map<string, string>()
  for (const incident of publication.incidents) {
    const name = safeFileName(incident.id)
    if (name !== null)
      pages.set(`${incidentFolder(name)}/index.html`, write(incidentDocument(viewer, publication, site, incident)))
  }
  if (notFound !== null) pages.set('404.html', configuredPage(notFound, site))
  // Last, as it is written: what it links to is there.
  return pages.set('index.html', write(statusDocument(viewer, publication, site)))
}

const tabOf = (words: string, { config }: PublishedSite) => `${words} – ${config.title}`

const staleOf = (viewer: PublishedViewer, site: PublishedSite) => ({
  readAt: viewer.readAt,
  staleAfterSeconds: viewer.config.staleAfterSeconds,
  title: tabOf(staleBanner(viewer).title, site),
})

/** That what is told in a preview was true then. */
const dated = (viewer: PublishedViewer, words: readonly string[]) => {
  const { t } = viewer.speech
  const time = timeOf(viewer)
  return [...words, time === null ? t('app.neverRead') : t('published.of', { time })].filter(Boolean).map(sentence).join(' ')
}

function statusDocument(viewer: PublishedViewer, publication: Publication, site: PublishedSite): PublishedDocument {
  const banner = publishedBanner(viewer, publication)
  const headline = headlineOf(viewer.speech, publication.open.store.summary)
  return {
    title: site.config.title,
    description: dated(viewer, [banner.title, ...banner.paragraphs]),
    tab: tabOf(headline, site),
    toRoot: '',
    path: '',
    stale: staleOf(viewer, site),
    draw: () => drawStatus(viewer, publication, site.config),
  }
}

function incidentDocument(
  viewer: PublishedViewer,
  publication: Publication,
  site: PublishedSite,
  incident: Incident,
): PublishedDocument {
  const title = incidentTitle(viewer.speech, incident)
  const level = levelName(viewer.speech, incidentLevel(incident, publication.open.store.scale))
  return {
    title,
    description: dated(viewer, [level, shortened(incident.description)]),
    tab: tabOf(title, site),
    toRoot: '../../',
    path: viewer.incidentHref(incident),
    stale: staleOf(viewer, site),
    draw: () => drawIncidentPage(viewer, publication, site.config, incident),
  }
}

// No preview shows more.
const MOST_LETTERS = 200
const shortened = (text: string) => {
  const line = text
    .slice(0, 4 * MOST_LETTERS)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line
}
