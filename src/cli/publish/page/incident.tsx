import { h } from '#h'
import type { Publication } from '@/cli/publish/publication'
import type { SiteConfig } from '@/config/siteConfig'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { hasMaintenance, incidentLevel, timingAt } from '@/domain/incident/moment'
import { oddTimesOf } from '@/domain/incident/oddTimes'
import { phaseSteps } from '@/domain/incident/phase'
import { timeline } from '@/domain/incident/timeline'
import { drawImpacts } from '@/statusView/impacts'
import { drawLevelMark } from '@/statusView/level'
import { impactsModel } from '@/statusView/model/impacts'
import { incidentState } from '@/statusView/model/incidentState'
import { incidentTitle } from '@/statusView/model/incidentWords'
import { levelModel } from '@/statusView/model/level'
import { phaseStepsModel } from '@/statusView/model/phaseSteps'
import { timeModel } from '@/statusView/model/time'
import { drawPhaseSteps } from '@/statusView/phaseSteps'
import { drawTime } from '@/statusView/time'
import { drawAsOf, drawStaleNotice } from './asOf'
import { drawFrame } from './frame'
import { drawImpactTable } from './impactTable'
import { drawOwnText } from './incidents'
import { drawNotice, drawSection } from './section'
import type { PublishedViewer } from './viewer'

/** More would be a page of their names; the table has as many. */
const MOST_NAMES = 200

/** An incident with all that is told of it, in the order of its page (IncidentDocument.vue). */
export function drawIncidentPage(
  viewer: PublishedViewer,
  { open, updatesOf }: Publication,
  site: SiteConfig,
  incident: Incident,
): JSX.Node {
  const { t } = viewer.speech
  const { scale, generations } = open.store
  const level = levelModel(viewer, incidentLevel(incident, scale))
  const odd = oddTimesOf(incident)
  const names = drawImpacts(impactsModel(viewer, incident, scale, viewer.names, MOST_NAMES))
  const content = (
    <article class="pub-incident">
      <p class="small">
        <a href="./">{t('incident.back')}</a>
      </p>
      <div>{drawAsOf(viewer, viewer.incidentHref(incident))}</div>
      {drawStaleNotice(viewer)}
      <header>
        {drawLevelMark(level)}
        <h1>{incidentTitle(viewer.speech, incident)}</h1>
        {drawFacts(viewer, incident)}
      </header>
      {odd && drawNotice(t(`incident.${odd}`))}
      <section aria-label={t('incident.phase')}>
        {drawPhaseSteps(phaseStepsModel(viewer.speech, incident.phase, phaseSteps(incident.phase, generations)))}
      </section>
      {drawSection({ id: 'affected-title', text: t('incident.componentsAffected') }, names)}
      {incident.description && (
        <section class="section" aria-label={t('incident.description')}>
          {drawOwnText(incident.description)}
        </section>
      )}
      {drawUpdates(viewer, updatesOf(incident.id))}
      {incident.impacts.length > 0 &&
        drawSection({ id: 'impacts-title', text: t('incident.impacts') }, drawImpactTable(viewer, open, incident))}
    </article>
  )
  return drawFrame(viewer, site, { icon: level, isStatus: false, content })
}

/** What it is in, when it began and when it ended or shall end, for how long (IncidentFacts.vue). */
function drawFacts(viewer: PublishedViewer, incident: Incident) {
  const { speech, format, now } = viewer
  const { t } = speech
  const { beganAt, endedAt } = incident
  const timing = timingAt(incident, now)
  const isExpected = timing === 'scheduled' || timing === 'ongoing'
  const isEndMissing = hasMaintenance(incident) && endedAt === null
  const end = timing === 'ongoing' ? now : endedAt
  const isKnown = beganAt !== null && end !== null && timing !== 'invalid'
  const fact = (name: string, value: JSX.Node) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <dl class="pub-dates small">
      {fact(t('incident.state'), incidentState(speech, incident, now))}
      {fact(t('incident.begins'), beganAt === null ? t('incident.sinceUnknown') : drawTime(timeModel(viewer, beganAt)))}
      {fact(
        t(isExpected ? 'incident.endsExpected' : 'incident.ends'),
        endedAt === null ? t(isEndMissing ? 'incident.endMissing' : 'incident.noEnd') : drawTime(timeModel(viewer, endedAt)),
      )}
      {fact(t('incident.duration'), isKnown ? format.duration(end - beganAt) : t('incident.durationUnknown'))}
    </dl>
  )
}

/** @param updates null = they could not be read */
function drawUpdates(viewer: PublishedViewer, updates: readonly IncidentUpdate[] | null) {
  const { t } = viewer.speech
  const title = { id: 'updates-title', text: t('incident.updates') }
  if (updates === null) return drawSection(title, drawNotice(t('incident.updatesUnread')))
  if (!updates.length) return drawSection(title, <p class="muted">{t('incident.noUpdates')}</p>)
  return drawSection(
    title,
    <ol class="pub-updates">
      {timeline(updates).map(({ update, addedLater }) => (
        <li id={`update-${update.order}`}>
          <p class="small muted">
            {update.createdAt === null ? t('incident.noTime') : drawTime(timeModel(viewer, update.createdAt))}
            {addedLater && ` ${t('incident.addedLater')}`}
          </p>
          <h3>{update.title || t('incident.updateNumber', { n: update.order + 1 })}</h3>
          {drawOwnText(update.description)}
        </li>
      ))}
    </ol>,
  )
}
