/**
 * What first paint asked for before the page was there. The page takes those answers in place of asking once more: each is given
 * once, and only while it is young, since a page in a hidden tab may begin to read hours later.
 */
export interface FirstAnswers {
  /** By absolute address. */
  readonly answers: Map<string, Promise<Response>>
  /** When the first of them was asked for, epoch milliseconds. */
  readonly askedAt: number
}

declare global {
  var scsFirstAnswers: FirstAnswers | undefined
}

const MAX_AGE_MS = 30_000

/** @returns undefined where nobody asked for it before */
export function takeFirstAnswer(url: string): Promise<Response> | undefined {
  const first = globalThis.scsFirstAnswers
  if (!first || Date.now() - first.askedAt > MAX_AGE_MS) return undefined
  const answer = first.answers.get(url)
  first.answers.delete(url)
  return answer
}

/** Sends a request, unless first paint did. What carries a login or wants to pass the cache is always sent. */
export function fetchOnce(request: Request): Promise<Response> {
  const isPlain = request.method === 'GET' && request.cache === 'default' && !request.headers.has('Authorization')
  return (isPlain && takeFirstAnswer(request.url)) || globalThis.fetch(request)
}
