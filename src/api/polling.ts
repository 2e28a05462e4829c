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

/**
 * Polls while the page is visible. A hidden tab asks nothing, unless it is told to; back in front it asks at once if a poll was due. After a failure
 * the next one comes sooner, then ever later up to the usual interval, with jitter.
 * @returns ends it
 */
export function startPolling({ intervalMs, poll, random = Math.random, inBackground = false }: PollingOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let dueAt = Infinity
  let ended = false

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
  document.addEventListener('visibilitychange', arm)
  window.addEventListener('online', resume)
  void tick()
  return () => {
    ended = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', arm)
    window.removeEventListener('online', resume)
  }
}
