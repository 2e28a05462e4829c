import { readFileSync } from 'node:fs'
import type { FrameLocator, Locator } from 'playwright'
import { onTestFinished } from 'vitest'
import type { ConfigInput } from '@/config/schema'
import type { DemoServerOptions } from '@/demo/http/server'
import type { Fault } from '@/demo/http/faults'
import { openPage, type OpenPageOptions } from './page'
import { startStaticServer, type StaticServerOptions } from './staticServer'
import { startServer } from './statusPage'

/** The lines that docs/embed.md gives to pages around, as they stand there. */
const docs = readFileSync('docs/embed.md', 'utf8')
const LISTENER = /```js\n(const frame[^`]*)```/.exec(docs)?.[1]

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

interface OpenedFrame {
  readonly box: Locator
  /** What is shown in it. */
  readonly frame: FrameLocator
  /** As the page around has set it, in pixels. */
  height(): Promise<number>
}

/** A page of another origin with the addresses in frames, each with the lines of docs/embed.md for itself. */
export async function openFrames(addresses: readonly string[], options: FrameOptions) {
  const { data, now, faults = [], several = false, routing = 'history', host = {}, width = 800, ...rest } = options
  const server = await startServer({ data, now: () => now })
  server.setFaults(faults)
  const providers = ['north', 'south'].map(id => ({ id, name: id, apiUrl: server.url }))
  const site = await startStaticServer({
    ...host,
    files: { 'config.json': { routing, ...(several ? { providers } : { apiUrl: server.url }) } },
  })
  onTestFinished(() => site.close())
  const boxes = addresses.map(
    (address, nth) =>
      `<iframe id="status-${nth}" src="${site.url}${address}" title="Status ${nth}" width="${width}" height="150" style="border: 0"></iframe>`,
  )
  const html = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:," /><body><main><h1>Host</h1>
${boxes.join('\n')}</main><script src="host.js"></script></body></html>`
  const lines = LISTENER!.replace('https://status.example.org', site.origin)
  const listeners = addresses.map((_, nth) => `{ ${lines.replace("'status'", `'status-${nth}'`)} }`)
  const opened = await openPage({
    ...rest,
    path: 'host.html',
    files: { 'host.html': html, 'host.js': listeners.join('\n') },
    allowedOrigins: [server.url, site.origin],
    prepare: context => context.clock.install({ time: now }),
  })
  const frames = addresses.map((_, nth): OpenedFrame => {
    const box = opened.page.locator('iframe').nth(nth)
    return { box, frame: box.contentFrame(), height: () => box.evaluate(one => Number(one.getAttribute('height'))) }
  })
  return { ...opened, server, status: site, frames }
}

/** The same with one frame. */
export async function openFrame(address: string, options: FrameOptions) {
  const { frames, ...opened } = await openFrames([address], options)
  return { ...opened, ...frames[0]! }
}
