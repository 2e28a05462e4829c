import { nextTick, shallowRef, watch, type Ref } from 'vue'
import type { Session } from '@/stores/provider'

interface Place {
  readonly panel: Readonly<Ref<HTMLElement | null>>
  /** The button that goes on. */
  readonly next: Readonly<Ref<HTMLElement | null>>
}

/**
 * Whether somebody has logged in since a step failed for want of that, here or by another button of the page. Then the keyboard
 * goes to what is next, unless somebody is typing elsewhere.
 * @param isLacking whether the step that has the word failed for want of a login
 */
export function useLoggedInAgain(session: Readonly<Ref<Session>>, isLacking: Readonly<Ref<boolean>>, { panel, next }: Place) {
  const isAgain = shallowRef(false)
  // At once: a step may fail again before anything is drawn.
  watch(isLacking, () => (isAgain.value = false), { flush: 'sync' })
  watch(session, ({ state }, before) => {
    if (state === 'loggedIn' && before.state !== 'loggedIn') void tell()
  })

  async function tell() {
    if (!isLacking.value || isAgain.value || session.value.state !== 'loggedIn') return
    isAgain.value = true
    // What was pressed goes away, here or beside the page.
    await nextTick()
    const { activeElement } = document
    if (!activeElement || activeElement === document.body || panel.value?.contains(activeElement)) next.value?.focus()
  }
  return { isAgain, tell }
}
