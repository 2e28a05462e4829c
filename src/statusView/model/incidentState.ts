import type { Incident } from '@/domain/incident/incident'
import { hasMaintenance, hasOutage, timingAt } from '@/domain/incident/moment'
import type { Translator } from '@/i18n/translator'

/**
 * What the clock says about an incident or a maintenance, in a word.
 * @param t epoch milliseconds
 */
export function incidentState({ t: say }: Pick<Translator, 't'>, incident: Incident, t: number): string {
  const planned = hasMaintenance(incident) && !hasOutage(incident)
  switch (timingAt(incident, t)) {
    case 'scheduled':
      return say('incident.stateScheduled')
    case 'ongoing':
      return planned ? say('incident.stateInProgress') : say('incident.stateOngoing')
    case 'ended':
      return planned ? say('incident.stateCompleted') : say('incident.stateEnded')
    case 'invalid':
      return say('incident.stateInvalid')
  }
}
