import { createStatusApi, type StatusApi } from '@/api/statusApi'
import type { ShownRequest } from '@/domain/curl'

/**
 * What some writes would send, for "show API call": nothing leaves, and no token is asked for. An id that the server would
 * choose reads `<new>`. Reads have no answer here: they throw `malformed`.
 * @param authenticated whether writes carry a token
 */
export async function recordCalls(
  { baseUrl, authenticated }: { baseUrl: string; authenticated: boolean },
  write: (api: StatusApi) => Promise<unknown>,
): Promise<ShownRequest[]> {
  const requests: ShownRequest[] = []
  const api = createStatusApi({
    baseUrl,
    async fetch(request) {
      const text = await request.text()
      const { url } = request
      const method = request.method as ShownRequest['method']
      requests.push({ method, url, authenticated, ...(text && { body: JSON.parse(text) as object }) })
      return Response.json({ id: '<new>', order: 0, generation: 1 }, { status: 201 })
    },
  })
  await write(api)
  return requests
}
