import { computed, inject } from 'vue'
import { mdiHistory, mdiPulse, mdiStarOutline } from '@mdi/js'
import { useText } from '@/composables/useText'
import { providerKey } from '@/stores/provider'

/** The pages that are a step away from everywhere; none where the page belongs to no provider. */
export function useNavigation() {
  const { t } = useText()
  const isOfProvider = inject(providerKey, null) !== null
  return computed(() =>
    isOfProvider
      ? ([
          { name: 'status', text: t('app.status'), icon: mdiPulse },
          { name: 'history', text: t('app.history'), icon: mdiHistory },
          { name: 'following', text: t('app.following'), icon: mdiStarOutline },
        ] as const)
      : [],
  )
}
