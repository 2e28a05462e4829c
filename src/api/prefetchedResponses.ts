interface PrefetchedResponse {
  readonly response: Promise<Response>
  readonly abort: (reason?: unknown) => void
}

/**
 * What first paint asked for before the page was there. The page takes those answers in place of asking once more: each is given
 * once, and only while it is young, since a page in a hidden tab may begin to read hours later.
 */
export interface PrefetchedResponses {
  /** By absolute address. */
  readonly answers: Map<string, PrefetchedResponse>
  /** When the first of them was asked for, epoch milliseconds. */
  readonly askedAt: number
  /** The page has begun to ask by itself: whatever else there is to be asked is asked once, by it. */
  isTaken: boolean
}

declare global {
  var scsPrefetchedResponses: PrefetchedResponses | undefined
}

const MAX_AGE_MS = 30_000

/**
 * Asks for an address, or waits for what was asked before. The answer itself is left to the page.
 * @throws where the page has begun to ask
 */
export async function prefetchResponse({ answers, isTaken }: PrefetchedResponses, url: string): Promise<Response> {
  let asked = answers.get(url)
  if (!asked) {
    if (isTaken) throw new Error('The page asks by itself.')
    const controller = new AbortController()
    asked = { response: fetch(url, { signal: controller.signal, cache: 'no-cache' }), abort: reason => controller.abort(reason) }
    answers.set(url, asked)
  }
  return (await asked.response).clone()
}

/** @returns undefined where nobody asked for it before */
export function consumePrefetched(url: string, signal?: AbortSignal | null): Promise<Response> | undefined {
  const first = globalThis.scsPrefetchedResponses
  if (!first || Date.now() - first.askedAt > MAX_AGE_MS) return undefined
  const asked = first.answers.get(url)
  first.answers.delete(url)
  signal?.addEventListener('abort', () => asked?.abort(signal.reason))
  return asked?.response
}

/** Sends a request, unless first paint did. What carries a login or wants to pass all caches is always sent. */
export function fetchOnce(request: Request): Promise<Response> {
  if (globalThis.scsPrefetchedResponses) globalThis.scsPrefetchedResponses.isTaken = true
  const isPlain = request.method === 'GET' && request.cache !== 'reload' && !request.headers.has('Authorization')
  return (isPlain && consumePrefetched(request.url, request.signal)) || globalThis.fetch(request)
}
