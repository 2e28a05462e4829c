import type { ServerResponse } from 'node:http'
import { firstHalf, headersOf, outcomeOf, type Fault } from './faults'

/** Sends a response as it is. */
export async function sendResponse(response: Response, answer: ServerResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer())
  answer.writeHead(response.status, headersOf(response, body))
  answer.end(body)
}

/** Answers with a fault; `respond` gives the true answer, and is called only where the fault lets the request through. */
export async function performRequest(
  fault: Fault,
  answer: ServerResponse,
  respond: () => Promise<Response>,
  closing: AbortSignal,
): Promise<void> {
  const outcome = await outcomeOf(fault, respond, ms => waitUnlessClosing(ms, closing))
  if (outcome === 'silence') return
  if (outcome === 'dropped') answer.socket?.destroy()
  else await (outcome.isCut ? sendHalf : sendResponse)(outcome.response, answer)
}

/** Waits, and rejects at once when the server closes. */
export async function waitUnlessClosing(ms: number, closing: AbortSignal): Promise<void> {
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

/** Promises the whole body, sends half of it and drops the connection. */
async function sendHalf(response: Response, answer: ServerResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer())
  answer.writeHead(response.status, headersOf(response, body))
  answer.write(firstHalf(body), () => answer.socket?.destroy())
}
