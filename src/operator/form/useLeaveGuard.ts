import { useEventListener } from '@vueuse/core'
import { shallowRef } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

export type LeaveAnswer = 'stay' | 'keep' | 'discard'

/**
 * Asks before unsaved work is left: by another page of ours, by closing a dialog, or (in the browser's own words) by closing
 * the tab. The form draws the question while `asking`.
 */
export function useLeaveGuard(
  unsaved: () => boolean,
  discard: () => void,
  /** What is unsaved is being sent, and goes on without the page. */
  isSent = () => false,
) {
  const asking = shallowRef(false)
  let answered: (answer: LeaveAnswer) => void = () => undefined
  let released = false

  async function mayLeave(): Promise<boolean> {
    if (released || !unsaved() || isSent()) return true
    answered('stay')
    asking.value = true
    const answer = await new Promise<LeaveAnswer>(resolve => (answered = resolve))
    asking.value = false
    if (answer === 'discard') discard()
    // Answered once: going on to the other page does not ask again.
    released = answer !== 'stay'
    return released
  }

  useEventListener('beforeunload', event => {
    if (!released && unsaved()) event.preventDefault()
  })
  onBeforeRouteLeave(mayLeave)
  onBeforeRouteUpdate((to, from) => to.path === from.path || mayLeave())

  return {
    asking,
    mayLeave,
    answer: (answer: LeaveAnswer) => answered(answer),
    /** What there is to lose is kept or published: the form may be left. */
    release: () => (released = true),
  }
}
