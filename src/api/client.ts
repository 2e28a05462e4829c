import createClient, {
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
  type ParamsOption,
  type RequestBodyOption,
} from 'openapi-fetch'
import { createHold } from './retryAfter'
import type { paths } from './schema'
import { asApiError, unwrap, type Answer } from './unwrap'
import { ApiError, type ApiCall } from '@/domain/apiError'

export interface ApiClientOptions {
  readonly baseUrl: string
  /** Where the requests go; the default is the page's own `fetch`, looked up for each call. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** The bearer token for writes, null = none. A token that cannot be had makes the call `unauthorized`. */
  readonly accessToken?: () => string | null | Promise<string | null>
  /**
   * Asked once when the server refuses a call that carries the login (401, or a redirect to a page where reads need it), with the
   * token that was refused; if there is another one then, the call is made again.
   */
  readonly renew?: (refused: string | null) => Promise<boolean>
  /** Told that the server refuses the login for good. */
  readonly expire?: () => void
  /** Reads carry the token as well. Off by default: the usual proxy refuses a GET with an Authorization header. */
  readonly readsNeedLogin?: boolean
  /** `include` sends the API's cookies across origins as well, with the calls that carry the login. */
  readonly credentials?: RequestCredentials
  /** Milliseconds from sending to the end of the answer's body; 15 s by default. */
  readonly requestTimeoutMs?: number
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** Past all caches: for reading again what was just written. */
  readonly fresh?: boolean | undefined
}

/** With the text of an answer that was read before: if the server says the same, it is not parsed again, and `body` is undefined. */
interface SendOptions extends CallOptions {
  readonly known?: string | undefined
}

// What a server says is cut to a readable length.
const LONGEST_DETAIL = 300

type Method = 'get' | 'post' | 'patch' | 'delete'
type PathWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths]
type Input<Operation> = ParamsOption<Operation> & RequestBodyOption<Operation>
type AnyInput = { params?: { path?: Record<string, unknown>; query?: Record<string, unknown> }; body?: object }

export interface ApiClient {
  send<M extends Method, P extends PathWith<M>>(
    method: M,
    path: P,
    input: Input<paths[P][M]>,
    options?: SendOptions,
  ): Promise<Answer>
  /** A PATCH. Without a field to change nothing is sent: servers refuse an empty body. */
  change<P extends PathWith<'patch'>>(path: P, input: Input<paths[P]['patch']>, options?: CallOptions): Promise<void>
}

/**
 * Sends one request per call and answers its JSON. No headers but Content-Type (with a body) and Authorization ever
 * leave: the proxies in front of the API let no others through.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { readsNeedLogin = false, requestTimeoutMs = 15_000 } = options
  const client = createClient<paths>({
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    // openapi-fetch would keep the fetch of this moment, and with it miss one that is put in place later.
    fetch: options.fetch ?? (request => globalThis.fetch(request)),
  })

  const hold = createHold()
  const carriesLogin = (method: Method) => method !== 'get' || readsNeedLogin

  async function authorization(method: Method, call: ApiCall): Promise<{ Authorization?: string }> {
    if (!carriesLogin(method)) return {}
    try {
      const token = await options.accessToken?.()
      return token ? { Authorization: `Bearer ${token}` } : {}
    } catch (cause) {
      throw cause instanceof ApiError ? cause : new ApiError('unauthorized', call, { cause })
    }
  }

  // Without a status nothing was sent that the server could have refused: there was no token to be had.
  const isRefusedLogin = (method: Method, error: unknown) =>
    carriesLogin(method) && error instanceof ApiError && error.kind === 'unauthorized' && error.status !== undefined

  async function send(
    method: Method,
    path: string,
    input: AnyInput,
    { signal, fresh, known }: SendOptions = {},
  ): Promise<Answer> {
    signal?.throwIfAborted()
    const call = describeCall(method, path, input)
    if (method === 'get') hold.check(call.path)
    const controller = new AbortController()
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason))
    })
    const abort = () => controller.abort(signal?.reason)
    signal?.addEventListener('abort', abort)
    let timer: ReturnType<typeof setTimeout> | undefined

    let headers: { Authorization?: string } = {}
    const attempt = async () => {
      headers = await authorization(method, call)
      // Renewing a session may take its time, and a write must not leave after its caller has gone.
      controller.signal.throwIfAborted()
      timer = setTimeout(() => controller.abort(new ApiError('timeout', call)), requestTimeoutMs)
      const credentials = carriesLogin(method) && options.credentials
      const init = {
        ...input,
        headers,
        signal: controller.signal,
        parseAs: 'text',
        // What is told as "now" is asked for now: without this a browser answers from its cache after going back, or in a restored tab.
        ...(method === 'get' && { cache: fresh ? 'reload' : 'no-cache' }),
        // A write that a redirect has turned into a GET would read as done.
        ...(method !== 'get' && { redirect: 'error' }),
        ...(credentials && { credentials }),
      }
      const exchange = await client.request(method, path as never, init as never)
      return unwrap(call, exchange, { loginRedirects: readsNeedLogin, known, detailOf: errorDetail })
    }
    // A call whose login was refused was not carried out: it may be made again without harm.
    const exchange = async () => {
      try {
        return await attempt()
      } catch (error) {
        if (!isRefusedLogin(method, error)) throw error
        // The provider's answer has no part in the time that the API has.
        clearTimeout(timer)
        const refused = headers.Authorization?.slice('Bearer '.length) ?? null
        if (!(await options.renew?.(refused))) throw error
      }
      try {
        return await attempt()
      } catch (error) {
        if (isRefusedLogin(method, error)) options.expire?.()
        throw error
      }
    }
    try {
      // A race, because an injected fetch need not heed the signal.
      return await Promise.race([aborted, exchange()])
    } catch (error) {
      const thrown: unknown = controller.signal.aborted ? controller.signal.reason : asApiError(call, error)
      hold.note(thrown)
      throw thrown
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    send: (method, path, input, callOptions) => send(method, path, input as AnyInput, callOptions),
    async change(path, input, callOptions) {
      const { body = {} } = input as AnyInput
      if (Object.values(body).every(value => value === undefined)) return
      await send('patch', path, input as AnyInput, callOptions)
    },
  }
}

/** Throws `rejected`, without a status, for an identifier that no URL can carry. */
function describeCall(method: Method, path: string, { params = {} }: AnyInput): ApiCall {
  const call: ApiCall = {
    method: method.toUpperCase() as ApiCall['method'],
    path: createFinalURL(path, {
      baseUrl: '',
      params,
      querySerializer: createQuerySerializer(),
      pathSerializer: defaultPathSerializer,
    }),
  }
  // URLs fold such segments away, even encoded: deleting the severity ".." would be a DELETE of the whole API.
  if (Object.values(params.path ?? {}).some(value => ['', '.', '..'].includes(String(value))))
    throw new ApiError('rejected', call)
  return call
}

/**
 * What a server said about a failure, as one line of plain text; undefined where it said nothing readable. Takes the
 * bodies seen in the field: `{message}`, `{error: {message, reason}}`, `{error: "…"}`, `{errMsg}`, problem details, text,
 * and of a page only its title.
 */
function errorDetail(body: unknown): string | undefined {
  const text = oneLine(typeof body === 'string' ? textOf(body) : said(body))
  const characters = [...text]
  return (characters.length > LONGEST_DETAIL ? `${characters.slice(0, LONGEST_DETAIL - 1).join('')}…` : text) || undefined
}

function said(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const { message, reason, error, errMsg, title, detail } = body as Record<string, unknown>
  const parts = [message, errMsg, title, reason, detail].filter(part => typeof part === 'string' && part.trim())
  if (parts.length) return [...new Set(parts)].join(': ')
  return typeof error === 'string' ? error : said(error)
}

function textOf(body: string): string {
  if (!/^\s*</.test(body)) return body
  const title = /<title[^>]*>([^<]*)</i.exec(body)?.[1] ?? ''
  return title.replace(/&(lt|gt|quot|apos|#39|amp);/g, (_, name: string) => entities[name] ?? '')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' }
