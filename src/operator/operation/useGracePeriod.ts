import { useIntervalFn } from '@vueuse/core'
import { shallowRef } from 'vue'

/** Some seconds in which something can be taken back. */
export function useGracePeriod(holdMs: number, over: () => void) {
  /** Milliseconds until it is over. */
  const leftMs = shallowRef(0)
  let until = 0
  const { pause: stop, resume: countDown } = useIntervalFn(count, 250, { immediate: false })

  function begin() {
    until = performance.now() + holdMs
    leftMs.value = holdMs
    countDown()
  }
  function count() {
    leftMs.value = Math.max(0, until - performance.now())
    if (!leftMs.value) over()
  }

  return {
    leftMs,
    begin,
    stop,
    /** While somebody is at the button that takes it back. */
    pause: stop,
    resume() {
      until = performance.now() + leftMs.value
      countDown()
    },
  }
}
