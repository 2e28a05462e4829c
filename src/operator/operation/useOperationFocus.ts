import { nextTick, watch, type Ref } from 'vue'
import type { Operation } from './useOperation'

/**
 * Keeps in sight what the operator has to answer, and the keyboard where it was: each answer takes its own button away, and who
 * takes a write back goes on at the button that began it.
 */
export function useOperationFocus(operation: Operation, panel: Readonly<Ref<HTMLElement | null>>) {
  let opener: Element | null = null
  // Before the next drawing: what is pressed is still there.
  watch(
    operation.state,
    async (state, before) => {
      if (before === 'idle' || before === 'done') opener = document.activeElement
      const isInside = !!panel.value?.contains(document.activeElement)
      await nextTick()
      if (state === 'held' || state === 'stopped') panel.value?.scrollIntoView({ block: 'nearest' })
      if (!isInside) return
      if (state === 'idle' && opener instanceof HTMLElement) opener.focus()
      else panel.value?.focus()
    },
    { flush: 'sync' },
  )
}
