export interface Watching {
  /** CSS: the status is visible when each of them finds something; what the last one finds fills the first screen. */
  readonly visible: readonly string[]
  /** CSS of what is there when the page takes input; null = nothing is waited for. */
  readonly interactive: string | null
}

/** Milliseconds since the navigation began. */
export interface Seen {
  visible?: number
  interactive?: number
  /** What long tasks took beyond 50 ms. */
  blocking: number
  /** Layout shift score. */
  shift: number
  largest: number
}

declare global {
  var seen: Seen
}

/** Runs in the page, before its own scripts: looks at every frame, and what is found counts two frames later, when it has been painted. */
export function watch({ visible, interactive }: Watching): void {
  const seen: Seen = { blocking: 0, shift: 0, largest: 0 }
  globalThis.seen = seen
  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('longtask', ({ duration }) => (seen.blocking += Math.max(0, duration - 50)))
  observe('layout-shift', entry => (seen.shift += (entry as unknown as { value: number }).value))
  observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime))
  // As long as HTML comes in, more of the first screen may be on its way.
  const isFilled = () =>
    document.readyState !== 'loading' ||
    [...document.querySelectorAll(visible.at(-1)!)].at(-1)!.getBoundingClientRect().bottom > innerHeight
  const isThere = {
    visible: () => visible.every(selector => document.querySelector(selector)) && isFilled(),
    interactive: () => interactive !== null && document.querySelector(interactive) !== null,
  }
  const awaited = new Set<'visible' | 'interactive'>(interactive === null ? ['visible'] : ['visible', 'interactive'])
  const look = () => {
    for (const key of awaited)
      if (isThere[key]()) {
        awaited.delete(key)
        requestAnimationFrame(() => requestAnimationFrame(() => (seen[key] = performance.now())))
      }
    if (awaited.size) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
