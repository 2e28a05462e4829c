import { refusalResponse } from '@/demo/handlers/answer'

export const faultKinds = [
  'refused',
  'lost',
  'timeout',
  400,
  401,
  403,
  404,
  409,
  500,
  'html-502',
  'html-200',
  'empty',
  'truncated',
  'cut-json',
  'wrong-shape',
  'nulls',
  'slow',
  'cors',
] as const

/**
 * What goes wrong: `refused` drops the connection, `lost` does so after the request was carried out, `timeout` never answers, a
 * number answers with that status, `html-502` is a proxy's error page, `html-200` a static host's fallback page, `empty` 200 without
 * a body, `truncated` half of the body and a dropped connection, `cut-json` half of the body as if it were all of it, `wrong-shape`
 * JSON of another kind, `nulls` the true answer with every optional field null, `slow` the true answer late, `cors` without CORS headers.
 */
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  /** Any method where missing. */
  method?: string
  /** Matched against path and query below the base path; a text is a prefix. */
  path: RegExp | string
  kind: FaultKind
  /** How many requests it strikes; all where missing. */
  times?: number
  /** How late `slow` is. */
  delayMs?: number
  /** What `slow` waits for instead of a time. */
  until?: Promise<unknown>
}

export interface FaultPlan {
  set: (faults: readonly Fault[]) => void
  /** The first fault that fits, which counts as one strike. */
  strike: (method: string, path: string) => Fault | undefined
  /** Whether a request like this would go without CORS headers, for its preflight. */
  blocksPreflight: (method: string, path: string) => boolean
}

/** Which fault strikes which request, in the order given. */
export function createFaultPlan(): FaultPlan {
  let planned: { fault: Fault; left: number }[] = []
  const find = (method: string, path: string) =>
    planned.find(({ fault, left }) => left > 0 && (!fault.method || fault.method === method) && matches(fault.path, path))

  return {
    set(faults) {
      planned = faults.map(fault => ({ fault, left: fault.times ?? Infinity }))
    },
    strike(method, path) {
      const entry = find(method, path)
      if (entry) entry.left--
      return entry?.fault
    },
    blocksPreflight: (method, path) => find(method, path)?.fault.kind === 'cors',
  }
}

const matches = (pattern: RegExp | string, path: string) =>
  typeof pattern === 'string'
    ? path.startsWith(pattern)
    : new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(path)

const SLOW_MS = 10_000

/** What a fault makes of an exchange: an answer, whole or with its connection dropped half way; a dropped connection; nothing, ever. */
export type Outcome = { readonly response: Response; readonly isCut: boolean } | 'dropped' | 'silence'

/**
 * What comes of a request that a fault strikes. Of `cors` that is the answer that a page is not let near.
 * @param respond gives the true answer, and is called only where the fault lets the request through
 * @param pause waits some milliseconds
 */
export async function outcomeOf(
  { kind, delayMs = SLOW_MS, until }: Fault,
  respond: () => Promise<Response>,
  pause: (ms: number) => Promise<unknown>,
): Promise<Outcome> {
  const whole = (response: Response) => ({ response, isCut: false })
  const cut = (response: Response) => ({ response, isCut: true })
  if (typeof kind === 'number') return whole(refusalResponse(kind))
  switch (kind) {
    case 'refused':
      return 'dropped'
    case 'lost':
      await respond()
      // Not without a head: a request whose reused connection drops before one is sent again by browsers, unasked.
      return cut(new Response(' '.repeat(100)))
    case 'timeout':
      return 'silence'
    case 'html-502':
      return whole(html(502, '502 Bad Gateway'))
    case 'html-200':
      return whole(html(200, 'Welcome'))
    case 'empty':
      return whole(new Response(null, { status: 200 }))
    case 'truncated':
      return cut(await respond())
    case 'cut-json':
      return whole(await withHalf(await respond()))
    case 'wrong-shape':
      return whole(Response.json({ data: 'unexpected' }))
    case 'nulls':
      return whole(await withNulls(await respond()))
    case 'slow':
      await (until ?? pause(delayMs))
      return whole(await respond())
    case 'cors':
      return whole(await respond())
  }
}

const page = (title: string) => `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`

const html = (status: number, title: string) =>
  new Response(page(title), { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

async function withNulls(response: Response): Promise<Response> {
  const text = await response.text()
  if (!response.ok || text === '') return new Response(text || null, response)
  return new Response(nullOptionalFields(text), { status: response.status, headers: { 'Content-Type': 'application/json' } })
}

export const firstHalf = (body: Uint8Array<ArrayBuffer>) => body.subarray(0, Math.floor(body.length / 2))

/** Half of the body, of which nothing but its JSON tells that there was more. */
async function withHalf(response: Response): Promise<Response> {
  const body = firstHalf(new Uint8Array(await response.arrayBuffer()))
  return new Response(body.length ? body : null, response)
}

/** A 204 must not name a length; every other answer does, so that a cut body is noticed. */
export function headersOf({ status, headers }: Response, body: Uint8Array): Record<string, string> {
  const type = headers.get('Content-Type')
  return { ...(type && { 'Content-Type': type }), ...(status !== 204 && { 'Content-Length': String(body.length) }) }
}

const IDENTITY = new Set(['id', 'order', 'generation'])

/** The same JSON with every field null that is neither an identity nor a container of objects at the top. */
function nullOptionalFields(text: string): string {
  const body: unknown = JSON.parse(text)
  if (typeof body !== 'object' || body === null || !('data' in body)) return text
  return JSON.stringify({ data: Array.isArray(body.data) ? body.data.map(nullFields) : nullFields(body.data) })
}

function nullFields(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return null
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, IDENTITY.has(key) ? (value as unknown) : null]))
}
