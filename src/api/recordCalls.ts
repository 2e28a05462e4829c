import { createStatusApi, type StatusApi } from '@/api/statusApi'
import type { ShownRequest } from '@/domain/curl'

/**
 * What some calls would send, for "show API call": nothing leaves, and no token is asked for. Reads answer empty lists, so
 * only writes may be recorded; an id that the server would choose reads `<new>`.
 */
export async function recordCalls(baseUrl: string, write: (api: StatusApi) => Promise<unknown>): Promise<ShownRequest[]> {
  const requests: ShownRequest[] = []
  const api = createStatusApi({
    baseUrl,
    async fetch(request) {
      const text = await request.text()
      const { url } = request
      const method = request.method as ShownRequest['method']
      requests.push({ method, url, authenticated: true, ...(text && { body: JSON.parse(text) as object }) })
      return Response.json({ id: '<new>', order: 0, generation: 1 }, { status: 201 })
    },
  })
  await write(api)
  return requests
}
