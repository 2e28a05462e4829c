import { onBeforeUnmount, onMounted, type Ref } from 'vue'

// In heights of the screen: what comes within it is about to be read.
const NEAR = '100% 0px'

/** Calls once when an element is on the screen or near it. */
export function useNear(element: Readonly<Ref<HTMLElement | null>>, act: () => void): void {
  let observer: IntersectionObserver | undefined
  onMounted(() => {
    if (!element.value) return
    observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer?.disconnect()
        act()
      },
      { rootMargin: NEAR },
    )
    observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
}
