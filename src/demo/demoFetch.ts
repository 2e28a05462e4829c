import { getResponse } from 'msw'
import { demoHandlers } from './handlers'
import { createDemoStore, type Persistence } from './store'

export interface DemoOptions {
  /** By default the browser's local storage where it may be used, otherwise nothing is kept. */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Path of the page, part of the storage key; by default that of the document's base. */
  basePath?: string
  /** Epoch milliseconds. */
  now?: () => number
}

export interface Demo {
  /** Never asked over the network. */
  baseUrl: string
  /** Answers a request to `baseUrl` from memory. */
  fetch: (request: Request) => Promise<Response>
  /** Forgets all changes and begins again with fresh data. */
  reset: () => void
}

const BASE_URL = 'https://demo.invalid/api'

/** The demo server inside the page: no network, no service worker, state kept in the given storage. */
export function startDemo({ storage = findStorage(), basePath = findBasePath(), now = Date.now }: DemoOptions = {}): Demo {
  const store = createDemoStore({ now, ...(storage && { persistence: keepIn(storage, `scs-status demo ${basePath}`) }) })
  const handlers = demoHandlers({ store, baseUrl: BASE_URL, now })
  return {
    baseUrl: BASE_URL,
    async fetch(request) {
      request.signal.throwIfAborted()
      store.reload()
      const response = await getResponse(handlers, request)
      request.signal.throwIfAborted()
      return response ?? new Response(null, { status: 404 })
    },
    reset: () => store.reset(),
  }
}

function keepIn(storage: NonNullable<DemoOptions['storage']>, key: string): Persistence {
  return {
    load: () => storage.getItem(key),
    save: text => storage.setItem(key, text),
    clear: () => storage.removeItem(key),
  }
}

/** Only reading the property may already throw, e.g. in a sandboxed frame. */
function findStorage(): DemoOptions['storage'] {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

const findBasePath = () => (typeof document === 'undefined' ? '/' : new URL(document.baseURI).pathname)
