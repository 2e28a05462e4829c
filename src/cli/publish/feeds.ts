import { generateAtomFeed, generateJsonFeed } from 'feedsmith'
import { eventUid } from '@/domain/incident/calendarEvent'
import type { Incident } from '@/domain/incident/incident'
import { hasMaintenance, incidentLevel, timingAt } from '@/domain/incident/moment'
import { incidentState } from '@/statusView/model/incidentState'
import { incidentTitle } from '@/statusView/model/incidentWords'
import { levelName } from '@/statusView/model/levelName'
import { addresses } from './addresses'
import { changesOf, stampOf } from './changes'
import { incidentContent } from './incidentContent'
import type { Publication } from './publication'
import { eachIncident, fileReader, type FileReader } from './reader'
import { oneLine } from './xml'

/**
 * What is going on, comes, and was lately, as Atom 1.0 (RFC 4287) and JSON Feed 1.1: one entry an incident, whose id never changes and
 * whose time changes only when something happens. Without `publicUrl` the addresses in the Atom feed count from its own, and the
 * JSON feed, in which they have to be absolute, has none.
 */
export function feeds(publication: Publication): { readonly atom: string; readonly json: string } {
  const { open } = publication
  const { config } = open.provider
  const reader = fileReader(publication)
  const { base, to, incident: addressOf } = addresses(config)
  const title = oneLine(config.title)
  const entries = eachIncident(publication, reader.at).map(incident => entryOf(publication, reader, incident))
  const updated = new Date(Math.max(0, ...entries.map(({ stamp }) => stamp.getTime())))

  const atom = generateAtomFeed(
    {
      id: tagUri('', config.apiUrl),
      title: { value: title, type: 'text' },
      updated,
      authors: [{ name: title }],
      links: [...(base === null ? [] : [{ href: to('feed.atom'), rel: 'self' }]), { href: base ?? './', rel: 'alternate' }],
      generator: { text: 'SCS Status' },
      xml: { lang: reader.language },
      entries: entries.map(({ id, name, href, content, categories, published, stamp }) => ({
        id,
        title: { value: name, type: 'text' },
        links: [{ href: addressOf(href), rel: 'alternate', type: 'text/html' }],
        updated: stamp,
        ...(published !== null && { published: new Date(published) }),
        content: { value: content, type: 'html' },
        categories,
      })),
    },
    {},
  )
  const json = generateJsonFeed({
    title,
    language: reader.language,
    authors: [{ name: title, ...(base !== null && { url: base }) }],
    ...(base !== null && { home_page_url: base, feed_url: to('feed.json') }),
    items: entries.map(({ id, name, href, content, categories, published, updated }) => ({
      id,
      title: name,
      content_html: content,
      ...(base !== null && { url: addressOf(href) }),
      ...(published !== null && { date_published: new Date(published) }),
      ...(updated !== null && { date_modified: new Date(updated) }),
      tags: categories.map(({ label }) => label),
    })),
  })
  // Where there is none, the library leaves out the list, which the format wants.
  return { atom, json: JSON.stringify({ items: [], ...(json as object) }) }
}

/** Its title stays its own: what has become of it stands in the content and the categories. */
function entryOf({ open, updatesOf }: Publication, reader: FileReader, incident: Incident) {
  const { provider } = open
  const updates = updatesOf(incident.id)
  const changes = changesOf(incident, updates ?? [], reader.at)
  return {
    ...changes,
    id: tagUri(incident.id, provider.config.apiUrl),
    name: oneLine(incidentTitle(reader.speech, incident)),
    href: incident.id,
    content: incidentContent(open, reader, incident, updates),
    categories: categoriesOf(open, reader, incident),
    stamp: new Date(stampOf(changes, incident, reader.at, provider.config.maintenancePreviewDays)),
  }
}

/** Severity, state and impact types, each once: the server's names, and what readers see in their place. */
function categoriesOf({ store }: Publication['open'], { speech, at }: FileReader, incident: Incident) {
  const level = incidentLevel(incident, store.scale)
  const types = new Set(incident.impacts.map(({ typeId }) => typeId))
  const named = [
    { term: level.key, label: levelName(speech, level) },
    ...(hasMaintenance(incident) && level !== store.scale.maintenance
      ? [{ term: 'maintenance', label: levelName(speech, store.scale.maintenance) }]
      : []),
    { term: timingAt(incident, at), label: incidentState(speech, incident, at) },
    ...store.impactTypes
      .filter(({ id }) => types.has(id))
      .map(({ name }) => ({ term: name, label: speech.dataNames.impactType(name) })),
  ]
  const visible = named.map(({ term, label }) => ({ term: oneLine(term), label: oneLine(label) })).filter(({ term }) => term)
  return [...new Map(visible.map(category => [category.term, category])).values()]
}

/**
 * An identity for ever (RFC 4151), made of the API's address and the id alone, as that of calendars is.
 * @param incidentId empty = of the feed itself
 */
function tagUri(incidentId: string, apiUrl: string): string {
  const host = new URL(apiUrl).hostname.replace(/[^A-Za-z0-9.-]/g, '-')
  return `tag:${host},2025:${eventUid(incidentId, apiUrl)}`
}
