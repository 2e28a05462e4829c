import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
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
  const outcome = await outcomeOf(fault, respond, ms => wait(ms, undefined, { signal: closing }))
  if (outcome === 'silence') return
  if (outcome === 'dropped') answer.socket?.destroy()
  else await (outcome.isCut ? sendHalf : sendResponse)(outcome.response, answer)
}

/** Promises the whole body, sends half of it and drops the connection. */
async function sendHalf(response: Response, answer: ServerResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer())
  answer.writeHead(response.status, headersOf(response, body))
  answer.write(firstHalf(body), () => answer.socket?.destroy())
}
