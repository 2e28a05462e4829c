import type { Incident } from '@/domain/incident'
import { hasOutage } from '@/domain/moment'
import { useText } from '@/shared/composables/useText'

/** What an incident or a maintenance is called: its title, or the page's own words where the server gives none. */
export function useIncidentTitle() {
  const { t } = useText()
  return (incident: Pick<Incident, 'title' | 'impacts'>): string =>
    incident.title || t(hasOutage(incident) ? 'incident.untitled' : 'incident.untitledMaintenance')
}
