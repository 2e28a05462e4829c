import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fault, FaultKind } from '@/demo/http/faults'
import { startDemoServer, type DemoServer } from '@/demo/http/server'
import { buildData, buildIncident } from '../../support/builders'

let server: DemoServer
beforeEach(async () => {
  server = await startDemoServer({ data: buildData({ incidents: [buildIncident()] }) })
})
afterEach(() => server.close())

const get = (path = '/components', init?: RequestInit) => fetch(server.url + path, init)
const breakComponents = (kind: FaultKind, more: Partial<Fault> = {}) => server.setFaults([{ path: '/components', kind, ...more }])

describe('a fault', () => {
  it('refused: the connection drops without an answer', async () => {
    breakComponents('refused')
    await expect(get()).rejects.toThrow(TypeError)
  })

  it('lost: the request is carried out, and the answer is lost', async () => {
    const lost = { displayName: 'Lost', labels: {} }
    breakComponents('lost', { method: 'POST' })
    const body = JSON.stringify(lost)
    const headers = { 'Content-Type': 'application/json' }
    const answer = await get('/components', { method: 'POST', body, headers })
    await expect(answer.text()).rejects.toThrow(TypeError)
    expect(server.store.data.components.map(({ displayName }) => displayName)).toContain('Lost')
  })

  it('timeout: no answer comes, and the server closes all the same', async () => {
    breakComponents('timeout')
    await expect(get('/components', { signal: AbortSignal.timeout(60) })).rejects.toMatchObject({ name: 'TimeoutError' })
    const hanging = get().catch((error: unknown) => error)
    while (server.requests.length < 2) await new Promise(resolve => setTimeout(resolve, 5))
    await server.close()
    expect(await hanging).toBeInstanceOf(TypeError)
  })

  it.each([400, 401, 403, 404, 409, 500] as const)('%i: the API’s own error', async kind => {
    breakComponents(kind)
    const response = await get()
    expect(response.status).toBe(kind)
    expect(await response.json()).toEqual({ message: expect.any(String) as unknown })
  })

  it.each([
    ['html-502', 502],
    ['html-200', 200],
  ] as const)('%s: a page instead of data', async (kind, status) => {
    breakComponents(kind)
    const response = await get()
    expect([response.status, response.headers.get('Content-Type')]).toEqual([status, 'text/html; charset=utf-8'])
    expect(await response.text()).toMatch(/^<!doctype html>/)
  })

  it('empty: 200 without a body', async () => {
    breakComponents('empty')
    const response = await get()
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('truncated: half of the body, then nothing', async () => {
    breakComponents('truncated')
    const response = await get()
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow(TypeError)
  })

  it('cut-json: half of the body, complete as HTTP', async () => {
    const whole = await (await get()).text()
    breakComponents('cut-json')
    const response = await get()
    const text = await response.text()
    expect([response.status, response.headers.get('Content-Length')]).toEqual([200, String(text.length)])
    expect(whole.startsWith(text)).toBe(true)
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  })

  it('wrong-shape: JSON of another kind', async () => {
    breakComponents('wrong-shape')
    expect(await (await get()).json()).toEqual({ data: 'unexpected' })
  })

  it('nulls: only identities are left', async () => {
    const nulls = { path: /./, kind: 'nulls' } as const
    server.setFaults([nulls])
    const [component] = server.store.data.components
    const without = { displayName: null, labels: null, activelyAffectedBy: null }
    expect(await (await get()).json()).toEqual({ data: [{ id: component?.id, ...without }] })
    expect(await (await get(`/components/${component?.id}`)).json()).toEqual({ data: { id: component?.id, ...without } })
    expect(await (await get('/phases')).json()).toEqual({ data: { generation: 1, phases: null } })
    expect((await get('/nothing')).status).toBe(404)
  })

  it('slow: the true answer, late; the server closes meanwhile', async () => {
    breakComponents('slow', { delayMs: 60 })
    const asked = performance.now()
    expect((await get()).status).toBe(200)
    expect(performance.now() - asked).toBeGreaterThanOrEqual(55)
    breakComponents('slow')
    const late = get().catch((error: unknown) => error)
    while (server.requests.length < 2) await new Promise(resolve => setTimeout(resolve, 5))
    await server.close()
    expect(await late).toBeInstanceOf(TypeError)
  })

  it('cors: no CORS headers, on the preflight of such a request too', async () => {
    breakComponents('cors', { method: 'POST', times: 1 })
    const preflight = (method: string) =>
      get('/components', {
        method: 'OPTIONS',
        headers: { Origin: 'https://status.test', 'Access-Control-Request-Method': method },
      })
    const isOpen = ({ headers }: Response) => headers.has('Access-Control-Allow-Origin')
    expect([isOpen(await preflight('POST')), isOpen(await preflight('PATCH')), isOpen(await get())]).toEqual([false, true, true])
    const post = () => get('/components', { method: 'POST', body: '{"displayName":"DNS"}' })
    expect([isOpen(await post()), isOpen(await post())]).toEqual([false, true])
  })
})

describe('which request a fault strikes', () => {
  const statusOf = async (path: string, method = 'GET') => (await get(path, { method })).status
  const window = '/incidents?start=2026-01-01T00:00:00Z&end=2026-12-31T00:00:00Z'

  it('a method and a prefix of path and query', async () => {
    server.setFaults([{ method: 'GET', path: '/incidents?', kind: 500 }])
    expect(await statusOf(window)).toBe(500)
    expect(await statusOf(`/incidents/${buildIncident().id}`)).toBe(200)
    server.setFaults([{ method: 'DELETE', path: '/incidents', kind: 403 }])
    expect(await statusOf(window)).toBe(200)
    expect(await statusOf(`/incidents/${buildIncident().id}`, 'DELETE')).toBe(403)
    expect(server.store.data.incidents).toHaveLength(1)
  })

  it('an expression, every time, even with flags that remember', async () => {
    server.setFaults([{ path: /\/incidents\/[^/]+$/g, kind: 404 }])
    for (let round = 0; round < 3; round++) expect(await statusOf(`/incidents/${buildIncident().id}`)).toBe(404)
  })

  it('a number of requests, then the next fault, then none', async () => {
    server.setFaults([
      { path: '/severities', kind: 500, times: 2 },
      { path: '/severities', kind: 404, times: 1 },
    ])
    const statuses = []
    for (let round = 0; round < 4; round++) statuses.push(await statusOf('/severities'))
    expect(statuses).toEqual([500, 500, 404, 200])
  })

  it('new faults replace the old ones', async () => {
    breakComponents(500)
    server.setFaults([])
    expect(await statusOf('/components')).toBe(200)
  })
})
