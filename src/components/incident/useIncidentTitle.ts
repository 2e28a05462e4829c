import type { Incident } from '@/domain/incident/incident'
import { incidentTitle } from '@/statusView/model/incidentWords'
import { useText } from '@/composables/useText'

/** What an incident or a maintenance is called: its title, or the page's own words where the server gives none. */
export function useIncidentTitle() {
  const speech = useText()
  return (incident: Pick<Incident, 'title' | 'impacts'>): string => incidentTitle(speech, incident)
}
