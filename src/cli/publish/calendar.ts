import { calendarFile } from '@/composables/calendarFile'
import { eventTime, eventUid, isEventTime, type CalendarEvent } from '@/domain/incident/calendarEvent'
import type { Incident } from '@/domain/incident/incident'
import type { Span } from '@/domain/time/calendar'
import { affectedNames } from '@/statusView/model/affectedNames'
import { incidentTitle } from '@/statusView/model/incidentWords'
import { textModel, type TextModel } from '@/statusView/model/text'
import { addresses } from './addresses'
import { changesOf, stampOf } from './changes'
import type { Publication } from './publication'
import { eachIncident, fileReader } from './reader'

/** Calendars take out what a subscription lists no more: what is over stays for so long. */
const KEPT_MS = 30 * 86_400_000
const REFRESH_SECONDS = 3600
// RFC 5545, 3.3.8
const HIGHEST = 2_147_483_647

/**
 * Maintenance that is to come, in progress, or ended in the last 30 days, as a calendar to subscribe to (RFC 5545, times in UTC). Its
 * events have the ids of those that the page gives out; without `publicUrl` they have no address.
 */
export function maintenanceCalendar(publication: Publication): string {
  const { open, updatesOf } = publication
  const { config } = open.provider
  const { speech, names, at } = fileReader(publication)
  const { t } = speech
  const { base, incident: addressOf } = addresses(config)

  const events = eachIncident(publication, at).flatMap((incident): CalendarEvent[] => {
    const time = timeOf(incident, at)
    if (!time) return []
    const affected = affectedNames(speech, incident, names)
    const url = base === null ? '' : addressOf(incident.id)
    const components = affected.length
      ? `${t('app.label', { name: t('incident.componentsAffected') })} ${affected.join(', ')}`
      : t('incident.noImpacts')
    const changes = changesOf(incident, updatesOf(incident.id) ?? [], at)
    return [
      {
        ...time,
        uid: eventUid(incident.id, config.apiUrl),
        title: incidentTitle(speech, incident),
        description: [plainText(textModel(incident.description)), components, url].filter(Boolean).join('\n\n'),
        url,
        changedAt: stampOf(changes, incident, at, config.maintenancePreviewDays),
        sequence: Math.min(HIGHEST, Math.max(0, (incident.updateOrders.at(-1) ?? -1) + 1)),
      },
    ]
  })
  const name = `${config.title} – ${t('maintenance.title')}`
  return calendarFile(events, at, { name, refreshSeconds: REFRESH_SECONDS })
}

/** What is over is an event as it was at its last instant. */
function timeOf(incident: Incident, at: number): Span | null {
  const { endedAt } = incident
  const isKept = endedAt !== null && endedAt <= at && endedAt > at - KEPT_MS
  const time = eventTime(incident, isKept ? endedAt - 1 : at)
  return isEventTime(time) ? time : null
}

/** An operator's text without its marks. */
function plainText(text: TextModel): string {
  if (typeof text === 'string') return text
  return text
    .map(block => {
      if (block.kind === 'pre') return block.text
      const lines = block.lines.map(line => line.map(piece => (typeof piece === 'string' ? piece : piece.text)).join(''))
      const mark = (index: number) => (block.kind === 'ol' ? `${index + 1}. ` : block.kind === 'ul' ? '- ' : '')
      return lines.map((line, index) => mark(index) + line).join('\n')
    })
    .join('\n\n')
}
