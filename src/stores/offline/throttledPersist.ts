/** The first write waits for what comes with an answer; after it one a minute is enough. */
const SETTLE_MS = 1_000
const GAP_MS = 60_000

/** Writes when the browser has nothing better to do, at most once a minute, and at the latest when the page is left. */
export function throttledPersist(write: () => unknown) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let writtenAt = -Infinity

  function run() {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    writtenAt = performance.now()
    write()
  }

  // Whoever leaves a page does not always hide it first, and on a phone a page is hidden and never left.
  document.addEventListener('visibilitychange', () => document.hidden && run())
  window.addEventListener('pagehide', run)

  return {
    /** There is something to be written. */
    schedule() {
      timer ??= setTimeout(() => whenIdle(run), Math.max(SETTLE_MS, writtenAt + GAP_MS - performance.now()))
    },
  }
}

/** Safari before 18 knows no idle time. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 5_000 })
  else setTimeout(task)
}
