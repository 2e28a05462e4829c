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

const IDENTITY = new Set(['id', 'order', 'generation'])

/** The same JSON with every field null that is neither an identity nor a container of objects at the top. */
export function nullOptionalFields(text: string): string {
  const body: unknown = JSON.parse(text)
  if (typeof body !== 'object' || body === null || !('data' in body)) return text
  return JSON.stringify({ data: Array.isArray(body.data) ? body.data.map(nullFields) : nullFields(body.data) })
}

function nullFields(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return null
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, IDENTITY.has(key) ? (value as unknown) : null]))
}
