import { h } from '#h'
import type { OpenStatus } from '@/cli/openStatus'
import { observedSpans } from '@/domain/component/componentHistory'
import { NAMED_AT_FIRST } from '@/domain/incident/affected'
import type { Incident } from '@/domain/incident/incident'
import { latestPast } from '@/domain/incident/latestPast'
import { incidentLevel } from '@/domain/incident/moment'
import { oddTimesOf } from '@/domain/incident/oddTimes'
import { daysUntil, startOfRecords } from '@/domain/time/calendar'
import { sharedMs } from '@/domain/time/spans'
import { drawImpacts } from '@/statusView/impacts'
import { drawLevelMark } from '@/statusView/level'
import { impactsModel } from '@/statusView/model/impacts'
import { incidentTitle } from '@/statusView/model/incidentWords'
import { levelModel } from '@/statusView/model/level'
import { drawNotice, drawSection } from './section'
import type { PublishedViewer } from './viewer'

/** As many as the page shows (RecentIncidents.vue); the others of which there are pages are behind a disclosure. */
const MOST = 5

/** What was over last, and whether anything is unknown of the days before: no list is short for want of data alone. */
export function drawRecent(viewer: PublishedViewer, open: OpenStatus): JSX.Node {
  const { config, now, zone, speech } = viewer
  const { t, tn } = speech
  const { moment, parts, observed } = open.store
  const title = { id: 'recent-title', text: t('recent.title') }
  if (parts.incidents.readAt === null) return drawSection(title, drawNotice(t('recent.unread')))
  const days = daysUntil(now, zone, config.historyDays)
  const known = observedSpans(observed, startOfRecords(config.recordsSince, zone), now)
  const unknown = days.filter(day => !sharedMs(day, known)).length
  const entries = latestPast(moment.past, days[0]!.start)
    .filter((one, index) => index < MOST || viewer.incidentHref(one))
    .map(one => <li>{drawPast(viewer, open, one)}</li>)
  const rest = entries.slice(MOST)
  return drawSection(
    title,
    <div class="card">
      {!entries.length && unknown < days.length && <p class="pub-entry">{t('recent.allQuiet', { n: days.length })}</p>}
      {entries.length > 0 && <ul class="pub-lines">{entries.slice(0, MOST)}</ul>}
      {rest.length > 0 && (
        <details class="pub-rest">
          <summary class="pub-entry">{t('incident.andMore', { n: rest.length })}</summary>
          <ul class="pub-lines">{rest}</ul>
        </details>
      )}
      {unknown > 0 && <p class="small muted pub-entry">{tn('recent.unknownDays', unknown, { days: days.length })}</p>}
    </div>,
  )
}

function drawPast(viewer: PublishedViewer, open: OpenStatus, incident: Incident) {
  const { speech, incidentHref } = viewer
  const { scale } = open.store
  const odd = oddTimesOf(incident)
  return [
    <h3>
      <a href={incidentHref(incident)}>{incidentTitle(speech, incident)}</a>
    </h3>,
    <div class="small pub-facts">
      {drawLevelMark(levelModel(viewer, incidentLevel(incident, scale)))}
      <span translate="no">{pastTimes(viewer, incident)}</span>
    </div>,
    drawImpacts(impactsModel(viewer, incident, scale, viewer.names, NAMED_AT_FIRST)),
    odd && <p class="small st-odd is-unknown">{speech.t(`incident.${odd}`)}</p>,
  ]
}

/** When it was, and how long, as PastIncident.vue tells it. */
function pastTimes({ speech: { t }, format }: PublishedViewer, incident: Incident): string {
  const { beganAt, endedAt } = incident
  if (beganAt !== null && endedAt !== null && endedAt >= beganAt) {
    const length =
      endedAt > beganAt && !oddTimesOf(incident) && t('incident.lasted', { duration: format.duration(endedAt - beganAt) })
    return [format.range(beganAt, endedAt), length].filter(Boolean).join(', ')
  }
  if (beganAt !== null) return format.dateTime(beganAt)
  const until = endedAt === null ? [] : [t('incident.until', { time: format.dateTime(endedAt) })]
  return [t('incident.sinceUnknown'), ...until].join(', ')
}
