import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { getResponse } from 'msw'
import type { DemoData } from '@/demo/data'
import { demoHandlers } from '@/demo/handlers'
import { refusalResponse } from '@/demo/handlers/answer'
import { allowOrigin, answerPreflight, isUnauthorized, preflightedMethod, unauthorized, type AccessOptions } from './access'
import { createFaultPlan, type Fault } from './faults'
import { performRequest, sendResponse } from './send'
import { emptyCloud, seedBelievableCloud } from '@/demo/seed'
import { createDemoStore, type DemoStore } from '@/demo/store'

export interface DemoServerOptions extends AccessOptions {
  /** 0 = any free port. */
  port?: number
  host?: string
  /** `empty` is set up (phases, severities, impact types) but without components; by default `believable`. */
  data?: DemoData | 'empty' | 'believable'
  quirks?: boolean
  latencyMs?: number
  /** Where the API lies below the origin, e.g. `/api`. */
  basePath?: string
  /** Epoch milliseconds. */
  now?: () => number
  /** Sees every request that is no preflight; what it throws answers 500 and is kept in `contractErrors`. */
  onRequest?: (request: Request) => void | Promise<void>
}

export interface SeenRequest {
  method: string
  /** Path and query below the base path. */
  path: string
  /** Whether it carried an Authorization header. */
  authorization: boolean
}

export interface DemoServer {
  /** The API's base URL, without a slash at its end. */
  url: string
  port: number
  store: DemoStore
  /** Every request but preflights, in order of arrival. */
  requests: SeenRequest[]
  contractErrors: Error[]
  setFaults: (faults: readonly Fault[]) => void
  /** Ends the server and every connection, hanging ones too. */
  close: () => Promise<void>
}

const CLOUDS = { empty: emptyCloud, believable: seedBelievableCloud }

/** The demo server over real HTTP, on loopback by default. Rejects where the port is taken. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, host = '127.0.0.1', data = 'believable', quirks = false, latencyMs = 0, now = Date.now, onRequest } = options
  const basePath = (options.basePath ?? '').replace(/\/+$/, '')
  const store = createDemoStore({ now, data: typeof data === 'string' ? CLOUDS[data] : data })
  const faults = createFaultPlan()
  const requests: SeenRequest[] = []
  const contractErrors: Error[] = []
  const closing = new AbortController()
  const server = createServer((message, answer) => {
    handle(message, answer).catch(() => answer.destroy())
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const actualPort = (server.address() as AddressInfo).port
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`
  const handlers = demoHandlers({ store, baseUrl: origin + basePath, quirks, now })

  async function answerTo(request: Request): Promise<Response> {
    try {
      await onRequest?.(request.clone())
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error))
      contractErrors.push(problem)
      return Response.json({ message: problem.message }, { status: 500 })
    }
    if (isUnauthorized(request, options)) return unauthorized()
    return (await getResponse(handlers, request)) ?? refusalResponse(404)
  }

  async function handle(message: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = 'GET', url: target = '/' } = message
    const path = target.startsWith(`${basePath}/`) ? target.slice(basePath.length) : target
    const preflighted = preflightedMethod(message)
    if (preflighted) {
      if (!faults.blocksPreflight(preflighted, path)) allowOrigin(message, answer, options.corsOrigins ?? '*')
      return answerPreflight(answer)
    }

    requests.push({ method, path, authorization: message.headers.authorization !== undefined })
    const fault = faults.strike(method, path)
    if (fault?.kind !== 'cors') allowOrigin(message, answer, options.corsOrigins ?? '*')
    const request = await toRequest(message, origin + target)
    // It rejects at once when the server closes.
    if (latencyMs) await wait(latencyMs, undefined, { signal: closing.signal })
    if (fault) await performRequest(fault, answer, () => answerTo(request), closing.signal)
    else await sendResponse(await answerTo(request), answer)
  }

  return {
    url: origin + basePath,
    port: actualPort,
    store,
    requests,
    contractErrors,
    setFaults: faults.set,
    close: () =>
      new Promise(resolve => {
        closing.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function toRequest(message: IncomingMessage, url: string): Promise<Request> {
  const { method = 'GET' } = message
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  const headers = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return new Request(url, {
    method,
    headers,
    ...(chunks.length > 0 && method !== 'GET' && method !== 'HEAD' && { body: Buffer.concat(chunks) }),
  })
}
