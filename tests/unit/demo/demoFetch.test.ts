import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startDemo } from '@/demo/demoFetch'
import { cookieStore } from '@/demo/mswCookieStore.stub'
import { NOW } from './ask'

function createStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
    removeItem: (key: string) => void items.delete(key),
  }
}

const start = (storage = createStorage(), basePath = '/status/') => startDemo({ storage, basePath, now: () => NOW })
const rename = (demo: ReturnType<typeof start>, id: string) =>
  demo.fetch(new Request(`${demo.baseUrl}/components/${id}`, { method: 'PATCH', body: '{"displayName":"Renamed"}' }))

async function firstComponent(demo: ReturnType<typeof start>): Promise<{ id: string; displayName: string }> {
  const response = await demo.fetch(new Request(`${demo.baseUrl}/components`))
  return ((await response.json()) as { data: [{ id: string; displayName: string }] }).data[0]
}

describe('the demo in the page', () => {
  it('answers like a server, from memory', async () => {
    const demo = start()
    const response = await demo.fetch(new Request(`${demo.baseUrl}/severities`))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ data: [{ displayName: 'Informational' }, {}, {}, {}] })
  })

  it('needs neither storage nor a document', async () => {
    expect((await firstComponent(startDemo())).displayName).toBe('Compute North')
  })

  it('keeps changes over a reload and under one base path only, until it is reset', async () => {
    const storage = createStorage()
    const demo = start(storage)
    const { id } = await firstComponent(demo)
    expect((await rename(demo, id)).status).toBe(204)
    expect((await firstComponent(start(storage))).displayName).toBe('Renamed')
    expect((await firstComponent(start(storage, '/other/'))).displayName).toBe('Compute North')
    expect([...storage.items.keys()].every(key => key.includes('/status/') || key.includes('/other/'))).toBe(true)
    demo.reset()
    expect((await firstComponent(start(storage))).displayName).toBe('Compute North')
  })

  it('shows one window what the other has changed', async () => {
    const storage = createStorage()
    const [one, other] = [start(storage), start(storage)]
    await rename(one, (await firstComponent(one)).id)
    expect((await firstComponent(other)).displayName).toBe('Renamed')
  })

  it('answers 404 outside the API, and rejects an aborted request', async () => {
    const demo = start()
    expect((await demo.fetch(new Request('https://demo.invalid/other'))).status).toBe(404)
    const signal = AbortSignal.abort()
    await expect(demo.fetch(new Request(`${demo.baseUrl}/components`, { signal }))).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the stub of msw’s cookie store', () => {
  const folder = new URL('../../../node_modules/msw/lib/core/utils/', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.mjs'))
    .map(file => readFileSync(new URL(file, folder), 'utf8'))

  it('replaces all that msw takes from it, under the name that the alias matches', () => {
    const importers = sources.filter(source => /^import .*cookieStore/m.test(source))
    expect(importers).toHaveLength(2)
    expect(importers.every(source => source.includes("import { cookieStore } from '../cookieStore.mjs';"))).toBe(true)
    const used = new Set(importers.flatMap(source => [...source.matchAll(/cookieStore\.(\w+)\(/g)].map(match => match[1])))
    expect(used).toEqual(new Set(Object.keys(cookieStore)))
  })

  it('holds no cookies', async () => {
    await cookieStore.setCookie()
    expect(cookieStore.getCookies()).toEqual([])
  })
})
