export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'unsupported'
  | 'rejected'
  | 'tooManyRequests'
  | 'server'
  | 'malformed'

/** What a call was, without any token: for messages and for "show API call". */
export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path and query below the API's base URL, e.g. `/incidents?start=…&end=…`. */
  readonly path: string
}

/**
 * The one error that leaves the API layer. It carries facts for a message, never a text for people.
 * `status` is the HTTP status where an answer came; `detail` what the server said, cut to a readable length; `retryAfterMs` how
 * long the server asks to be left alone, from when it answered.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind!: ApiErrorKind
  readonly call!: ApiCall
  readonly status!: number | undefined
  readonly detail!: string | undefined
  readonly retryAfterMs!: number | undefined

  constructor(
    kind: ApiErrorKind,
    call: ApiCall,
    {
      cause,
      ...facts
    }: { status?: number | undefined; detail?: string | undefined; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(`${call.method} ${call.path}: ${kind}${facts.status ? ` ${facts.status}` : ''}`, { cause })
    Object.assign(this, { kind, call, ...facts })
  }
}
