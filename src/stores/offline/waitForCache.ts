const PATIENCE_MS = 3000

/**
 * Waits for what this browser kept, before a failure is told: it does not say that nothing is known. Never rejects, and ends after
 * three seconds: a browser that never answers must not hide a failure.
 * @param kept undefined = nothing is kept
 */
export async function waitForCache(kept: Promise<unknown> | undefined): Promise<void> {
  if (!kept) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise(done => (timer = setTimeout(done, PATIENCE_MS)))
  await Promise.race([kept, patience]).catch(() => undefined)
  clearTimeout(timer)
}
