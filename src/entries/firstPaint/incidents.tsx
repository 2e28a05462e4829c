import { h } from '#h'
import { NAMED_AT_FIRST } from '@/domain/incident/affected'
import type { Incident } from '@/domain/incident/incident'
import { drawImpacts } from '@/statusView/impacts'
import { drawIncident, drawMaintenance, type EntryParts } from '@/statusView/incident'
import { impactsModel } from '@/statusView/model/impacts'
import { incidentModel, maintenanceModel } from '@/statusView/model/incident'
import { textModel } from '@/statusView/model/text'
import { drawText } from '@/statusView/text'
import { incidentHref, type Scene, type Viewer } from './scene'

/** What is going on, in the sections of the page (CurrentIncidents.vue). */
export function drawIncidents(viewer: Viewer, scene: Scene): JSX.Element[] {
  const { t } = viewer.speech
  const { scale, names, generations, updates, moment } = scene
  const { ongoing, inProgress } = moment
  const knownOf = ({ id }: Incident) => ({ scale, generations, update: updates.get(id) })
  const partsOf = (incident: Incident): EntryParts => ({
    text: (source, kind) => source !== '' && drawText(textModel(source), kind),
    impacts: drawImpacts(impactsModel(viewer, incident, scale, names, NAMED_AT_FIRST)),
  })
  const section = (title: string, entries: readonly JSX.Element[]) =>
    entries.length
      ? [
          <section class="section">
            <div class="section-head">
              <h2>{title}</h2>
            </div>
            {entries}
          </section>,
        ]
      : []
  return [
    ...section(
      t('incident.ongoing'),
      ongoing.map(one => drawIncident(incidentModel(viewer, one, knownOf(one), incidentHref(viewer, one)), partsOf(one))),
    ),
    ...section(
      t('maintenance.title'),
      inProgress.map(one =>
        drawMaintenance(maintenanceModel(viewer, one, knownOf(one), incidentHref(viewer, one)), partsOf(one)),
      ),
    ),
  ]
}
