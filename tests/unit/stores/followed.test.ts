// @vitest-environment happy-dom
import { http, HttpResponse } from 'msw'
import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { tabVerdict, useFollowed } from '@/stores/followedStore'
import { storageKey } from '@/config/choices'
import { buildComponent, buildData, buildIncident } from '../../support/builders'
import { API_URL, buildConfig } from '../../support/config'
import { setUp } from './statusSetUp'

const KEY = storageKey('followed', API_URL)
let pinias: Pinia[] = []

/** What a page sees that is opened now. */
function open({ id = 'main', apiUrl = API_URL } = {}) {
  const pinia = createPinia()
  pinias.push(pinia)
  setActivePinia(pinia)
  return useFollowed({ id, path: '/', config: buildConfig({ apiUrl }) })
}
const keep = (content: unknown, key = KEY) =>
  localStorage.setItem(key, typeof content === 'string' ? content : JSON.stringify(content))
const tell = (init: StorageEventInit) => window.dispatchEvent(new StorageEvent('storage', { storageArea: localStorage, ...init }))

const refuse = () => {
  throw new DOMException('refused', 'SecurityError')
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  pinias.forEach(disposePinia)
  pinias = []
})

describe('what is followed', () => {
  it('is nothing at first, and nothing is kept for that', async () => {
    expect(open()).toMatchObject({ ids: [], notify: false })
    await nextTick()
    expect(localStorage).toHaveLength(0)
  })

  it('is kept for the next visit, in the order in which it was followed', async () => {
    const first = open()
    for (const id of ['b', 'a', 'c', 'b']) first.toggle(id)
    first.follow(['c', 'd', 'd'])
    first.notify = true
    expect(first.ids).toEqual(['a', 'c', 'd'])
    expect([first.has('a'), first.has('b')]).toEqual([true, false])
    await nextTick()
    expect(JSON.parse(localStorage.getItem(KEY)!)).toEqual({ components: ['a', 'c', 'd'], notify: true })
    first.toggle('c')
    await nextTick()
    first.toggle('c')
    await nextTick()
    expect(open()).toMatchObject({ ids: ['a', 'd', 'c'], notify: true })
  })

  it('belongs to one provider', async () => {
    const one = open()
    one.toggle('a')
    const two = useFollowed({ id: 'two', path: '/', config: buildConfig({ apiUrl: 'http://other.test/api' }) })
    expect(two.ids).toEqual([])
    two.toggle('b')
    await nextTick()
    expect(useFollowed({ id: 'main', path: '/', config: buildConfig() }).ids).toEqual(['a'])
    expect(open({ id: 'two', apiUrl: 'http://other.test/api' }).ids).toEqual(['b'])
  })

  it.each([
    ['may not be touched', () => vi.spyOn(window, 'localStorage', 'get').mockImplementation(refuse)],
    ['may not be looked at', () => vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })],
    ['is full', () => vi.stubGlobal('localStorage', { getItem: () => null, setItem: refuse })],
    ['is none', () => vi.stubGlobal('localStorage', undefined)],
  ])('holds for the visit where the storage %s', async (_, stub) => {
    stub()
    try {
      const followed = open()
      followed.toggle('a')
      await nextTick()
      followed.toggle('b')
      await nextTick()
      expect(followed.ids).toEqual(['a', 'b'])
    } finally {
      vi.restoreAllMocks()
      vi.unstubAllGlobals()
    }
  })
})

describe('what is kept and makes no sense', () => {
  it.each([
    ['no JSON', '{"components":', []],
    ['null', 'null', []],
    ['a number', '7', []],
    ['a list', '["a"]', []],
    ['components that are none', { components: { a: true }, notify: 'yes' }, []],
    ['ids that are none', { components: ['a', 7, null, '', ['b'], 'a', 'c'] }, ['a', 'c']],
  ])('is ignored: %s', (_, content, ids) => {
    keep(content)
    expect(open()).toMatchObject({ ids, notify: false })
  })
})

describe('another tab', () => {
  it('that changes it is followed at once', () => {
    const followed = open()
    tell({ key: KEY, newValue: JSON.stringify({ components: ['a'], notify: true }) })
    expect(followed).toMatchObject({ ids: ['a'], notify: true })
    tell({ key: KEY, newValue: '{"components":' })
    expect(followed.ids).toEqual([])
  })

  it('that clears everything clears it, and nothing is kept for that', async () => {
    const followed = open()
    followed.toggle('a')
    await nextTick()
    localStorage.clear()
    tell({ key: null, newValue: null })
    await nextTick()
    expect(followed.ids).toEqual([])
    expect(localStorage).toHaveLength(0)
  })

  it('that changes something else changes nothing', () => {
    const followed = open()
    followed.toggle('a')
    tell({ key: storageKey('followed', 'http://other.test/api'), newValue: '{"components":["b"]}' })
    expect(followed.ids).toEqual(['a'])
  })
})

describe('what the tab tells', () => {
  const [compute, dns] = [buildComponent(), buildComponent({ id: '11111111-1111-4111-8111-222222222222', displayName: 'DNS' })]
  const data = buildData({ components: [compute, dns], incidents: [buildIncident({ endedAt: null })] })

  it.each([
    ['nothing followed: everything', [], 'affected', 'band'],
    ['what is affected', [dns.id, compute.id], 'affected', 'band'],
    ['only what is fine', [dns.id], 'operational', 'operational'],
    ['what is fine and what is gone', [dns.id, 'gone'], 'partial', 'unknown'],
    ['only what is gone', ['gone'], 'unknown', 'unknown'],
  ])('%s', async (_, ids, kind, level) => {
    const { store } = setUp({ data })
    await store.refresh()
    expect(tabVerdict(store, { ids })).toMatchObject({ kind, level: { kind: level } })
  })

  it('is fine where only a day in the past could not be read', async () => {
    const { store, interrupt, clock } = setUp({ data })
    const bad = clock.read() - 40 * 86_400_000
    interrupt(
      http.get(`${API_URL}/incidents`, ({ request }) => {
        const { searchParams } = new URL(request.url)
        const [start, end] = ['start', 'end'].map(name => Date.parse(searchParams.get(name) ?? ''))
        return start! <= bad && bad < end! ? new HttpResponse(null, { status: 500 }) : undefined
      }),
    )
    await store.refresh()
    expect(store.failures).not.toEqual([])
    expect(tabVerdict(store, { ids: [dns.id] }).kind).toBe('operational')
  })

  it('is never fine before anything is read, nor when it is old', async () => {
    const { store, clock } = setUp({ data })
    expect(tabVerdict(store, { ids: [dns.id] }).level.kind).toBe('unknown')
    await store.refresh()
    clock.moveTo(clock.read() + 3_600_000)
    expect(tabVerdict(store, { ids: [dns.id] })).toMatchObject({ kind: 'partial', stale: true, level: { kind: 'unknown' } })
  })
})
