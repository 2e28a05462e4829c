import { ref, type Ref } from 'vue'
import { useLazyTexts } from '@/composables/useText'

/** Whether the texts of sharing, calendars and API calls are there: until then, and if they never come, nothing of it shows. */
export function useShareTexts(): Readonly<Ref<boolean>> {
  const isThere = ref(false)
  useLazyTexts()('share').then(
    () => (isThere.value = true),
    () => undefined,
  )
  return isThere
}
