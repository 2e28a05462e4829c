import { affectedComponents, NAMED_AT_FIRST } from '@/domain/affected'
import type { Incident, IncidentUpdate } from '@/domain/incident'
import { hasMaintenance, incidentLevel } from '@/domain/moment'
import { phaseSteps } from '@/domain/phase'
import { incidentTitle, maintenanceWords } from '@/look/incidentWords'
import { levelName } from '@/look/levelName'
import { drawLevelIcon, drawLevelMark } from '@/statusView/level'
import { levelIconModel, levelModel } from '@/statusView/model/level'
import { textModel } from '@/statusView/model/text'
import { timeModel } from '@/statusView/model/time'
import { drawText } from '@/statusView/text'
import { drawTime } from '@/statusView/time'
import { drawer, type Child } from './element'
import { incidentHref, type Scene, type Viewer } from './scene'

/** What is going on, and what is to come, as CurrentIncidents.vue draws it. */
export function drawIncidents(viewer: Viewer, scene: Scene): HTMLElement[] {
  const { t } = viewer.speech
  const { ongoing, inProgress, upcoming } = scene.moment
  const maintenance = [...inProgress, ...upcoming]
  const h = drawer()
  const section = (title: string, entries: readonly HTMLElement[]) =>
    h('section', { class: 'section' }, h('div', { class: 'section-head' }, h('h2', {}, title)), ...entries)
  return [
    ...(ongoing.length
      ? [
          section(
            t('incident.ongoing'),
            ongoing.map(incident => drawSummary(viewer, scene, incident)),
          ),
        ]
      : []),
    ...(maintenance.length
      ? [
          section(
            t(maintenance.every(hasMaintenance) ? 'maintenance.title' : 'maintenance.titleMixed'),
            maintenance.map(incident => drawMaintenance(viewer, scene, incident)),
          ),
        ]
      : []),
  ]
}

/** IncidentSummary.vue */
function drawSummary(viewer: Viewer, scene: Scene, incident: Incident): HTMLElement {
  const h = drawer('IncidentSummary')
  const { speech, format, now } = viewer
  const { t } = speech
  const { beganAt, endedAt, updateOrders } = incident
  const update = scene.updates.get(incident.id)
  return h(
    'article',
    { class: 'incident' },
    h(
      'div',
      { class: 'meta small' },
      drawLevelMark(levelModel(viewer, incidentLevel(incident, scene.scale))),
      beganAt === null
        ? h('p', { class: 'muted' }, t('incident.sinceUnknown'))
        : h(
            'p',
            { class: 'muted' },
            `${t('incident.since')} `,
            drawTime(timeModel(viewer, beganAt, { short: true })),
            h('span', { class: 'duration' }, t('incident.lasting', { duration: format.duration(now - beganAt) })),
          ),
      endedAt !== null &&
        h('p', { class: 'muted' }, `${t('incident.expectedEnd')} `, drawTime(timeModel(viewer, endedAt, { short: true }))),
    ),
    h(
      'div',
      { class: 'main' },
      h('h3', {}, h('a', { href: incidentHref(viewer, incident) }, incidentTitle(speech, incident))),
      drawPhases(viewer, scene, incident, 'IncidentSummary'),
      update
        ? drawUpdate(viewer, update, 'IncidentSummary')
        : incident.description !== '' && drawText(textModel(incident.description)),
      !updateOrders.length && h('p', { class: 'small muted' }, t('incident.noUpdates')),
      drawImpacts(viewer, scene, incident, 'IncidentSummary'),
    ),
  )
}

/** MaintenanceEntry.vue */
function drawMaintenance(viewer: Viewer, scene: Scene, incident: Incident): HTMLElement {
  const h = drawer('MaintenanceEntry')
  const { speech, format, now } = viewer
  const words = maintenanceWords(speech, format, incident, scene.scale, now)
  const update = scene.updates.get(incident.id)
  return h(
    'article',
    { class: 'entry' },
    h(
      'div',
      { class: 'meta small' },
      drawLevelMark(levelModel(viewer, words.level, words.state)),
      h('p', { class: 'countdown' }, words.countdown),
    ),
    h(
      'div',
      { class: 'main' },
      h('h3', {}, h('a', { href: incidentHref(viewer, incident) }, incidentTitle(speech, incident))),
      h(
        'p',
        { class: 'small' },
        h('time', {}, words.window),
        words.length !== '' && h('span', { class: 'muted' }, ` (${words.length})`),
      ),
      drawImpacts(viewer, scene, incident, 'MaintenanceEntry'),
      incident.description !== '' && drawText(textModel(incident.description), 'small'),
      update && drawUpdate(viewer, update, 'MaintenanceEntry', 'small'),
    ),
  )
}

/** PhaseStepper.vue */
function drawPhases({ speech: { t } }: Viewer, { generations }: Scene, { phase }: Incident, around: string): Child {
  const h = drawer('PhaseStepper')
  const root = drawer('PhaseStepper', around)
  const steps = phaseSteps(phase, generations)
  const current = steps && steps.current >= 0 ? steps.names[steps.current]! : null
  if (current === null)
    return root(
      'p',
      { class: 'small muted' },
      `${t('incident.phase')}: ${t(phase ? 'incident.unknownPhase' : 'incident.noPhase')}`,
    )
  const items = steps!.names.map((name, index) => {
    const place = index < steps!.current ? 'done' : index === steps!.current ? 'current' : ''
    return h(
      'li',
      { class: place, 'aria-current': place === 'current' ? 'step' : undefined },
      h('span', { class: 'name' }, name.trim() ? name : t('incident.unknownPhase')),
    )
  })
  return root('div', { class: 'frame' }, h('ol', { class: 'steps' }, ...items))
}

/** ImpactSummary.vue */
function drawImpacts(viewer: Viewer, { scale, names }: Scene, incident: Incident, around: string): HTMLElement {
  const h = drawer('ImpactSummary')
  const root = drawer('ImpactSummary', around)
  const { speech } = viewer
  const { t } = speech
  const entries = affectedComponents(incident, scale, names)
  if (!entries.length) return root('p', { class: 'small muted' }, t('incident.noImpacts'))
  const unlisted = t(names.size ? 'incident.hiddenComponent' : 'incident.someComponent')
  const rest = entries.length - NAMED_AT_FIRST
  const items = entries
    .slice(0, NAMED_AT_FIRST)
    .map(({ level, name }) =>
      h(
        'li',
        {},
        drawLevelIcon(levelIconModel(viewer.colors, level, levelName(speech, level)), 16),
        h('span', name === null ? { class: 'muted' } : {}, name ?? unlisted),
      ),
    )
  const more = rest > 0 && h('li', {}, h('span', { class: 'rest' }, t('incident.andMore', { n: rest })))
  return root('ul', { class: 'impacts small', 'aria-label': t('incident.componentsAffected') }, ...items, more)
}

/** NewestUpdate.vue */
function drawUpdate(viewer: Viewer, { createdAt, title, description }: IncidentUpdate, around: string, kind = ''): HTMLElement {
  const h = drawer('NewestUpdate')
  const { t } = viewer.speech
  const said = createdAt === null ? [] : [', ', drawTime(timeModel(viewer, createdAt, { short: true, relative: true }))]
  return drawer('NewestUpdate', around)(
    'div',
    { class: kind },
    h('p', { class: 'small muted' }, t('incident.newestUpdate'), ...said),
    title !== '' && h('p', { class: 'update-title' }, title),
    description !== '' && drawText(textModel(description)),
  )
}
