import { startDemoServer, type DemoServerOptions } from '@/demo/http/server'
import type { DemoData, WireImpact, WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { afterEach } from 'vitest'
import { buildComponent, buildData, buildImpactType, buildIncident } from '../../support/builders'
import { HOUR_MS } from '../../support/clock'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()))
})

/** A demo server over HTTP until the test ends. */
export async function startServer(data?: DemoServerOptions['data'], options: DemoServerOptions = {}) {
  const server = await startDemoServer({ ...options, ...(data !== undefined && { data }) })
  closing.push(server.close)
  return server
}

/** The address of a server that is not there any more. */
export async function deadServer(): Promise<string> {
  const server = await startDemoServer({ data: 'empty' })
  await server.close()
  return server.url
}

export const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString()

export const service = (name: string, labels: Record<string, string> = {}) =>
  buildComponent({ id: uuidOf(name), displayName: name, labels })

export const impact = (name: string, severity: number): WireImpact => ({
  reference: uuidOf(name),
  type: buildImpactType().id,
  severity,
})

/** An incident that has been going on for an hour. */
export const ongoing = (affects: WireImpact[], overrides: Partial<WireIncident> = {}): WireIncident =>
  buildIncident({ id: uuidOf('ongoing'), beganAt: fromNow(-HOUR_MS), endedAt: null, affects, ...overrides })

/** Two components, of which one is called Compute and the other Storage, and what goes on. */
export const cloud = (incidents: WireIncident[] = [], overrides: Partial<DemoData> = {}): DemoData =>
  buildData({
    components: [service('Compute', { region: 'north' }), service('Storage', { region: 'south' })],
    incidents,
    ...overrides,
  })
