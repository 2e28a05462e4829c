import { shallowRef } from 'vue'
import { useNotify } from '@/composables/useNotify'
import { useText } from '@/composables/useText'

/** Copies texts, and says so in passing. */
export function useCopy() {
  const { t } = useText()
  const notify = useNotify()
  /** The text that the browser refused to copy, to be copied by hand (CopyByHand); null = none. */
  const refused = shallowRef<string | null>(null)

  async function copy(text: string) {
    try {
      // VueUse's useClipboard calls a text copied also where the browser refused.
      await navigator.clipboard.writeText(text)
      refused.value = null
      notify({ text: t('share.copied') })
    } catch {
      // Not in a secure context, or not allowed.
      refused.value = text
    }
  }

  return { refused, copy, forget: () => void (refused.value = null) }
}
