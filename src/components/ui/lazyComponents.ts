import { defineAsyncComponent, onMounted, type Component } from 'vue'

type Load<T> = () => Promise<{ default: T }>

/** Resolves when what there is has been shown and the browser has nothing more urgent to do. */
const idle = async () => {
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
  // Safari before 18 knows no idle time.
  await new Promise(done => ('requestIdleCallback' in globalThis ? requestIdleCallback(done) : setTimeout(done)))
}

/**
 * A part that opens on demand and weighs nothing before the page is there. It is asked for as soon as the browser has time, and not
 * when it is opened: the host may be gone by then.
 */
export function preloadedAsync<T extends Component>(load: Load<T>): T {
  onMounted(
    () =>
      void idle()
        .then(load)
        .catch(() => undefined),
  )
  return defineAsyncComponent<T>(load)
}

/**
 * A part that nobody waits for: it comes by itself when the browser has time.
 * @param before what stands in its place until then
 */
export const idleAsync = <T extends Component>(load: Load<T>, before?: Component): T =>
  defineAsyncComponent<T>({ loader: () => idle().then(load), delay: 0, ...(before && { loadingComponent: before }) })
