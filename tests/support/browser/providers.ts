import type { Page } from 'playwright'
import type { ConfigInput } from '@/config/schema'
import type { Fault } from '@/demo/http/faults'
import type { DemoServer, DemoServerOptions } from '@/demo/http/server'
import type { OverallStatus } from '@/domain/status/overview'
import { cloud, ongoing } from './manageCloud'
import { openPage, type OpenPageOptions } from './page'
import { startServer } from './statusPage'
import { say } from './texts'

type ProviderInput = NonNullable<ConfigInput['providers']>[number]

interface Place extends Partial<Omit<ProviderInput, 'id'>> {
  readonly server?: DemoServerOptions
  /** Stand before the page asks for the first time. */
  readonly faults?: readonly Fault[]
}

interface ProvidersOptions extends Omit<OpenPageOptions, 'config'> {
  /** Keys of config.json beside `providers`. */
  readonly config?: Partial<ConfigInput>
  /** The instant (epoch milliseconds) that servers and page take for now; from there the page's clock runs on. */
  readonly now?: number
}

/** The page of several providers, by their ids, each a demo server of its own unless it has another address. */
export async function openProviders<Id extends string>(
  places: Readonly<Record<Id, Place>>,
  { config, now, prepare, ...rest }: ProvidersOptions = {},
) {
  const servers = {} as Record<Id, DemoServer>
  const providers: ProviderInput[] = []
  for (const [id, { server, faults = [], ...own }] of Object.entries<Place>(places)) {
    const started = await startServer({ ...server, ...(now !== undefined && { now: () => now }) })
    started.setFaults(faults)
    servers[id as Id] = started
    providers.push({ id, name: nameOf(id), apiUrl: started.url, ...own })
  }
  const opened = await openPage({
    ...rest,
    config: { title: 'All clouds', providers, ...config },
    async prepare(context) {
      if (now !== undefined) await context.clock.install({ time: now })
      await prepare?.(context)
    },
  })
  return { ...opened, servers, row: (id: Id) => opened.page.getByRole('row', { name: places[id].name ?? nameOf(id) }) }
}

const nameOf = (id: string) => `Cloud ${id}`

/** A cloud in which Compute has been down for two hours, and one in which nothing is wrong. */
export const broken = { server: { data: cloud([ongoing()]) } }
export const fine = { server: { data: cloud() } }

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name, exact: true })
export const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
export const pathOf = (page: Page) => new URL(page.url()).pathname
/** What the overview says of all: `n` of `total` providers. */
export const overall = (kind: OverallStatus, n: number, total: number) => say(`overview.headline.${kind}`, { n, total })
