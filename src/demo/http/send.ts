import type { ServerResponse } from 'node:http'
import { refusal } from '@/demo/handlers/answer'
import { nullOptionalFields, type Fault } from '@/demo/http/faults'

const SLOW_MS = 10_000
const page = (title: string) => `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`

/** Sends a response as it is. */
export async function send(response: Response, answer: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  answer.writeHead(response.status, headersOf(response, body))
  answer.end(body)
}

/** Answers with a fault; `respond` gives the true answer, and is called only where the fault lets the request through. */
export async function perform(
  { kind, delayMs = SLOW_MS, until }: Fault,
  answer: ServerResponse,
  respond: () => Promise<Response>,
  closing: AbortSignal,
): Promise<void> {
  if (typeof kind === 'number') return send(refusal(kind), answer)
  switch (kind) {
    case 'refused':
      answer.socket?.destroy()
      return
    case 'lost':
      await respond()
      // After the head: a request whose reused connection drops without one is sent again by browsers, unasked.
      answer.writeHead(200, { 'Content-Length': '100' })
      answer.write(' ', () => answer.socket?.destroy())
      return
    case 'timeout':
      return
    case 'html-502':
      return send(html(502, '502 Bad Gateway'), answer)
    case 'html-200':
      return send(html(200, 'Welcome'), answer)
    case 'empty':
      return send(new Response(null, { status: 200 }), answer)
    case 'truncated':
      return sendHalf(await respond(), answer)
    case 'cut-json':
      return send(await withHalf(await respond()), answer)
    case 'wrong-shape':
      return send(Response.json({ data: 'unexpected' }), answer)
    case 'nulls':
      return send(await withNulls(await respond()), answer)
    case 'slow':
      await (until ?? pause(delayMs, closing))
      return send(await respond(), answer)
    case 'cors':
      return send(await respond(), answer)
  }
}

/** Waits, and rejects at once when the server closes. */
export async function pause(ms: number, closing: AbortSignal): Promise<void> {
  if (ms <= 0) return
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new Error('The server is closing'))
    }
    const timer = setTimeout(() => {
      closing.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (closing.aborted) stop()
    else closing.addEventListener('abort', stop, { once: true })
  })
}

const html = (status: number, title: string) =>
  new Response(page(title), { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

async function withNulls(response: Response): Promise<Response> {
  const text = await response.text()
  if (!response.ok || text === '') return new Response(text || null, response)
  return new Response(nullOptionalFields(text), { status: response.status, headers: { 'Content-Type': 'application/json' } })
}

const half = (body: Buffer) => body.subarray(0, Math.floor(body.length / 2))

/** Half of the body, of which nothing but its JSON tells that there was more. */
async function withHalf(response: Response): Promise<Response> {
  const body = half(Buffer.from(await response.arrayBuffer()))
  return new Response(body.length ? new Uint8Array(body) : null, response)
}

/** Promises the whole body, sends half of it and drops the connection. */
async function sendHalf(response: Response, answer: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  answer.writeHead(response.status, headersOf(response, body))
  answer.write(half(body), () => answer.socket?.destroy())
}

/** A 204 must not name a length; every other answer does, so that a cut body is noticed. */
function headersOf(response: Response, body: Buffer): Record<string, string> {
  const type = response.headers.get('Content-Type')
  return { ...(type && { 'Content-Type': type }), ...(response.status !== 204 && { 'Content-Length': String(body.length) }) }
}
