import { nextTick, useTemplateRef, type ComponentPublicInstance } from 'vue'

/**
 * Entries go away, be it by the operator's own deletion, or are drawn elsewhere under a new name: the keyboard, which was on one of
 * them, then goes on at the entry, the list or the title of the page (`ref="page"`), and not at the body.
 */
export function usePageFocus() {
  const page = useTemplateRef<ComponentPublicInstance>('page')

  /**
   * @param refreshed after which entries may be gone
   * @param entry the `data-entry` to go on at
   */
  async function keep(refreshed: Promise<unknown>, entry?: string): Promise<void> {
    await refreshed
    await nextTick()
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) return
    const root = page.value?.$el as HTMLElement | undefined
    const places = [...(entry === undefined ? [] : [`[data-entry="${CSS.escape(entry)}"]`]), '[data-list]', 'h1']
    for (const place of places) {
      const found = root?.querySelector<HTMLElement>(place)
      if (!found) continue
      found.focus({ preventScroll: true })
      return
    }
  }
  return { keep }
}
