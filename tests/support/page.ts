import { disposePinia } from 'pinia'
import { createMemoryHistory } from 'vue-router'
import { createStatusPage } from '@/app/createStatusPage'
import type { ConfigResult } from '@/config/loadConfig'
import type { ConfigInput } from '@/config/schema'
import type { Clock } from '@/stores/clock'
import { atEnd } from './cleanup'
import { fixedClock } from './clock'
import { buildSite } from './config'
import { serve, type ServeOptions } from './server'

interface PageOptions extends ServeOptions {
  readonly url?: string
  readonly config?: Partial<ConfigInput>
  readonly clock?: Clock
}

/** The whole product at a URL, with a demo server behind it. */
export async function renderPage({ url = '/', config = {}, clock, ...server }: PageOptions = {}) {
  serve(server)
  return mountPage({ kind: 'ok', config: buildSite(config), warnings: [] }, { url, clock })
}

/** The same for what became of any configuration. */
export async function mountPage(
  result: ConfigResult,
  { url = '/', clock = fixedClock() }: { url?: string; clock?: Clock | undefined } = {},
) {
  const history = createMemoryHistory()
  history.replace(url)
  const app = await createStatusPage(result, { clock, history })
  app.mount('#app')
  atEnd(() => {
    app.unmount()
    // Its stores listen to the window, and with them hangs all that reads them.
    if (app.config.globalProperties.$pinia) disposePinia(app.config.globalProperties.$pinia)
  })
  return { app, clock, history }
}
