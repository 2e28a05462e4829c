import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { hasMaintenance, incidentLevel, timingAt } from '@/domain/incident/moment'
import { timeline } from '@/domain/incident/timeline'
import { affectedNames } from '@/statusView/model/affectedNames'
import { incidentState } from '@/statusView/model/incidentState'
import { levelName } from '@/statusView/model/levelName'
import type { OpenStatus } from '@/cli/openStatus'
import { markdownHtml } from './markdownHtml'
import type { FileReader } from './reader'
import { escapedText, oneLine } from './xml'

/** What nobody reads in a feed is left to the page. */
const MAX_NAMES = 50
const MAX_UPDATES = 50

/**
 * All that is told of an incident, as safe HTML: the facts, its updates, newest first, its description. It says the same until
 * something happens: nothing counts from now.
 * @param updates null = they could not be read
 */
export function incidentContent(
  { store }: OpenStatus,
  { speech, format, names: listed, at }: FileReader,
  incident: Incident,
  updates: readonly IncidentUpdate[] | null,
): string {
  const { t } = speech
  const row = (name: string, value: string) => `<li>${escapedText(`${t('app.label', { name })} ${value}`)}</li>\n`

  function times(): string {
    const { beganAt, endedAt, beginUnreadable } = incident
    const timing = timingAt(incident, at)
    const isOver = timing === 'ended' || timing === 'invalid'
    const begin = beganAt === null ? t('incident.sinceUnknown') : format.dateTime(beganAt)
    const end = endedAt === null ? (hasMaintenance(incident) ? t('incident.noEnd') : '') : format.dateTime(endedAt)
    return [
      row(t('incident.begins'), begin),
      end && row(t(isOver ? 'incident.ends' : 'incident.endsExpected'), end),
      beginUnreadable ? `<li>${escapedText(t('incident.beginUnreadable'))}</li>\n` : '',
    ].join('')
  }

  function components(): string {
    const names = affectedNames(speech, incident, listed)
    if (!names.length) return `<li>${escapedText(t('incident.noImpacts'))}</li>\n`
    const more = names.length > MAX_NAMES ? ` ${t('incident.andMore', { n: names.length - MAX_NAMES })}` : ''
    return row(t('incident.componentsAffected'), `${names.slice(0, MAX_NAMES).map(oneLine).join(', ')}${more}`)
  }

  function toldUpdates(): string {
    if (!updates) return `<p>${escapedText(t('incident.updatesUnread'))}</p>\n`
    const entries = timeline(updates).reverse()
    const told = entries.slice(0, MAX_UPDATES).map(({ update: { createdAt, title, description }, addedLater }) => {
      const time = createdAt === null ? t('incident.noTime') : format.dateTime(createdAt)
      const heading = [addedLater ? `${time} (${t('incident.addedLater')})` : time, oneLine(title)].filter(Boolean).join(' – ')
      return `<p><strong>${escapedText(heading)}</strong></p>\n${markdownHtml(description)}`
    })
    const more = entries.length - told.length
    return told.join('') + (more ? `<p>${escapedText(t('incident.andMore', { n: more }))}</p>\n` : '')
  }

  const description = incident.description
    ? `<p><strong>${escapedText(t('incident.description'))}</strong></p>\n${markdownHtml(incident.description)}`
    : ''
  return `<ul>
${row(t('incident.state'), incidentState(speech, incident, at))}${row(t('incident.severity'), oneLine(levelName(speech, incidentLevel(incident, store.scale))))}${times()}${components()}</ul>
${toldUpdates()}${description}`.trim()
}
