import type { Incident } from '@/domain/incident/incident'
import { hasMaintenance, hasOutage, incidentLevel, timingAt } from '@/domain/incident/moment'
import type { Level, SeverityScale } from '@/domain/severity/severity'
import type { Translator } from '@/i18n/translator'
import type { Format } from '@/i18n/timeFormat'

/** What an incident or a maintenance is called: its title, or the page's own words where the server gives none. */
export function incidentTitle({ t }: Translator, incident: Pick<Incident, 'title' | 'impacts'>): string {
  return incident.title || t(hasOutage(incident) ? 'incident.untitled' : 'incident.untitledMaintenance')
}

/** A maintenance, or another incident that is scheduled, in words. */
export interface MaintenanceWords {
  readonly level: Level
  readonly state: string
  /** From when to when. */
  readonly window: string
  /** How long that is; empty where nobody knows. */
  readonly length: string
  /** Until it begins, or ends. */
  readonly countdown: string
}

/** @param now epoch milliseconds */
export function maintenanceWords(
  { t }: Translator,
  format: Format,
  incident: Incident,
  scale: SeverityScale,
  now: number,
): MaintenanceWords {
  const { beganAt, endedAt } = incident
  const hasStarted = timingAt(incident, now) === 'ongoing'
  return {
    level: hasMaintenance(incident) ? scale.maintenance : incidentLevel(incident, scale),
    state: t(hasStarted ? 'incident.stateInProgress' : 'incident.stateScheduled'),
    window: windowOf(),
    length: beganAt !== null && endedAt !== null ? format.duration(endedAt - beganAt) : '',
    countdown: countdownOf(),
  }

  function windowOf() {
    if (beganAt !== null && endedAt !== null) return format.range(beganAt, endedAt)
    if (beganAt !== null) return t('incident.from', { time: format.dateTime(beganAt) })
    return endedAt === null ? t('incident.sinceUnknown') : t('incident.until', { time: format.dateTime(endedAt) })
  }

  function countdownOf() {
    if (!hasStarted) return beganAt === null ? '' : t('maintenance.startsIn', { duration: format.duration(beganAt - now) })
    return endedAt === null ? t('incident.endMissing') : t('maintenance.endsIn', { duration: format.duration(endedAt - now) })
  }
}
