import { afterEach, describe, expect, it } from 'vitest'
import { startDemoServer, type DemoServer, type DemoServerOptions } from '@/demo/http/server'
import { buildComponent, buildData } from '../../support/builders'

let server: DemoServer | undefined
afterEach(() => server?.close())

async function start(options: DemoServerOptions = {}): Promise<DemoServer> {
  return (server = await startDemoServer({ data: buildData(), ...options }))
}

const post = (token?: string): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...(token && { Authorization: token }) },
  body: '{"displayName":"DNS"}',
})
const preflight = (origin: string, method = 'PATCH'): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'authorization,content-type',
  },
})

describe('the demo server over HTTP', () => {
  it('listens on loopback, below its base path, and answers as the API does', async () => {
    const { url, port } = await start({ basePath: '/api/' })
    expect(url).toBe(`http://127.0.0.1:${port}/api`)
    const response = await fetch(`${url}/components`)
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(await response.json()).toEqual({ data: [buildComponent()] })
    expect((await fetch(`http://127.0.0.1:${port}/components`)).status).toBe(404)
  })

  it('takes a body, and answers a 204 without one', async () => {
    const { url, store } = await start()
    const created = (await (await fetch(`${url}/components`, post())).json()) as { id: string }
    expect(store.data.components.at(-1)).toEqual({ id: created.id, displayName: 'DNS', labels: {} })
    const deleted = await fetch(`${url}/components/${created.id}`, { method: 'DELETE' })
    expect(deleted.status).toBe(204)
    expect(await deleted.text()).toBe('')
  })

  it('begins with the believable cloud unless told otherwise', async () => {
    server = await startDemoServer()
    expect(server.store.data.components).toHaveLength(18)
    await server.close()
    expect((await start({ data: 'empty' })).store.data.components).toEqual([])
  })

  it('knows the clock it is given, and quirks', async () => {
    const { url, store } = await start({ now: () => 0, quirks: true })
    await fetch(`${url}/components?at=1970-01-01T00:00:00Z`)
    expect((await fetch(`${url}/components/${store.data.components[0]?.id}?at=1970-01-01T00:00:00Z`)).status).toBe(500)
  })

  it('waits before every answer when it is to be slow', async () => {
    const { url } = await start({ latencyMs: 60 })
    const asked = performance.now()
    await fetch(`${url}/severities`)
    expect(performance.now() - asked).toBeGreaterThanOrEqual(55)
  })

  it('remembers requests below its base path, with their query, but no preflights', async () => {
    const { url, requests } = await start({ basePath: '/api', bearer: true })
    await fetch(`${url}/components?at=2026-03-10T12:00:00Z`)
    await fetch(`${url}/components`, preflight('https://status.test', 'POST'))
    await fetch(`${url}/components`, post('Bearer token'))
    expect(requests).toEqual([
      { method: 'GET', path: '/components?at=2026-03-10T12:00:00Z', authorization: false },
      { method: 'POST', path: '/components', authorization: true },
    ])
  })

  it('shows each request to a watcher, and keeps what the watcher finds wrong', async () => {
    const seen: string[] = []
    const { url, contractErrors } = await start({
      onRequest: async request => {
        seen.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`)
        if (request.method === 'POST') throw new Error('not in the contract')
      },
    })
    expect((await fetch(`${url}/severities`)).status).toBe(200)
    const response = await fetch(`${url}/components`, post())
    expect([response.status, await response.json()]).toEqual([500, { message: 'not in the contract' }])
    expect(seen).toEqual(['GET /severities ', 'POST /components {"displayName":"DNS"}'])
    expect(contractErrors.map(({ message }) => message)).toEqual(['not in the contract'])
  })

  it('refuses to start on a taken port', async () => {
    const { port } = await start()
    await expect(startDemoServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('closes twice without complaint', async () => {
    const { close } = await start()
    await close()
    await close()
  })
})

describe('access to the demo server', () => {
  const refused = { error: expect.objectContaining({ code: 401, status: 'Unauthorized' }) as unknown }

  it('turns away a read that carries a token, unless told otherwise', async () => {
    const withToken = { headers: { Authorization: 'Bearer token' } }
    const response = await fetch(`${(await start()).url}/components`, withToken)
    expect([response.status, await response.json()]).toEqual([401, refused])
    await server?.close()
    expect((await fetch(`${(await start({ refuseTokensOnReads: false })).url}/components`, withToken)).status).toBe(200)
  })

  it.each([
    [undefined, undefined, 201],
    [undefined, 'Bearer any', 201],
    ['secret', undefined, 401],
    ['secret', 'Bearer other', 401],
    ['secret', 'Basic secret', 401],
    ['secret', 'Bearer secret', 201],
    [true, undefined, 401],
    [true, 'Bearer any', 201],
  ] as const)('with the bearer %s, a write with %s answers %i', async (bearer, authorization, status) => {
    const { url } = await start(bearer === undefined ? {} : { bearer })
    expect((await fetch(`${url}/components`, post(authorization))).status).toBe(status)
  })

  it('answers a preflight with four methods and two headers, and needs no token for it', async () => {
    const { url } = await start({ bearer: 'secret' })
    const response = await fetch(`${url}/components`, preflight('https://status.test'))
    expect(response.status).toBe(204)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, POST, PATCH, DELETE')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Authorization, Content-Type')
    expect(response.headers.has('Access-Control-Expose-Headers')).toBe(false)
  })

  it.each([
    ['https://status.test', 'https://status.test'],
    ['https://other.test', null],
  ])('lets listed origins in only: %s', async (origin, allowed) => {
    const { url } = await start({ corsOrigins: ['https://status.test'] })
    const answers = [
      await fetch(`${url}/components`, { headers: { Origin: origin } }),
      await fetch(`${url}/components`, preflight(origin)),
    ]
    for (const { headers } of answers) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe(allowed)
      expect(headers.get('Vary')).toBe('Origin')
    }
    expect(answers[1]?.headers.has('Access-Control-Allow-Methods')).toBe(allowed !== null)
  })
})
