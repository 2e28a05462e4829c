import { createHold } from './retryAfter'
import { asApiError, unwrap, type Answer } from './unwrap'
import { ApiError, type ApiCall } from '@/domain/apiError'
import type { HostAnswer } from '@/domain/time/clockSkew'

/**
 * The client (createApiClient) for who only reads and never logs in, in a third of its bytes: one GET per call, no headers.
 * @param requestTimeoutMs from sending to the end of the answer's body
 * @param tellTime gets what each answer says about the time, where its headers may be read (CORS)
 * @returns asks for a path and query below the API. Throws ApiError; the abort of the signal as it is
 */
export function createReader(baseUrl: string, requestTimeoutMs = 15_000, tellTime?: (answer: HostAnswer) => void) {
  const hold = createHold()
  return async (path: string, signal: AbortSignal): Promise<Answer> => {
    const call: ApiCall = { method: 'GET', path }
    hold.check(path)
    const controller = new AbortController()
    const abort = () => controller.abort(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    const timer = setTimeout(() => controller.abort(new ApiError('timeout', call)), requestTimeoutMs)
    try {
      const sentAt = Date.now()
      const response = await fetch(baseUrl + path, { signal: controller.signal, cache: 'no-cache' })
      const { headers } = response
      tellTime?.({ sentAt, receivedAt: Date.now(), date: headers.get('Date'), age: headers.get('Age') })
      const body = await response.text()
      return unwrap(call, { response, data: body })
    } catch (error) {
      const thrown: unknown = controller.signal.aborted ? controller.signal.reason : asApiError(call, error)
      hold.note(thrown)
      throw thrown
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
  }
}
