import { nextTick, useTemplateRef } from 'vue'

/**
 * A list whose entries go away, be it by the operator's own deletion: the keyboard, which was on one of them, then goes to the
 * list and not to the body. The page names it by `ref="list"`.
 */
export function useListFocus() {
  const list = useTemplateRef<HTMLElement>('list')

  /** @param refreshed after which entries may be gone */
  async function keep(refreshed: Promise<unknown>): Promise<void> {
    await refreshed
    await nextTick()
    const { activeElement } = document
    if (!activeElement || activeElement === document.body) list.value?.focus({ preventScroll: true })
  }
  return { keep }
}
