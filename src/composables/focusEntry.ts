import { nextTick } from 'vue'

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
