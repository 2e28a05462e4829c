import { setupServer } from 'msw/node'
import { http, type HttpHandler } from 'msw'
import { afterAll, beforeAll } from 'vitest'
import type { DemoData } from '@/demo/data'
import { demoHandlers } from '@/demo/handlers'
import { createDemoStore, type DemoStore } from '@/demo/store'
import { buildData } from './builders'
import { atEnd } from './cleanup'
import { NOW } from './clock'
import { API_URL } from './config'
import { assertContract } from './contract'

const problems: Error[] = []
const checks: Promise<void>[] = []
let paths: string[] = []
let anyIds = false

let pending = 0

const server = setupServer()

/** Answers what the tests of a file ask for, and nothing afterwards: the next file of the worker may ask a server of its own. */
export function useServer(): void {
  beforeAll(() => {
    server.listen({
      onUnhandledRequest({ method, url }) {
        const problem = new Error(`Nobody answers ${method} ${url}`)
        problems.push(problem)
        throw problem
      },
    })
    server.events.on('request:end', () => void pending--)
    server.events.on('request:start', ({ request }) => {
      pending++
      if (!request.url.startsWith(API_URL)) return
      paths.push(`${request.method} ${request.url.slice(API_URL.length)}`)
      checks.push(assertContract(request, { basePath: '/api', anyIds }).catch((problem: Error) => void problems.push(problem)))
    })
  })
  afterAll(() => {
    server.events.removeAllListeners()
    server.close()
  })
}

export interface ServeOptions {
  readonly data?: DemoData
  /** Epoch milliseconds. */
  readonly now?: () => number
  /** Answer before the demo server does. */
  readonly first?: readonly HttpHandler[]
  /** The ids of this server are no UUIDs. */
  readonly anyIds?: boolean
}

/** Puts a demo server at API_URL. Every request to it must keep the contract. */
export function serve({ data = buildData(), now = () => NOW, first = [], ...rest }: ServeOptions = {}): DemoStore {
  const store = createDemoStore({ now, data })
  anyIds = rest.anyIds ?? false
  server.resetHandlers(...first, ...demoHandlers({ store, baseUrl: API_URL, now }))
  return store
}

/** Changes what the server answers from now on. */
export const answerFirst = (...handlers: HttpHandler[]) => server.use(...handlers)

/** Lets the answers to a path wait until they are released; then the server answers as it would have. */
export function holdBack(path: string): { readonly handler: HttpHandler; readonly release: () => void } {
  let release: () => void = () => undefined
  const released = new Promise<undefined>(resolve => (release = () => resolve(undefined)))
  atEnd(release)
  return { handler: http.get(`${API_URL}${path}`, () => released), release }
}

/** Method and path of the requests since the last call. */
export function takeRequests(): string[] {
  const taken = paths
  paths = []
  return taken
}

/** Forgets the server; throws what its clients did wrong. */
export async function resetServer(): Promise<void> {
  // What is still under way belongs to this test and not to the next one.
  for (let turn = 0, quiet = 0; turn < 200 && quiet < 3; turn++) {
    quiet = pending > 0 ? 0 : quiet + 1
    await new Promise(resolve => setTimeout(resolve))
  }
  await Promise.all(checks.splice(0))
  server.resetHandlers()
  paths = []
  const [problem] = problems.splice(0)
  if (problem) throw problem
}
