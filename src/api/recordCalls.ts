import { createStatusApi, type StatusApi } from './statusApi'
import type { ShownRequest } from '@/domain/curl'

/**
 * What some calls would send, for "show API calls": nothing leaves, and no token is asked for. An id that the server would
 * choose reads `<new>`; lists are answered empty.
 * @param authenticated whether calls with a login carry a token: writes, and with `readsNeedLogin` reads as well
 */
export async function recordCalls(
  { baseUrl, authenticated, readsNeedLogin }: { baseUrl: string; authenticated: boolean; readsNeedLogin: boolean },
  call: (api: StatusApi) => Promise<unknown>,
): Promise<ShownRequest[]> {
  const requests: ShownRequest[] = []
  const base = baseUrl.replace(/\/+$/, '')
  const api = createStatusApi({
    baseUrl,
    async fetch(request) {
      const text = await request.text()
      const { url } = request
      const method = request.method as ShownRequest['method']
      const carriesToken = authenticated && (readsNeedLogin || method !== 'GET')
      requests.push({ method, url, authenticated: carriesToken, ...(text && { body: JSON.parse(text) as object }) })
      const isList = method === 'GET' && LISTS.test(url.slice(base.length))
      return isList ? Response.json({ data: [] }) : Response.json(ANYTHING, { status: method === 'POST' ? 201 : 200 })
    },
  })
  await call(api)
  return requests
}

const LISTS = /^\/(components|incidents|severities|impacttypes|incidents\/[^/]+\/updates)(\?|$)/
/** Has what every single thing needs. */
const ANYTHING = { id: '<new>', order: 0, generation: 1, displayName: '<new>', value: 1 }
