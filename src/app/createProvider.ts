import { fetchOnce } from '@/api/prefetchedResponses'
import { createStatusApi } from '@/api/statusApi'
import type { Config } from '@/config/schema'
import type { ProviderSetting } from '@/config/siteConfig'
import type { OfflineCache } from '@/stores/offline/offlineCache'
import type { Provider } from '@/stores/provider'
import { createAuth } from '@/auth/createAuth'

/**
 * One provider, ready to be asked. `demo` is the embedded demo server, a chunk that nobody else downloads.
 * @param path where its pages begin, as the router writes it; what the browser keeps for it is kept apart by that
 */
export async function createProvider({ id, name, link, config }: ProviderSetting, path = '/'): Promise<Provider> {
  const auth = createAuth(config, document.baseURI, path)
  const shared = { id, name, link, path, auth, config }
  const access = {
    accessToken: auth.accessToken,
    renew: auth.renew,
    expire: auth.expire,
    readsNeedLogin: config.auth.readsNeedLogin,
    requestTimeoutMs: config.requestTimeoutSeconds * 1000,
    ...(auth.mode === 'cookie' && { credentials: 'include' as const }),
  }
  if (config.apiUrl === 'demo') {
    const { startDemo } = await import('@/demo/demoFetch')
    const demo = startDemo({ basePath: new URL(`.${path}`, document.baseURI).pathname })
    return {
      ...shared,
      api: createStatusApi({ ...access, baseUrl: demo.baseUrl, fetch: demo.fetch }),
      demo: { reset: demo.reset },
      offlineCache: null,
      recordCalls: recorder(demo.baseUrl, config),
    }
  }
  const baseUrl = new URL(config.apiUrl, document.baseURI).href
  const provider: Provider = {
    ...shared,
    api: createStatusApi({ ...access, baseUrl, fetch: fetchOnce }),
    demo: null,
    offlineCache: mayBeKept(config) ? lazyOfflineCache(shared) : null,
    recordCalls: recorder(baseUrl, config),
  }
  return config.snapshot === 'off' ? provider : (await import('./snapshotProvider')).snapshotProvider(provider)
}

/** What needs a login is for whoever logged in; the browser may be somebody else's tomorrow. */
const mayBeKept = ({ auth }: Config) => !auth.readsNeedLogin && 'indexedDB' in globalThis

/** Loaded once, beside the first requests. Where it is not to be had, nothing is kept. */
function lazyOfflineCache(provider: Pick<Provider, 'path' | 'config'>): Provider['offlineCache'] {
  let loaded: Promise<OfflineCache | null> | undefined
  return clock =>
    (loaded ??= import('@/stores/offline/offlineCache').then(
      ({ offlineCacheOf }) => offlineCacheOf(provider, clock),
      () => null,
    ))
}

// Few ask for it, so it is loaded when somebody does.
const recorder =
  (baseUrl: string, { auth: { mode, readsNeedLogin } }: Config): Provider['recordCalls'] =>
  async call => {
    const { recordCalls } = await import('@/api/recordCalls')
    // The session of a proxy is a cookie, which no command can name.
    return recordCalls({ baseUrl, authenticated: mode === 'oidc' || mode === 'token', readsNeedLogin }, call)
  }
