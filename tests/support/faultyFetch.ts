import { getResponse } from 'msw'
import { expect, onTestFinished } from 'vitest'
import type { DemoData } from '@/demo/data'
import { demoHandlers } from '@/demo/handlers'
import { refusalResponse } from '@/demo/handlers/answer'
import { isUnauthorized, unauthorized, type AccessOptions } from '@/demo/http/access'
import { createFaultPlan, firstHalf, headersOf, outcomeOf, type Fault, type Outcome } from '@/demo/http/faults'
import { createDemoStore, type DemoStore } from '@/demo/store'
import { API_URL } from './config'
import { assertContract } from './contract'

export interface FaultyServerOptions extends Pick<AccessOptions, 'bearer' | 'readsNeedLogin' | 'refuseTokensOnReads'> {
  readonly data: DemoData
  readonly quirks?: boolean
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface ReceivedRequest {
  readonly method: string
  /** Path and query below the base path. */
  readonly path: string
  /** The header, null where there was none. */
  readonly authorization: string | null
  /** The parsed JSON; undefined = no body. */
  readonly body: unknown
  /** When it was sent, milliseconds of `performance`. */
  readonly at: number
}

export interface FaultyServer {
  /** What a page is to have in place of the browser's. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>
  /** Stand from now on, in place of the ones before. */
  readonly setFaults: (faults: readonly Fault[]) => void
  /** In order of arrival; without those that a browser holds back when their preflight was not answered well. */
  readonly requests: readonly ReceivedRequest[]
  /** Those that the page awaits an answer to. */
  readonly awaited: ReadonlySet<ReceivedRequest>
  readonly store: DemoStore
}

/**
 * A demo server at API_URL without a network, and what `fetch` makes of its faults. A request that breaks the contract is
 * answered with 500 and fails the test.
 */
export function faultyServer({ data, quirks = false, now, ...access }: FaultyServerOptions): FaultyServer {
  const store = createDemoStore({ now, data })
  const handlers = demoHandlers({ store, baseUrl: API_URL, quirks, now })
  const plan = createFaultPlan()
  const requests: ReceivedRequest[] = []
  const awaited = new Set<ReceivedRequest>()
  const problems: unknown[] = []
  onTestFinished(() => expect(problems).toEqual([]))

  /** The library weighs each of them at length: those that cannot answer are left out. */
  function handlersFor({ method, url }: Request) {
    const depth = new URL(url).pathname.split('/').length
    return handlers.filter(({ info }) => {
      if (info.method !== method) return info.method instanceof RegExp
      return new URL(String(info.path)).pathname.split('/').length === depth
    })
  }

  async function respond(request: Request): Promise<Response> {
    try {
      await assertContract(request, { basePath: new URL(API_URL).pathname })
    } catch (problem) {
      problems.push(problem)
      return refusalResponse(500)
    }
    if (isUnauthorized(request, access)) return unauthorized()
    return (await getResponse(handlersFor(request), request)) ?? refusalResponse(404)
  }

  async function exchange(request: Request, received: ReceivedRequest): Promise<Response> {
    const fault = plan.strike(received.method, received.path)
    if (!fault) return delivered({ response: await respond(request), isCut: false })
    const outcome = await outcomeOf(fault, () => respond(request), pause)
    if (fault.kind === 'cors') throw failedToFetch()
    return delivered(outcome)
  }

  return {
    async fetch(input, init) {
      const request = input instanceof Request && !init ? input : new Request(input, init)
      request.signal.throwIfAborted()
      const received = await receive(request)
      if (isPreflighted(request) && plan.blocksPreflight(received.method, received.path)) throw failedToFetch()
      requests.push(received)
      awaited.add(received)
      try {
        return await Promise.race([exchange(request, received), abortOf(request.signal)])
      } finally {
        awaited.delete(received)
      }
    },
    setFaults: plan.set,
    requests,
    awaited,
    store,
  }
}

async function receive(request: Request): Promise<ReceivedRequest> {
  const { method, url, headers } = request
  const at = performance.now()
  const text = request.body ? await request.clone().text() : ''
  return {
    method,
    path: url.startsWith(`${API_URL}/`) ? url.slice(API_URL.length) : url,
    authorization: headers.get('Authorization'),
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
    at,
  }
}

/** Of another origin, as every API is that CORS matters to. */
const isPreflighted = ({ method, headers }: Request) =>
  !['GET', 'HEAD', 'POST'].includes(method) || headers.has('Authorization') || headers.get('Content-Type') === 'application/json'

const failedToFetch = () => new TypeError('Failed to fetch')

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Rejects as `fetch` does when the page does not want the answer any more. */
const abortOf = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))

/** What a page is given for what came over the network. */
async function delivered(outcome: Outcome): Promise<Response> {
  if (outcome === 'silence') return new Promise(() => {})
  if (outcome === 'dropped') throw failedToFetch()
  const { response, isCut } = outcome
  const { status } = response
  const body = new Uint8Array(await response.arrayBuffer())
  const headers = headersOf(response, body)
  if (!isCut) return new Response(body.length ? body : null, { status, headers })
  // The head is sent with the first bytes of the body.
  if (!body.length) throw failedToFetch()
  return new Response(broken(firstHalf(body)), { status, headers })
}

/** A body that ends in the middle. */
const broken = (bytes: Uint8Array) =>
  new ReadableStream({
    start: controller => controller.enqueue(bytes),
    pull: controller => controller.error(new TypeError('network error')),
  })
