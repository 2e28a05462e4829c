import { computed, onScopeDispose, shallowReactive, watch } from 'vue'

/** What covers the page now, the topmost last. */
const open = shallowReactive<symbol[]>([])

/**
 * What Vuetify leaves undone for an overlay that covers the page: what is behind is out of reach, also for screen readers, and
 * whoever closes it is back where it was opened, which Vuetify sees to for activators of its own alone.
 * @param openerOf what opened it, where that does not take the focus by itself
 * @returns whether another one lies over it
 */
export function useModal(isOpen: () => boolean, openerOf = () => document.activeElement as HTMLElement | null) {
  const self = Symbol('modal')
  let opener: HTMLElement | null = null

  function hold(isHeld: boolean) {
    if (isHeld) {
      opener = openerOf()
      open.push(self)
    } else open.splice(open.indexOf(self), 1)
    const page = document.getElementById('app')
    if (page) page.inert = open.length > 0
    if (!isHeld) opener?.focus({ preventScroll: true })
  }
  watch(isOpen, hold)
  if (isOpen()) hold(true)
  onScopeDispose(() => isOpen() && hold(false))
  return { isCovered: computed(() => open.includes(self) && open.at(-1) !== self) }
}
