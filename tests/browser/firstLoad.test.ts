import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DemoData } from '@/demo/data'
import { generateCloud } from '../support/generateCloud'
import { uuidOf } from '@/demo/uuid'
import { buildIncident, buildUpdate } from '../support/builders'
import { say } from '../support/browser/texts'
import { openStatusPage } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const DAY_MS = 86_400_000
const WINDOW = 'start=2025-12-10T00%3A00%3A00.000Z&end=2026-04-10T00%3A00%3A00.000Z'
const ALWAYS = ['/components', '/impacttypes', `/incidents?${WINDOW}`, '/phases', '/severities']

async function firstRequests(data?: DemoData) {
  const { page, server } = await openStatusPage({ now: NOW, server: data && { data } })
  await page.getByRole('heading', { name: say('recent.title') }).waitFor()
  await page.waitForLoadState('networkidle')
  return server.requests
}

/** A cloud whose past differs in nothing but its length: what is ongoing is the same. */
function cloudWithPast(incidents: number): DemoData {
  const data = generateCloud({ components: 20, incidents, days: 80, now: NOW - DAY_MS })
  const ongoing = buildIncident({ beganAt: new Date(NOW - 3_600_000).toISOString(), endedAt: null, affects: [] })
  data.incidents.push({ ...ongoing, phase: { generation: 2, order: 1 } })
  data.updates[ongoing.id] = [buildUpdate(), buildUpdate({ order: 1 })]
  return data
}

/** The permissions that the browser asks for before a request that is not simple: no page gets to see them. */
function watchPreflights(): string[] {
  const found: string[] = []
  const note = (message: unknown) => {
    const { request } = message as { request: IncomingMessage }
    if (request.method === 'OPTIONS') found.push(request.url ?? '')
  }
  subscribe('http.server.request.start', note)
  onTestFinished(() => void unsubscribe('http.server.request.start', note))
  return found
}

describe('the first load', () => {
  test('asks for five things, the newest update of everything ongoing, and each older phase list, once each', async () => {
    const asked = (await firstRequests()).map(({ method, path }) => `${method} ${path}`)
    const expected = [
      ...ALWAYS,
      '/phases?generation=1',
      `/incidents/${uuidOf('incident slow volumes north')}/updates/2`,
      `/incidents/${uuidOf('incident switch firmware south')}/updates/2`,
    ].map(path => `GET ${path}`)
    expect(asked.sort()).toEqual(expected.sort())
  })

  test('asks for the same whether 30 or 300 incidents lie behind', async () => {
    const [few, many] = [await firstRequests(cloudWithPast(30)), await firstRequests(cloudWithPast(300))].map(requests =>
      requests.map(({ path }) => path).sort(),
    )
    expect(few).toEqual([...ALWAYS, `/incidents/${buildIncident().id}/updates/1`].sort())
    expect(many).toEqual(few)
  })

  test('reads without a token and without asking the browser for permission first', async () => {
    const preflights = watchPreflights()
    const { page, server } = await openStatusPage()
    await page.getByRole('heading', { name: say('recent.title') }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(server.requests.filter(({ authorization }) => authorization)).toEqual([])
    expect(preflights).toEqual([])

    await page.evaluate(url => fetch(url, { headers: { 'Content-Type': 'application/json' } }), `${server.url}/components`)
    expect(preflights).toEqual(['/components'])
  })

  test('asks its own host for nothing that is not there, deep links included', async () => {
    const path = `incidents/${uuidOf('incident slow volumes north')}`
    for (const options of [{}, { path }, { path, basePath: '/some/where/' }]) {
      const { page, site } = await openStatusPage(options)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const addresses = site.requests.map(({ url }) => url)
      expect(site.requests.filter(({ status }) => status !== 200)).toEqual([])
      expect(new Set(addresses).size).toBe(addresses.length)
    }
  })
})
