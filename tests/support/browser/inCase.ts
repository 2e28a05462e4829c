/** Less than a test may take, so that the name is told in time. */
const LIMIT_MS = 50_000

/** One of several cases on a page that is loaded once: what fails, or never ends, is told with its name. */
export async function inCase<T>(name: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done within ${LIMIT_MS / 1_000} s`)), LIMIT_MS)
  })
  try {
    return await Promise.race([work, limit])
  } catch (cause) {
    throw new Error(`In the case "${name}"`, { cause })
  } finally {
    clearTimeout(timer)
  }
}
