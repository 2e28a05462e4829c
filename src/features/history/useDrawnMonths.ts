import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { ref, watch, type Ref } from 'vue'

// About 100 ms of work on a slow phone.
const INCIDENTS_A_STEP = 60

/**
 * How many of the months, from the newest on, are drawn. A screen or two at once, the others step by step, so that the page answers
 * while ten years are drawn.
 * @param sizes how many incidents each month shows
 */
export function useDrawnMonths(sizes: () => readonly number[]): Readonly<Ref<number>> {
  const drawn = ref(0)
  const { start, stop } = useTimeoutFn(drawOn, 0, { immediate: false })

  function drawOn() {
    stop()
    const all = sizes()
    let count = drawn.value
    for (let left = INCIDENTS_A_STEP; left > 0 && count < all.length; count++) left -= all[count]!
    drawn.value = count
    if (count < all.length) start()
  }
  watch(
    sizes,
    (now, before = []) => {
      const firstThatGrew = now.findIndex((size, index) => size > (before[index] ?? -1))
      const grown = sum(now) - sum(before)
      if (firstThatGrew >= 0 && grown > INCIDENTS_A_STEP) drawn.value = Math.min(drawn.value, firstThatGrew)
      drawOn()
    },
    { immediate: true },
  )
  useEventListener('beforeprint', () => (drawn.value = sizes().length))
  return drawn
}

const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0)
