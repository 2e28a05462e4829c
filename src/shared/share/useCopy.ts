import { ref, shallowRef, type Ref } from 'vue'

interface Copying {
  /** null = nothing was copied, or it is not said any more. */
  readonly outcome: Readonly<Ref<'copied' | 'failed' | null>>
  /** What was copied last, or has to be copied by hand. */
  readonly copied: Readonly<Ref<string>>
  readonly copy: (text: string) => Promise<void>
  readonly forget: () => void
}

/** Copies texts and knows how that went: who copies says "copied" by it, or shows the text to be copied by hand (CopyByHand). */
export function useCopy(): Copying {
  const outcome = ref<'copied' | 'failed' | null>(null)
  const copied = shallowRef('')

  async function copy(text: string) {
    copied.value = text
    try {
      // VueUse's useClipboard calls a text copied also where the browser refused.
      await navigator.clipboard.writeText(text)
      outcome.value = 'copied'
    } catch {
      // Not in a secure context, or not allowed.
      outcome.value = 'failed'
    }
  }

  return { outcome, copied, copy, forget: () => void (outcome.value = null) }
}
