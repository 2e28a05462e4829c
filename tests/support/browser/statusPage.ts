import { expect, onTestFinished } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import type { Fault } from '@/demo/http/faults'
import { type DemoServer, type DemoServerOptions, startDemoServer } from '@/demo/http/server'
import { assertContract } from '../contract'
import { openPage, type OpenedPage, type OpenPageOptions } from './page'

export interface StatusPageOptions extends Omit<OpenPageOptions, 'config'> {
  /** Keys of config.json beside `apiUrl`, which is that of the demo server. */
  config?: Partial<ConfigInput>
  server?: DemoServerOptions
  /** Stand before the page asks for the first time. */
  faults?: readonly Fault[]
  /** The instant (epoch milliseconds) that server and page take for now; from there the page's clock runs on. */
  now?: number
}

export interface OpenedStatusPage extends OpenedPage {
  server: DemoServer
}

/** A demo server over HTTP that refuses what the contract does not name. It ends with the test, after its pages. */
export async function startServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const basePath = options.basePath ?? ''
  const server = await startDemoServer({ ...options, onRequest: request => assertContract(request, { basePath }) })
  onTestFinished(async () => {
    await server.close()
    expect(server.contractErrors).toEqual([])
  })
  return server
}

/** The product before a demo server of its own. */
export async function openStatusPage(options: StatusPageOptions = {}): Promise<OpenedStatusPage> {
  const { config, server: serverOptions, faults = [], now, prepare, ...rest } = options
  const server = await startServer({ ...serverOptions, ...(now !== undefined && { now: () => now }) })
  server.setFaults(faults)
  const opened = await openPage({
    ...rest,
    config: { apiUrl: server.url, ...config },
    async prepare(context) {
      if (now !== undefined) await context.clock.install({ time: now })
      await prepare?.(context)
    },
  })
  return { ...opened, server }
}
