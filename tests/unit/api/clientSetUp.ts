import { expect } from 'vitest'
import type { ApiClientOptions } from '@/api/client'
import { createStatusApi } from '@/api/statusApi'
import type { ApiError } from '@/domain/apiError'

type Server = (request: Request) => Response | Promise<Response>

/** The API over a server that is a function, and what it was asked. */
export function setUp(server: Server, options: Partial<ApiClientOptions> = {}) {
  const requests: Request[] = []
  const fetch = async (request: Request) => {
    requests.push(request)
    return server(request)
  }
  return { api: createStatusApi({ baseUrl: 'https://status.test/api', fetch, ...options }), requests }
}

export const nothingYet = () => Response.json({ data: [] })
/** What a call failed with; that it did not is a failure of the test. */
export const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('no error'),
    (error: unknown) => error as ApiError,
  )
