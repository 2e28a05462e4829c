import { computed, nextTick, ref } from 'vue'
import { usePrinting } from './usePrinting'

/** As many entries more at once: thousands would keep the page busy for seconds. */
export const STEP = 200
/** The worst of them, some sixty sheets. */
const PRINTED = 1000

/**
 * Once more of a list is shown, the button that showed it may be gone, and the focus with it: it goes on at the first entry that is new.
 * @param list the parent of the entries
 */
export async function focusEntry(list: Element | null | undefined, index: number): Promise<void> {
  await nextTick()
  const entry = list?.children[index]
  if (!(entry instanceof HTMLElement)) return
  const control = entry.querySelector<HTMLElement>('a, button')
  if (!control) entry.tabIndex = -1
  const target = control ?? entry
  target.focus({ preventScroll: true })
}

/**
 * A list of which more is shown on demand, and much of it on paper, which has no button.
 * @param first how many entries are shown at first
 */
export function useMore(first: number) {
  const most = ref(first)
  const printing = usePrinting()
  return {
    most,
    shown: computed(() => (printing.value ? Math.max(PRINTED, most.value) : most.value)),
    /** @param list the parent of the entries */
    showMore(list: Element | null | undefined) {
      const before = most.value
      most.value += STEP
      void focusEntry(list, before)
    },
  }
}
