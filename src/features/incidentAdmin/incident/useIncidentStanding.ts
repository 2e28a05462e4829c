import type { Incident } from '@/domain/incident/incident'
import { timingAt } from '@/domain/incident/moment'
import { phaseName } from '@/domain/incident/phase'
import type { Management } from '@/operator/useManagement'
import { useFormat } from '@/composables/useFormat'
import { useText } from '@/composables/useText'
import { useIncidentFacts } from '@/components/incident/useIncidentFacts'

/** How an incident stands, in short pieces of a line: its phase, when it began and ended, how long it has been going on or took. */
export function useIncidentStanding({ clock, store }: Pick<Management, 'clock' | 'store'>) {
  const { t } = useText()
  const format = useFormat()
  const { durationOf, isEndMissing } = useIncidentFacts()

  function when({ beganAt, endedAt }: Incident, isOngoing: boolean): string {
    if (beganAt === null) return t('incident.sinceUnknown')
    if (isOngoing && endedAt === null) return t('manage.list.since', { time: format.dateTime(beganAt) })
    return endedAt === null || endedAt < beganAt ? format.dateTime(beganAt) : format.range(beganAt, endedAt)
  }

  return (incident: Incident): string[] => {
    const timing = timingAt(incident, clock.now.value)
    const duration = durationOf(incident)
    const { phase } = incident
    return [
      phaseName(phase, store.generations) ?? t(phase ? 'incident.unknownPhase' : 'incident.noPhase'),
      when(incident, timing === 'ongoing'),
      ...(isEndMissing(incident) ? [t('incident.endMissing')] : []),
      ...(duration === null ? [] : [timing === 'ongoing' ? t('incident.lasting', { duration }) : duration]),
    ]
  }
}
