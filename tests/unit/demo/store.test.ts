import { describe, expect, it } from 'vitest'
import { seedBelievableCloud } from '@/demo/seed'
import { createDemoStore, type Persistence } from '@/demo/store'
import { buildComponent, buildData } from '../../support/builders'
import { NOW } from './ask'

const HOUR_MS = 3_600_000

/** A place to keep one text, shared by all stores that are given it. */
function createMemory(text: string | null = null): { persistence: Persistence } {
  return {
    persistence: { load: () => text, save: saved => void (text = saved), clear: () => void (text = null) },
  }
}

const storeAt = (now: number, persistence?: Persistence) =>
  createDemoStore({ now: () => now, ...(persistence && { persistence }) })
const addComponent = (store: ReturnType<typeof storeAt>, id = 'new') =>
  store.write(data => data.components.push(buildComponent({ id })))

describe('the demo store', () => {
  it('begins with the believable cloud, or with a copy of the data it is given', () => {
    expect(storeAt(NOW).data).toEqual(seedBelievableCloud(NOW))
    const data = buildData()
    const store = createDemoStore({ now: () => NOW, data })
    addComponent(store)
    expect(data).toEqual(buildData())
    store.reset()
    expect(store.data).toEqual(data)
  })

  it('keeps changes for the next visit, however late it is', () => {
    const { persistence } = createMemory()
    addComponent(storeAt(NOW, persistence))
    expect(storeAt(NOW + 1000 * HOUR_MS, persistence).data.components.at(-1)?.id).toBe('new')
  })

  it('keeps the untouched seed for an hour, then seeds again', () => {
    const { persistence } = createMemory()
    storeAt(NOW, persistence)
    expect(storeAt(NOW + HOUR_MS, persistence).data).toEqual(seedBelievableCloud(NOW))
    expect(storeAt(NOW + HOUR_MS + 1, persistence).data).toEqual(seedBelievableCloud(NOW + HOUR_MS + 1))
  })

  it('seeds again where the clock was set back', () => {
    const { persistence } = createMemory()
    storeAt(NOW, persistence)
    expect(storeAt(NOW - 2 * HOUR_MS, persistence).data).toEqual(seedBelievableCloud(NOW - 2 * HOUR_MS))
  })

  it('forgets changes on reset, for the next visit too', () => {
    const { persistence } = createMemory()
    const store = storeAt(NOW, persistence)
    addComponent(store)
    store.reset()
    expect(store.data).toEqual(seedBelievableCloud(NOW))
    expect(storeAt(NOW, persistence).data).toEqual(seedBelievableCloud(NOW))
  })

  it('takes over what another window writes, before it reads and before it writes', () => {
    const { persistence } = createMemory()
    const [one, other] = [storeAt(NOW, persistence), storeAt(NOW, persistence)]
    addComponent(one, 'first')
    other.reload()
    expect(other.data.components.at(-1)?.id).toBe('first')
    addComponent(other, 'second')
    addComponent(one, 'third')
    expect(one.data.components.slice(-3).map(({ id }) => id)).toEqual(['first', 'second', 'third'])
  })

  it.each(['', 'not JSON', 'null', '[]', '{"version":0,"seededAt":1}', '{"version":1}'])(
    'begins anew on the kept text %j',
    text => {
      const { persistence } = createMemory(text)
      expect(storeAt(NOW, persistence).data).toEqual(seedBelievableCloud(NOW))
    },
  )

  it('works without a memory that can be read or written', () => {
    const refuse = () => {
      throw new Error('blocked')
    }
    const store = storeAt(NOW, { load: refuse, save: refuse, clear: refuse })
    addComponent(store)
    store.reload()
    expect(store.data.components.at(-1)?.id).toBe('new')
    store.reset()
    expect(store.data).toEqual(seedBelievableCloud(NOW))
  })

  it('keeps a change in this visit when the memory is full', () => {
    const memory = createMemory()
    const full = () => {
      throw new Error('quota exceeded')
    }
    storeAt(NOW, memory.persistence)
    const store = storeAt(NOW, { ...memory.persistence, save: full })
    addComponent(store, 'first')
    store.reload()
    addComponent(store, 'second')
    expect(store.data.components.slice(-2).map(({ id }) => id)).toEqual(['first', 'second'])
  })
})
