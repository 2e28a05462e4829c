import { nextTick, type Ref } from 'vue'

/** Puts the focus into the first field of a form that is marked as wrong, and opens what hides it. */
export async function focusFirstProblem(form: Readonly<Ref<HTMLElement | null>>): Promise<void> {
  // What is wrong is marked with the next drawing.
  await nextTick()
  const wrong = form.value?.querySelector<HTMLElement>('[aria-invalid=true]:not(:disabled)')
  const folded = wrong?.closest('details')
  if (folded) folded.open = true
  wrong?.focus()
}

/** Ctrl or Command with Enter sends from every field; Enter alone never does. */
export const onSendKey = (send: () => unknown) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
  event.preventDefault()
  send()
}
