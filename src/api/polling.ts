export interface PollingOptions {
  /** Milliseconds between two polls that succeed. */
  readonly intervalMs: number
  /** Reads; answers whether everything could be read. */
  readonly poll: () => Promise<boolean>
  /** For jitter, 0..1: many pages that failed together must not come back together. */
  readonly random?: () => number
  /** Goes on while the page is hidden; without it a hidden page asks nothing. */
  readonly inBackground?: boolean
}

const FIRST_RETRY_MS = 5_000

/** How often it is looked whether the clock has leapt: the device slept, or the browser had put the page aside. */
const HEARTBEAT_MS = 1_000
const LEAP_MS = 10_000

/**
 * Polls while the page is visible. A hidden tab asks nothing, unless it is told to; back in front it asks at once if a poll was due. After a failure
 * the next one comes sooner, then ever later up to the usual interval, with jitter. After a leap of the clock, and where the browser
 * brings back a page that it had put aside, it asks at once: what is on the screen then is as old as the leap is long.
 * @returns ends it
 */
export function startPolling({ intervalMs, poll, random = Math.random, inBackground = false }: PollingOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let dueAt = Infinity
  let ended = false
  let beat = Date.now()

  function schedule(succeeded: boolean) {
    failures = succeeded ? 0 : failures + 1
    const delay = succeeded ? intervalMs : Math.min(intervalMs, FIRST_RETRY_MS * 2 ** (failures - 1)) * (0.75 + random() / 2)
    dueAt = performance.now() + delay
    arm()
  }

  function arm() {
    clearTimeout(timer)
    if (ended || (document.hidden && !inBackground) || dueAt === Infinity) return
    timer = setTimeout(() => void tick(), Math.max(0, dueAt - performance.now()))
  }

  async function tick() {
    dueAt = Infinity
    let succeeded = false
    try {
      succeeded = await poll()
    } finally {
      // A defect is told, but it does not end the polling.
      schedule(succeeded)
    }
  }

  const resume = () => {
    // The network is back: no reason to sit out the rest of a back-off.
    if (failures) dueAt = performance.now()
    arm()
  }
  const askNow = () => {
    if (dueAt !== Infinity) dueAt = performance.now()
    arm()
  }
  /** The timers of a device that sleeps stand still with it, and so may the clock that counts for them. */
  const noticeLeap = () => {
    const gap = Date.now() - beat
    beat = Date.now()
    // The timers of a tab in the background are late by up to a minute as it is.
    if (gap > (document.hidden ? Math.max(intervalMs, 2 * 60_000) : LEAP_MS)) askNow()
  }
  const heartbeat = setInterval(noticeLeap, HEARTBEAT_MS)
  const show = () => {
    noticeLeap()
    arm()
  }
  const restore = ({ persisted }: PageTransitionEvent) => persisted && askNow()
  document.addEventListener('visibilitychange', show)
  window.addEventListener('pageshow', restore)
  window.addEventListener('online', resume)
  void tick()
  return () => {
    ended = true
    clearTimeout(timer)
    clearInterval(heartbeat)
    document.removeEventListener('visibilitychange', show)
    window.removeEventListener('pageshow', restore)
    window.removeEventListener('online', resume)
  }
}
