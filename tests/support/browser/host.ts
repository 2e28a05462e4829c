import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { Fault } from '@/demo/http/faults'
import type { DemoServer, DemoServerOptions } from '@/demo/http/server'
import { openPage, type OpenedPage, type OpenPageOptions } from './page'
import { startServer } from './statusPage'
import { startStaticServer } from './staticServer'

export interface HostOptions extends Omit<OpenPageOptions, 'config' | 'path' | 'files' | 'policy'> {
  /** HTML of the host's page; `{api}` stands for the address of the API. */
  body: string
  server?: DemoServerOptions
  faults?: readonly Fault[]
  /** Further APIs, by the names that stand for their addresses in `body`: `{name}`. */
  others?: Readonly<Record<string, { readonly server?: DemoServerOptions; readonly faults?: readonly Fault[] }>>
  /** The instant (epoch milliseconds) that server and page take for now. */
  now: number
  /** Written at the script; by default the true one. */
  integrity?: string
  lang?: string
  /** A policy for the host's page; `{api}` and `{site}` stand for the origins of the API and of the status page. */
  policy?: string
  css?: string
}

export interface OpenedHost extends OpenedPage {
  server: DemoServer
  /** Those of `others`, by their names. */
  servers: Readonly<Record<string, DemoServer>>
}

export const scriptHash = () => `sha384-${createHash('sha384').update(readFileSync('dist/scs-status.js')).digest('base64')}`

/** A page of somebody else with elements in it: page, status page and API are three origins. */
export async function openHost(options: HostOptions): Promise<OpenedHost> {
  const { body, server: serverOptions, faults, others = {}, now, lang = 'en', policy, css = '', prepare, ...rest } = options
  const { integrity = scriptHash(), ...open } = rest
  const start = async (serverOptions: DemoServerOptions = {}, faults: readonly Fault[] = []) => {
    const server = await startServer({ ...serverOptions, now: () => now })
    server.setFaults(faults)
    return server
  }
  const server = await start(serverOptions, faults)
  const servers: Record<string, DemoServer> = {}
  for (const [name, other] of Object.entries(others)) servers[name] = await start(other.server, other.faults)
  // A static host that lets other pages read the script, as its integrity needs.
  const site = await startStaticServer({ headers: { 'access-control-allow-origin': '*' } })
  onTestFinished(() => site.close())
  const addresses = Object.entries({ ...servers, api: server }).map(([name, { url }]) => [name, url] as const)
  const filled = (text: string) =>
    [...addresses, ['site', site.origin] as const].reduce((sum, [name, url]) => sum.replaceAll(`{${name}}`, url), text)
  const html = `<!doctype html><html lang="${lang}"><head><title>Host</title><link rel="icon" href="data:," />
<link rel="stylesheet" href="host.css" />
<script async src="${site.url}scs-status.js" integrity="${integrity}" crossorigin="anonymous"></script></head>
<body><main><h1>Host</h1>${filled(body)}</main></body></html>`
  const opened = await openPage({
    ...open,
    path: 'host.html',
    files: { 'host.html': html, 'host.css': css },
    allowedOrigins: [...addresses.map(([, url]) => url), site.origin],
    ...(policy !== undefined && { headers: { 'content-security-policy': filled(policy) } }),
    async prepare(context) {
      await context.clock.install({ time: now })
      await prepare?.(context)
    },
  })
  return { ...opened, server, servers }
}
