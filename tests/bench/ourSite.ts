import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright'
import { withConfig } from '@/build/configure/inlineConfig'
import type { ConfigInput } from '@/config/schema'
import { generateCloud } from '../support/generateCloud'
import { startDemoServer } from '@/demo/http/server'
import { startBenchHost } from './host'
import { visit, type MeasuredPage, type Wanted } from './measure'
import { staticPageOf } from './staticPage'

/** The verdict, and the rows of the first screen with their states. */
const STATUS_VISIBLE = ['h1#headline', '.st-banner[aria-busy=false]', '[data-component] .st-row-state']
/** Vue has taken over. */
export const INTERACTIVE = '#app:not([hidden]) [data-component] .st-row-state'

export interface Size {
  readonly components: number
  readonly incidents: number
}

export interface OurSite {
  /** With its configuration written in, as `npm run configure` does; `fetched`: asks for config.json. */
  page(options?: { config?: Partial<ConfigInput>; fetched?: boolean }): Promise<MeasuredPage>
  /** The same content without a script. */
  staticPage(browser: Browser): Promise<MeasuredPage>
  /** What `/` may ask of the API: five reads, the newest update of each ongoing incident, each older list of phases. */
  readonly allowedApiRequests: number
  close(): Promise<void>
}

// As the page does (stores/newestUpdates).
const MAX_UPDATES = 10

type Cloud = ReturnType<typeof generateCloud>

function allowedRequests({ incidents, updates, phases }: Cloud, now: number): number {
  const ongoing = incidents.filter(
    ({ beganAt, endedAt }) => Date.parse(beganAt ?? '') <= now && !(endedAt && Date.parse(endedAt) <= now),
  )
  const told = ongoing.filter(({ id }) => updates[id]?.length)
  const generations = new Set(incidents.flatMap(({ phase }) => phase?.generation ?? []))
  generations.delete(phases.length)
  return 5 + Math.min(MAX_UPDATES, told.length) + generations.size
}

/** The production build before a cloud of some size, on loopback. */
export async function startOurSite({ components, incidents }: Size): Promise<OurSite> {
  const html = readFileSync('dist/index.html', 'utf8')
  if (html.includes('id="scs-config"')) throw new Error('dist/ is configured: run "npm run build" first.')
  const now = Date.now()
  const data = generateCloud({ components, incidents, days: 90, now })
  const server = await startDemoServer({ data, now: () => now })
  const closing = [() => server.close()]
  const open = async () => {
    const host = await startBenchHost(server.url)
    closing.unshift(() => host.close())
    return host
  }
  const page: OurSite['page'] = async ({ config = {}, fetched = false } = {}) => {
    const host = await open()
    const input = { apiUrl: './api', title: 'Bench', ...config }
    if (fetched) host.put('config.json', JSON.stringify(input))
    else host.put('', withConfig(html, input))
    const wanted: Wanted = { visible: STATUS_VISIBLE, interactive: INTERACTIVE, api: `${host.url}api/` }
    return { name: fetched ? 'SCS Status, config.json fetched' : 'SCS Status', url: host.url, wanted }
  }
  return {
    page,
    async staticPage(browser) {
      const ours = await page()
      let text = ''
      const take: Wanted['then'] = async shown => void (text = await staticPageOf(shown, components))
      await visit(browser, ours.url, { ...ours.wanted, then: take })
      const host = await open()
      host.put('', text)
      return { name: 'static HTML', url: host.url, wanted: { visible: STATUS_VISIBLE } }
    },
    allowedApiRequests: allowedRequests(data, now),
    async close() {
      for (const close of closing) await close()
    },
  }
}
