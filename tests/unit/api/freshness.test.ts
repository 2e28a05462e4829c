import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createReader } from '@/api/reader'
import { failure, nothingYet, setUp } from './clientSetUp'

const incident = { title: 'Slow', phase: { generation: 1, order: 0 } }

describe('what is told as now', () => {
  it('is asked for now: no read is answered by the cache of the browser alone', async () => {
    const { api, requests } = setUp(nothingYet)
    await api.getComponents()
    await api.getIncidents({ start: 0, end: 1 })
    await api.getSeverities()
    await api.getImpactTypes()
    expect(requests.map(({ cache }) => cache)).toEqual(Array(4).fill('no-cache'))
  })

  it('passes all caches where something was written just before', async () => {
    const { api, requests } = setUp(nothingYet)
    await api.getComponents({ fresh: true })
    expect(requests[0]!.cache).toBe('reload')
  })

  it.each([
    ['0', undefined],
    ['600', 600_000],
    ['soon', undefined],
    ['-5', undefined],
  ])('has the age that a cache tells: %s', async (age, ageMs) => {
    const { api } = setUp(() => Response.json({ data: [] }, { headers: { Age: age } }))
    expect((await api.getComponents()).ageMs).toBe(ageMs)
  })

  it('has its new age where it says the same word for word', async () => {
    let age = '0'
    const { api } = setUp(() => Response.json({ data: [] }, { headers: { Age: age } }))
    const first = await api.getComponents()
    age = '60'
    const second = await api.getComponents()
    expect([first.ageMs, second.ageMs, second.items]).toEqual([undefined, 60_000, first.items])
    age = '0'
    expect((await api.getComponents()).ageMs).toBeUndefined()
  })
})

describe('a write', () => {
  it('follows no redirect, which would turn it into a read', async () => {
    const { api, requests } = setUp(() => Response.json({ id: 'a' }, { status: 201 }))
    await api.createIncident(incident)
    await api.getComponent('a')
    expect(requests.map(({ redirect }) => redirect)).toEqual(['error', 'follow'])
  })
})

describe('an address that is no id of the kind of the server', () => {
  it('names nothing', async () => {
    const { api } = setUp(() => Response.json({ message: 'Bad Request' }, { status: 400 }))
    expect(await failure(api.getIncident('x'))).toMatchObject({ kind: 'notFound', status: 400 })
    expect(await failure(api.getComponent('x'))).toMatchObject({ kind: 'notFound', status: 400 })
    expect(await failure(api.getIncidents({ start: 1, end: 0 }))).toMatchObject({ kind: 'rejected' })
  })
})

describe('a server that asks to be left alone', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-10T12:00:00Z'), toFake: ['Date', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  const refusing = (status: number, after?: string) => (request: Request) =>
    new URL(request.url).pathname.endsWith('/incidents')
      ? new Response(null, { status, headers: after === undefined ? {} : { 'Retry-After': after } })
      : nothingYet()
  const window = { start: 0, end: 1 }

  it.each([
    [429, '120', 120_000],
    [503, '120', 120_000],
    [429, 'Tue, 10 Mar 2026 12:02:00 GMT', 120_000],
    [429, '999999', 3_600_000],
  ])('by %i and %s is not asked by that path until then, and by others', async (status, after, ms) => {
    const { api, requests } = setUp(refusing(status, after))
    const told = await failure(api.getIncidents(window))
    expect(told).toMatchObject({ status, retryAfterMs: ms, kind: status === 429 ? 'tooManyRequests' : 'server' })
    vi.advanceTimersByTime(ms - 1)
    expect(await failure(api.getIncidents({ start: 5, end: 9 }))).toBe(told)
    await api.getComponents()
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/api/incidents', '/api/components'])
    vi.advanceTimersByTime(1)
    await failure(api.getIncidents(window))
    expect(requests).toHaveLength(3)
  })

  it.each([
    [429, undefined],
    [429, 'later'],
    [429, 'Tue, 10 Mar 2026 11:00:00 GMT'],
    [500, '120'],
  ])('by %i and %s says nothing that could be kept', async (status, after) => {
    const { api, requests } = setUp(refusing(status, after))
    await failure(api.getIncidents(window))
    await failure(api.getIncidents(window))
    expect(requests).toHaveLength(2)
  })

  it('is left alone by the reader as well, which other pages embed', async () => {
    let asked = 0
    vi.stubGlobal('fetch', (_: string, { cache }: RequestInit) => {
      asked++
      expect(cache).toBe('no-cache')
      return Promise.resolve(new Response(null, { status: 429, headers: { 'Retry-After': '120' } }))
    })
    const read = createReader('https://status.test/api')
    const ask = () => failure(read('/incidents?start=1', new AbortController().signal))
    expect(await ask()).toMatchObject({ kind: 'tooManyRequests' })
    await ask()
    expect(asked).toBe(1)
    vi.advanceTimersByTime(120_000)
    await ask()
    expect(asked).toBe(2)
    vi.unstubAllGlobals()
  })

  it('is still written to', async () => {
    const { api, requests } = setUp(() => new Response(null, { status: 429, headers: { 'Retry-After': '120' } }))
    await failure(api.createIncident(incident))
    await failure(api.createIncident(incident))
    expect(requests).toHaveLength(2)
  })
})
