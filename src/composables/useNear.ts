import { useIntersectionObserver } from '@vueuse/core'
import type { Ref } from 'vue'

// In heights of the screen: what comes within it is about to be read.
const NEAR = '100% 0px'

/** Calls once when an element is on the screen or near it. */
export function useNear(element: Readonly<Ref<HTMLElement | null>>, act: () => void): void {
  const { stop } = useIntersectionObserver(
    element,
    entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      stop()
      act()
    },
    { rootMargin: NEAR },
  )
}
