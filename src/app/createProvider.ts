import { createStatusApi } from '@/api/statusApi'
import type { Config } from '@/config/schema'
import { withoutLogin, type Provider } from '@/stores/provider'

/**
 * The provider that `apiUrl` is shorthand for. `demo` is the embedded demo server, a chunk that nobody else downloads.
 */
export async function createProvider(config: Config): Promise<Provider> {
  const shared = { id: 'main', auth: withoutLogin(config.auth.mode === 'none' ? 'none' : 'off'), config }
  const requestTimeoutMs = config.requestTimeoutSeconds * 1000
  if (config.apiUrl === 'demo') {
    const { startDemo } = await import('@/demo/demoFetch')
    const demo = startDemo()
    return {
      ...shared,
      api: createStatusApi({ baseUrl: demo.baseUrl, fetch: demo.fetch, accessToken: shared.auth.accessToken, requestTimeoutMs }),
      demo: { reset: demo.reset },
    }
  }
  const baseUrl = new URL(config.apiUrl, document.baseURI).href
  return {
    ...shared,
    api: createStatusApi({ baseUrl, accessToken: shared.auth.accessToken, requestTimeoutMs }),
    demo: null,
  }
}
