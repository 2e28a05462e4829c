import { onScopeDispose, watch } from 'vue'

/**
 * What Vuetify leaves undone for an overlay that covers the page: what is behind is out of reach, also for screen readers, and
 * whoever closes it is back where it was opened, which Vuetify sees to for activators of its own alone.
 * @param openerOf what opened it, where that does not take the focus by itself
 */
export function useModal(isOpen: () => boolean, openerOf = () => document.activeElement as HTMLElement | null): void {
  let opener: HTMLElement | null = null

  function hold(isHeld: boolean) {
    if (isHeld) opener = openerOf()
    const page = document.getElementById('app')
    if (page) page.inert = isHeld
    if (!isHeld) opener?.focus({ preventScroll: true })
  }
  watch(isOpen, hold)
  if (isOpen()) hold(true)
  onScopeDispose(() => isOpen() && hold(false))
}
