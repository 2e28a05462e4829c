import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prefetchResponse, fetchOnce, consumePrefetched, type PrefetchedResponses } from '@/api/prefetchedResponses'

const URL = 'https://status.example/api/components'
let first: PrefetchedResponses
let sent: string[]

beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', (input: string | Request, init?: RequestInit) => {
    sent.push(typeof input === 'string' ? input : input.url)
    return new Promise<Response>((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error))
      setTimeout(() => resolve(new Response(`answer ${sent.length}`)))
    })
  })
  globalThis.scsPrefetchedResponses = first = { answers: new Map(), askedAt: Date.now(), isTaken: false }
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  globalThis.scsPrefetchedResponses = undefined
})

it('is read by first paint and by the page, asked for once', async () => {
  const texts = await Promise.all(
    [prefetchResponse(first, URL), fetchOnce(new Request(URL))].map(async answer => (await answer).text()),
  )
  expect(texts).toEqual(['answer 1', 'answer 1'])
  expect(sent).toEqual([URL])
})

it('is given once: the next time the page asks', async () => {
  void prefetchResponse(first, URL)
  await fetchOnce(new Request(URL))
  await fetchOnce(new Request(URL))
  expect(sent).toEqual([URL, URL])
})

it.each([
  ['with a login', { headers: { Authorization: 'Bearer x' } }],
  ['past the cache', { cache: 'reload' }],
  ['that writes', { method: 'POST' }],
] as const)('is not given to a request %s', async (_, init) => {
  void prefetchResponse(first, URL)
  await fetchOnce(new Request(URL, init))
  expect(sent).toEqual([URL, URL])
})

it('is not given when it is old', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  first = globalThis.scsPrefetchedResponses = { ...first, askedAt: Date.now() }
  void prefetchResponse(first, URL)
  vi.setSystemTime(Date.now() + 30_001)
  expect(consumePrefetched(URL)).toBeUndefined()
})

it('is given up with the request that took its place', async () => {
  const drawing = prefetchResponse(first, URL)
  const controller = new AbortController()
  const answer = fetchOnce(new Request(URL, { signal: controller.signal }))
  controller.abort(new Error('too late'))
  await expect(answer).rejects.toThrow('too late')
  await expect(drawing).rejects.toThrow('too late')
})

it('is nothing that first paint asks for once the page asks by itself', async () => {
  await fetchOnce(new Request(`${URL}/1`))
  await expect(prefetchResponse(first, URL)).rejects.toThrow()
  expect(sent).toEqual([`${URL}/1`])
})
