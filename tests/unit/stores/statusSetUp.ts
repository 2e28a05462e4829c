import { setMaxListeners } from 'node:events'
import { getResponse, type HttpHandler } from 'msw'
import { createPinia, setActivePinia } from 'pinia'
import { createStatusApi } from '@/api/statusApi'
import type { ConfigInput } from '@/config/schema'
import type { DemoData } from '@/demo/data'
import { demoHandlers } from '@/demo/handlers'
import { createDemoStore } from '@/demo/store'
import { withoutLogin, type Provider } from '@/stores/provider'
import { useStatusStore } from '@/stores/statusStore'
import { buildData } from '../../support/builders'
import { fixedClock } from '../../support/clock'
import { API_URL, buildConfig } from '../../support/config'
import { recordingFetch } from '../../support/contract'

// Node warns of more than ten requests with one signal, which is what a browser may well have.
setMaxListeners(60)

interface SetUp {
  readonly data?: DemoData
  readonly config?: Partial<ConfigInput>
}

/** A status store over the real API and a demo server that the test may interrupt. */
export function setUp({ data = buildData(), config = {} }: SetUp = {}) {
  setActivePinia(createPinia())
  const clock = fixedClock()
  const server = createDemoStore({ now: clock.read, data })
  const handlers = demoHandlers({ store: server, baseUrl: API_URL, now: clock.read })
  let first: HttpHandler[] = []
  const recording = recordingFetch(
    async request => (await getResponse([...first, ...handlers], request)) ?? new Response(null, { status: 404 }),
    { basePath: '/api' },
  )
  const provider: Provider = {
    id: 'main',
    name: 'Status',
    link: null,
    path: '/',
    api: createStatusApi({ baseUrl: API_URL, fetch: recording.fetch }),
    auth: withoutLogin('off'),
    config: buildConfig(config),
    demo: null,
    offlineCache: null,
    recordCalls: () => Promise.resolve([]),
  }
  return {
    clock,
    server,
    provider,
    store: useStatusStore(provider, clock),
    /** Answers before the demo server does; nothing = the server is itself again. */
    interrupt: (...interruptions: HttpHandler[]) => void (first = interruptions),
    /** Paths asked since the last call, sorted, without the query of windows. */
    takePaths: () =>
      recording.requests
        .splice(0)
        .map(({ path }) => path.replace('/api', '').replace(/\?start.*/, ''))
        .sort(),
    problems: recording.problems,
  }
}
