import type { Incident } from '@/domain/incident/incident'
import { hasMaintenance, timingAt } from '@/domain/incident/moment'
import { useDisplay } from '@/composables/display'
import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'
import { incidentState } from '@/statusView/model/incidentState'

/** What the clock says about an incident or a maintenance, in words. */
export function useIncidentFacts() {
  const { t } = useText()
  const { now } = useDisplay()
  const format = useFormat()

  const stateOf = (incident: Incident): string => incidentState({ t }, incident, now.value)

  /** How long it has been going on, or takes as a whole; null where that is not known. */
  function durationOf(incident: Incident): string | null {
    const timing = timingAt(incident, now.value)
    const end = timing === 'ongoing' ? now.value : incident.endedAt
    if (incident.beganAt === null || end === null || timing === 'invalid') return null
    return format.duration(end - incident.beganAt)
  }

  const isEndMissing = (incident: Incident) => hasMaintenance(incident) && incident.endedAt === null

  /** Its end is still to come, or nobody said when: what has ended, or contradicts itself, is expected no more. */
  const isExpected = (incident: Incident) => ['scheduled', 'ongoing'].includes(timingAt(incident, now.value))

  return { stateOf, durationOf, isEndMissing, isExpected }
}
