import { computed } from 'vue'
import { useText } from '@/composables/useText'
import type { Management } from './useManagement'
import { useWriting } from './useWriting'

/** The impact type that is called maintenance, in the language of the operator or that in which is written; undefined = there is none. */
export function useMaintenanceType({ provider, store }: Pick<Management, 'provider' | 'store'>) {
  const { t } = useText()
  const { write } = useWriting(provider)
  return computed(() => {
    const words = [t('level.maintenance'), write('maintenance')].map(word => word.toLowerCase())
    return store.impactTypes.find(({ name }) => words.some(word => name.toLowerCase().includes(word)))
  })
}
