import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import type { DemoServerOptions } from '@/demo/http/server'
import type { Fault } from '@/demo/http/faults'
import { openPage, type OpenPageOptions } from './page'
import { startStaticServer, type StaticServerOptions } from './staticServer'
import { startServer } from './statusPage'

/** The lines that the README gives to pages around, as they stand there. */
const readme = readFileSync('README.md', 'utf8')
const LISTENER = /```js\n(const frame[^`]*)```/.exec(readme)?.[1]

export interface FrameOptions extends Pick<OpenPageOptions, 'colorScheme' | 'viewport'> {
  data: NonNullable<DemoServerOptions['data']>
  /** The instant (epoch milliseconds) that server and page take for now. */
  now: number
  faults?: readonly Fault[]
  /** Whether the page has two providers, `north` and `south`. */
  several?: boolean
  routing?: ConfigInput['routing']
  /** Where the status page lies. */
  host?: Pick<StaticServerOptions, 'basePath' | 'fallback' | 'kind'>
  width?: number
}

/** A page of another origin with the address in a frame. */
export async function openFrame(address: string, options: FrameOptions) {
  const { data, now, faults = [], several = false, routing = 'history', host = {}, width = 800, ...rest } = options
  const server = await startServer({ data, now: () => now })
  server.setFaults(faults)
  const providers = ['north', 'south'].map(id => ({ id, name: id, apiUrl: server.url }))
  const site = await startStaticServer({
    ...host,
    files: { 'config.json': { routing, ...(several ? { providers } : { apiUrl: server.url }) } },
  })
  onTestFinished(() => site.close())
  const html = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:," /><body><main><h1>Host</h1>
<iframe id="status" src="${site.url}${address}" title="Status" width="${width}" height="150" style="border: 0"></iframe></main>
<script src="host.js"></script></body></html>`
  const opened = await openPage({
    ...rest,
    path: 'host.html',
    files: { 'host.html': html, 'host.js': LISTENER!.replace('https://status.example.org', site.origin) },
    allowedOrigins: [server.url, site.origin],
    prepare: context => context.clock.install({ time: now }),
  })
  return { ...opened, server, status: site, frame: opened.page.frameLocator('iframe') }
}
