import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the page is being printed, for what paper shows in another way than a screen does, beyond what styles can. */
export function usePrinting(): Readonly<Ref<boolean>> {
  const printing = ref(false)
  const start = () => (printing.value = true)
  const end = () => (printing.value = false)
  window.addEventListener('beforeprint', start)
  window.addEventListener('afterprint', end)
  onScopeDispose(() => {
    window.removeEventListener('beforeprint', start)
    window.removeEventListener('afterprint', end)
  })
  return printing
}
