import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { incidentLevel } from '@/domain/incident/moment'
import { phaseSteps } from '@/domain/incident/phase'
import type { SeverityScale } from '@/domain/severity/severity'
import { incidentTitle, maintenanceWords } from './incidentWords'
import { levelModel, type LevelModel } from './level'
import { phaseStepsModel, type PhaseStepsModel } from './phaseSteps'
import { timeModel, type TimeModel } from './time'
import type { ViewContext } from './viewContext'

/** What is known of an incident besides itself. */
export interface IncidentSurroundings {
  readonly scale: SeverityScale
  /** null = its phase is not shown. */
  readonly generations: ReadonlyMap<number, PhaseList> | null
  /** The newest update; null = it could not be read, undefined = there is none, or nobody asked yet. */
  readonly update: IncidentUpdate | null | undefined
}

/** What was said last, but for its text. */
export interface UpdateModel {
  readonly label: string
  readonly time: TimeModel | null
  readonly title: string
  /** As its author wrote it. */
  readonly description: string
}

interface EntryModel {
  readonly title: string
  readonly href: string
  readonly level: LevelModel
  /** As its author wrote it. */
  readonly description: string
  readonly update: UpdateModel | null
  /** Why there is no update; empty where that goes without saying. */
  readonly noUpdate: string
}

/** An ongoing incident. */
export interface IncidentModel extends EntryModel {
  /** Since when, and how long that is; a text where nobody knows. */
  readonly begin: { readonly label: string; readonly time: TimeModel; readonly lasting: string } | string
  /** Why its begin is not known. */
  readonly odd: string
  readonly end: { readonly label: string; readonly time: TimeModel } | null
  readonly phase: PhaseStepsModel | null
}

/** A maintenance, or another incident that is scheduled. */
export interface MaintenanceModel extends EntryModel {
  readonly countdown: string
  readonly window: string
  /** RFC 3339; undefined where it begins at no known time. */
  readonly machine: string | undefined
  /** How long it takes; empty where nobody knows. */
  readonly length: string
}

/** @param href of its own page */
export function incidentModel(
  context: ViewContext,
  incident: Incident,
  { scale, generations, update }: IncidentSurroundings,
  href: string,
): IncidentModel {
  const { speech, format } = context
  const { t } = speech
  const { beganAt, endedAt, phase, updateOrders } = incident
  const time = (at: number) => timeModel(context, at, { short: true })
  return {
    title: incidentTitle(speech, incident),
    href,
    level: levelModel(context, incidentLevel(incident, scale)),
    begin:
      beganAt === null
        ? t('incident.sinceUnknown')
        : {
            label: t('incident.since'),
            time: time(beganAt),
            lasting: t('incident.lasting', { duration: format.duration(context.now - beganAt) }),
          },
    odd: incident.beginUnreadable ? t('incident.beginUnreadable') : '',
    end:
      endedAt === null
        ? null
        : {
            label: t(endedAt <= (context.present ?? context.now) ? 'incident.stateEnded' : 'incident.expectedEnd'),
            time: time(endedAt),
          },
    phase: generations && phaseStepsModel(speech, phase, phaseSteps(phase, generations)),
    description: incident.description,
    update: update ? updateModel(context, update) : null,
    noUpdate: update === null ? t('incident.updatesUnread') : updateOrders.length ? '' : t('incident.noUpdates'),
  }
}

export function maintenanceModel(
  context: ViewContext,
  incident: Incident,
  { scale, update }: Omit<IncidentSurroundings, 'generations'>,
  href: string,
): MaintenanceModel {
  const { speech, format, now } = context
  const { level, state, window, length, countdown } = maintenanceWords(speech, format, incident, scale, now)
  return {
    title: incidentTitle(speech, incident),
    href,
    level: levelModel(context, level, state),
    countdown,
    window,
    machine: incident.beganAt === null ? undefined : format.machine(incident.beganAt),
    length,
    description: incident.description,
    update: update ? updateModel(context, update) : null,
    noUpdate: update === null ? speech.t('incident.updatesUnread') : '',
  }
}

const updateModel = (context: ViewContext, { createdAt, title, description }: IncidentUpdate): UpdateModel => ({
  label: context.speech.t('incident.newestUpdate'),
  time: createdAt === null ? null : timeModel(context, createdAt, { short: true, relative: true }),
  title,
  description,
})
