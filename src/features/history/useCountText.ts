import type { Incident } from '@/domain/incident/incident'
import { hasOutage } from '@/domain/incident/moment'
import { useText } from '@/composables/useText'

/**
 * How many incidents and how many maintenances there are, in words; what is both counts as an incident. Where something is not
 * known there may be more of them, and nothing found is no number.
 */
export function useCountText(): (incidents: readonly Incident[], isWhole: boolean) => string {
  const { t, tn, number } = useText()
  return (incidents, isWhole) => {
    if (!isWhole && !incidents.length) return ''
    const outages = incidents.filter(hasOutage).length
    const maintenances = incidents.length - outages
    const told = [
      outages || !maintenances ? tn('history.incidents', outages, { n: number(outages) }) : '',
      maintenances ? tn('history.maintenances', maintenances, { n: number(maintenances) }) : '',
    ]
    const text = told.filter(text => text).join(', ')
    return isWhole ? text : t('history.atLeast', { kinds: text })
  }
}
