import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadConfig } from '@/config/loadConfig'

const baseUrl = 'https://status.example.org/cloud/'
const url = 'https://status.example.org/cloud/config.json'

/** Loads from a host that gives this answer, and tells what was asked. */
const loadFrom = async (answer: () => Response | Promise<Response>, inline?: string) => {
  const requests: [string, RequestInit | undefined][] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push([new Request(input).url, init])
    return answer()
  }
  return { result: await loadConfig({ fetch, baseUrl, inline }), requests }
}

const json = (text: string, init?: ResponseInit) => () => new Response(text, init)

afterEach(() => vi.useRealTimers())

describe('config.json', () => {
  it('is asked for beside the page, past stale copies', async () => {
    const { result, requests } = await loadFrom(json('{ "apiUrl": "/api", "titel": "x" }'))
    expect(result).toMatchObject({
      kind: 'ok',
      config: { title: 'Status', providers: [{ config: { apiUrl: '/api' } }] },
      warnings: [{ path: 'titel', suggestion: 'title' }],
    })
    expect(requests).toEqual([[url, expect.objectContaining({ cache: 'no-cache' })]])
  })

  it('comes with what the host says about the time, or with nothing where the host was not asked', async () => {
    const date = 'Tue, 10 Mar 2026 12:00:00 GMT'
    const { result } = await loadFrom(json('{ "apiUrl": "demo" }', { headers: { Date: date, Age: '7' } }))
    expect(result).toMatchObject({ hostAnswer: { date, age: '7', sentAt: expect.any(Number) as number } })
    expect((await loadFrom(json('{ "apiUrl": "demo" }'))).result).toMatchObject({ hostAnswer: { date: null, age: null } })
    expect((await loadFrom(json('{}'), '{ "apiUrl": "demo" }')).result).toMatchObject({ kind: 'ok', hostAnswer: null })
  })

  it.each([
    ['plain', '\uFEFF{ "apiUrl": "demo" }'],
    ['with the wrong type', '{ "apiUrl": "demo" }'],
  ])('may begin with a byte order mark: %s', async (_, text) => {
    const { result } = await loadFrom(json(text, { headers: { 'content-type': 'text/html' } }))
    expect(result).toMatchObject({ kind: 'ok', config: { providers: [{ config: { apiUrl: 'demo' } }] } })
  })

  it.each([
    ['404', json('not found', { status: 404 })],
    ['410', json('gone', { status: 410 })],
    ['the start page of the host', json('<!doctype html><title>x</title>', { headers: { 'content-type': 'text/html' } })],
    ['HTML without saying so', json('\uFEFF\n <html></html>')],
  ])('is missing: %s', async (_, answer) => {
    expect((await loadFrom(answer)).result).toEqual({ kind: 'missing', url })
  })

  it.each([500, 403, 401, 503])('is unreachable behind a %i', async status => {
    expect((await loadFrom(json('{ "apiUrl": "/" }', { status }))).result).toEqual({ kind: 'unreachable', url, status })
  })

  it('is unreachable without a network', async () => {
    const { result } = await loadFrom(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(result).toEqual({ kind: 'unreachable', url, detail: 'Failed to fetch' })
  })

  it('is unreachable when the answer never comes', async () => {
    vi.useFakeTimers()
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
      )
    const result = loadConfig({ fetch, baseUrl })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await result).toEqual({ kind: 'unreachable', url, detail: 'timeout' })
  })

  it.each([
    ['{\n  "apiUrl": "/api",\n}', 2, 19, 'trailingComma'],
    ['\uFEFF{ apiUrl: "/api" }', 1, 3, 'quotes'],
    ['', 1, 1, 'empty'],
    ['Moved', 1, 1, 'quotes'],
  ])('is broken: %j', async (text, line, column, reason) => {
    expect((await loadFrom(json(text))).result).toEqual({ kind: 'broken', url, line, column, reason })
  })

  it('is invalid, with all problems and warnings', async () => {
    const { result } = await loadFrom(json('{ "historyDays": 0, "titel": "x" }'))
    expect(result).toEqual({
      kind: 'invalid',
      url,
      problems: [
        { path: 'historyDays', code: 'range', expected: '1..400', received: '0' },
        { path: 'apiUrl', code: 'required' },
      ],
      warnings: [{ path: 'titel', code: 'unknownKey', suggestion: 'title' }],
    })
  })
})

describe('a configuration in the page', () => {
  const never = () => Promise.reject(new Error('asked'))

  it('wins over the file, which is not asked for', async () => {
    const { result, requests } = await loadFrom(never, '\n { "apiUrl": "demo" }\n')
    expect(result).toMatchObject({ kind: 'ok', config: { providers: [{ config: { apiUrl: 'demo' } }] } })
    expect(requests).toEqual([])
  })

  it('is named by its place when it is broken or invalid', async () => {
    const place = `${baseUrl}#scs-config`
    expect((await loadFrom(never, '{')).result).toEqual({ kind: 'broken', url: place, line: 1, column: 2, reason: 'end' })
    expect((await loadFrom(never, '{}')).result).toMatchObject({ kind: 'invalid', url: place })
  })

  it('is no configuration when it is blank', async () => {
    const { result, requests } = await loadFrom(json('{ "apiUrl": "/api" }'), ' \n')
    expect(result.kind).toBe('ok')
    expect(requests).toHaveLength(1)
  })
})
