import { useEventListener } from '@vueuse/core'
import { nextTick, ref, type Ref } from 'vue'

/** Whether the page is being printed, for what paper shows in another way than a screen does, beyond what styles can. */
export function usePrinting(): Readonly<Ref<boolean>> {
  const printing = ref(false)
  useEventListener('beforeprint', () => (printing.value = true))
  useEventListener('afterprint', () => (printing.value = false))
  return printing
}

/** Prints the page. A script that prints goes on when the paper is there: what is drawn for paper has to be drawn before. */
export async function printPage(): Promise<void> {
  window.dispatchEvent(new Event('beforeprint'))
  await nextTick()
  window.print()
}
