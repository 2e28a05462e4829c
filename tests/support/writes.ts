import { http, type HttpHandler } from 'msw'
import { API_URL } from './config'

/** A write as it left: its method and path, and what was sent with it. */
export type Write = [call: string, body?: unknown]

/** Lets every write through to the server, and remembers it in its place. */
export function recordWrites(): { readonly writes: Write[]; readonly recorder: HttpHandler } {
  const writes: Write[] = []
  const recorder = http.all(`${API_URL}/*`, async ({ request }) => {
    if (request.method === 'GET') return
    const call = `${request.method} ${request.url.slice(API_URL.length)}`
    const text = await request.clone().text()
    writes.push(text ? [call, JSON.parse(text) as unknown] : [call])
  })
  return { writes, recorder }
}
