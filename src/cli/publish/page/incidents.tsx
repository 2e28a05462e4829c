import { h } from '#h'
import type { OpenStatus } from '@/cli/openStatus'
import { NAMED_AT_FIRST } from '@/domain/incident/affected'
import type { Incident } from '@/domain/incident/incident'
import { hasMaintenance } from '@/domain/incident/moment'
import { drawImpacts } from '@/statusView/impacts'
import { drawIncident, drawMaintenance, type EntryParts } from '@/statusView/incident'
import { impactsModel } from '@/statusView/model/impacts'
import { incidentModel, maintenanceModel } from '@/statusView/model/incident'
import { textModel } from '@/statusView/model/text'
import { drawText } from '@/statusView/text'
import { drawSection } from './section'
import type { PublishedViewer } from './viewer'

export const drawOwnText = (source: string, kind?: string) => source !== '' && drawText(textModel(source), kind)

const partsOf = (viewer: PublishedViewer, open: OpenStatus, incident: Incident): EntryParts => ({
  text: drawOwnText,
  impacts: drawImpacts(impactsModel(viewer, incident, open.store.scale, viewer.names, NAMED_AT_FIRST)),
})

const knownOf = ({ store: { scale, generations, newestUpdates } }: OpenStatus, { id }: Incident) => ({
  scale,
  generations,
  update: newestUpdates.get(id),
})

const drawPlanned = (viewer: PublishedViewer, open: OpenStatus, one: Incident) =>
  drawMaintenance(maintenanceModel(viewer, one, knownOf(open, one), viewer.incidentHref(one)), partsOf(viewer, open, one))

/** What is going on, in the sections of the page (CurrentIncidents.vue). */
export function drawCurrent(viewer: PublishedViewer, open: OpenStatus): JSX.Node {
  const { t } = viewer.speech
  const { ongoing, inProgress } = open.store.moment
  const entries = ongoing.map(one =>
    drawIncident(incidentModel(viewer, one, knownOf(open, one), viewer.incidentHref(one)), partsOf(viewer, open, one)),
  )
  const title = t(inProgress.every(hasMaintenance) ? 'maintenance.title' : 'maintenance.titleMixed')
  return [
    entries.length > 0 && drawSection({ id: 'ongoing-title', text: t('incident.ongoing') }, entries),
    inProgress.length > 0 &&
      drawSection(
        { id: 'maintenance-title', text: title },
        inProgress.map(one => drawPlanned(viewer, open, one)),
      ),
  ]
}

/** What is to come, each with all that is said of it (UpcomingMaintenance.vue). */
export function drawUpcoming(viewer: PublishedViewer, open: OpenStatus): JSX.Node {
  const { t } = viewer.speech
  const { upcoming } = open.store.moment
  if (!upcoming.length) return null
  return drawSection(
    {
      id: 'upcoming-title',
      text: t(upcoming.every(hasMaintenance) ? 'maintenance.upcoming' : 'maintenance.upcomingMixed'),
    },
    <ul class="card pub-lines">
      {upcoming.map(one => (
        <li>{drawScheduled(viewer, open, one)}</li>
      ))}
    </ul>,
  )
}

function drawScheduled(viewer: PublishedViewer, open: OpenStatus, one: Incident) {
  const { title, href, level, window, machine, length, description } = maintenanceModel(
    viewer,
    one,
    knownOf(open, one),
    viewer.incidentHref(one),
  )
  return [
    <h3>
      <a href={href}>{title}</a>
    </h3>,
    <p class="small muted">
      {`${level.word}, `}
      <time datetime={machine}>{window}</time>
      {length && ` (${length})`}
    </p>,
    partsOf(viewer, open, one).impacts,
    drawOwnText(description, 'small'),
  ]
}
