import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { DemoServerOptions } from '@/demo/http/server'
import { startServer } from './statusPage'

/** What a server sends. */
export interface SentAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What becomes of a true answer on its way: another one, a connection that is dropped, or silence for ever.
 * @param path with its query
 */
export type Lie = (answer: SentAnswer, path: string) => SentAnswer | 'dropped' | 'silence'

export const truth: Lie = answer => answer

/** Pages may read what caches, lists and clocks say about an answer. */
const HEADERS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Age, Date, Link' }

/** The demo server behind somebody who does not tell everything as it is. It ends with the test. */
export async function startLyingServer(options: DemoServerOptions) {
  const demo = await startServer(options)
  let lie = truth
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const answer = async () => {
      const told = await fetch(demo.url + path)
      const headers = { ...HEADERS, 'content-type': told.headers.get('content-type') ?? '' }
      const sent = lie({ status: told.status, headers, body: await told.text() }, path)
      if (sent === 'silence') return
      if (sent === 'dropped') return void response.destroy()
      response.sendDate = false
      response.writeHead(sent.status, sent.headers).end(sent.body)
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  })
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** From now on; the answers that are awaited as well. */
    tell: (next: Lie) => void (lie = next),
  }
}

/** The same answer with another body: what `change` makes of its JSON. */
export const withBody =
  (change: (body: { data: unknown }, path: string) => unknown): Lie =>
  (answer, path) => ({ ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as { data: unknown }, path)) })

/** Lists alone are told otherwise: `change` makes other entries of them. */
export const withEntries = (
  wanted: RegExp,
  change: (entries: readonly Record<string, unknown>[], path: string) => readonly unknown[],
): Lie =>
  withBody((body, path) =>
    Array.isArray(body.data) && wanted.test(path)
      ? { ...body, data: change(body.data as Record<string, unknown>[], path) }
      : body,
  )
