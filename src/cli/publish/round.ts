import { manifestOf } from '@/build/configure/documentHead'
import { MANIFEST } from '@/build/configure/referencedFiles'
import type { Language } from '@/i18n/messages'
import type { ApiError } from '@/domain/apiError'
import { allGoingOn } from '@/domain/incident/moment'
import { STATUS_PARTS } from '@/domain/status/verdict'
import { monthFile, monthText, snapshotText } from '@/stores/snapshot/snapshotFile'
import type { OpenStatus } from '@/cli/openStatus'
import { safeJson } from '@/cli/plainText'
import { statusReport } from '@/cli/status/statusReport'
import { viewContextOf } from '@/cli/words'
import { badgeFiles } from './badge'
import { maintenanceCalendar } from './calendar'
import { feeds } from './feeds'
import { monthReader } from './monthReader'
import { publishedPages, type PageTemplates } from './page'
import type { PublishedSite } from './page/document'
import { publishedIncidents, updateReader, type Publication } from './publication'
import { snapshotOf } from './snapshotOf'

/** The build that is published, and what it is configured with. */
export interface Site extends PublishedSite {
  readonly templates: PageTemplates
  readonly language: Language
  /** How many months of history lie beside the window that the page loads first. */
  readonly months: number
}

export interface Round {
  /** By their names below the folder, the first page last; null = nothing was ever read, so there is nothing to be published. */
  readonly files: ReadonlyMap<string, string> | null
  /** Why the newest attempt did not read everything; empty = it did. */
  readonly problems: readonly string[]
  /** When what is published was read, epoch milliseconds. */
  readonly readAt: number | null
}

/** Reads and draws, once a call; writes nothing. What is known between two rounds is kept. */
export function rounds(open: OpenStatus, site: Site): () => Promise<Round> {
  const readUpdates = updateReader(open)
  const readMonths = monthReader(open, site.months)
  const told = { context: viewContextOf(open, site.language, open.zone), language: site.language }

  return async () => {
    const { store, clock } = open
    const attemptedAt = clock.read()
    await store.refresh()
    clock.touch()
    const problems = store.failures.map(
      ({ part, error, invalidCount }) => `${part}: ${error ? reasonOf(error) : `${invalidCount} entries could not be read`}`,
    )
    const isReachable = STATUS_PARTS.some(part => !store.parts[part].error)
    const incidents = publishedIncidents(open)
    const updatesOf = await readUpdates(isReachable ? incidents : [], new Set(allGoingOn(store.moment).map(({ id }) => id)))
    const months = isReachable && store.loadedWindow ? await readMonths(store.loadedWindow.start) : new Map<string, never>()
    const publication: Publication = { open, writtenAt: clock.read(), attemptedAt, incidents, updatesOf }
    const snapshot = snapshotOf(publication, [...months.keys()])
    if (!snapshot) return { files: null, problems, readAt: null }
    const { atom, json } = feeds(publication)
    const files = new Map<string, string>([
      ...[...months].map(([name, month]) => [monthFile(name), monthText(month)] as const),
      ['config.json', `${JSON.stringify(site.input, null, 2)}\n`] as const,
      [MANIFEST, `${JSON.stringify(manifestOf(site.config), null, 2)}\n`] as const,
      ['feed.atom', atom] as const,
      ['feed.json', json] as const,
      ['maintenance.ics', maintenanceCalendar(publication)] as const,
      ...badgeFiles(publication),
      ['status.json', `${safeJson(statusReport(open, told))}\n`] as const,
      ['snapshot.json', snapshotText(snapshot)] as const,
      ...publishedPages(publication, site.templates, site),
    ])
    return { files, problems, readAt: store.confirmedAt }
  }
}

const reasonOf = ({ kind, status, detail }: ApiError) =>
  [kind, status === undefined ? '' : `HTTP ${status}`, detail ?? ''].filter(Boolean).join(', ')
