import type { Incident } from '@/domain/incident'
import { hasOutage } from '@/domain/moment'
import { useText } from '@/shared/composables/useText'

/** How many incidents and how many maintenances there are, in words; what is both counts as an incident. */
export function useCountText(): (incidents: readonly Incident[]) => string {
  const { tn, number } = useText()
  return incidents => {
    const outages = incidents.filter(hasOutage).length
    const maintenances = incidents.length - outages
    const told = [
      outages || !maintenances ? tn('history.incidents', outages, { n: number(outages) }) : '',
      maintenances ? tn('history.maintenances', maintenances, { n: number(maintenances) }) : '',
    ]
    return told.filter(text => text).join(', ')
  }
}
