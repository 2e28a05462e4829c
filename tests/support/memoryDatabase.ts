import { vi } from 'vitest'
import { atEnd } from './cleanup'

interface Pending {
  onsuccess?: () => void
  oncomplete?: () => void
}

/** A request or transaction that is over as soon as whoever made it has had the time to listen. */
function done<T>(result: T): Pending & { readonly result: T } {
  const pending: Pending & { readonly result: T } = { result }
  queueMicrotask(() => {
    pending.onsuccess?.()
    pending.oncomplete?.()
  })
  return pending
}

/**
 * Gives the page an IndexedDB with one object store, for as long as the test: as much of it as idb-keyval asks for.
 * @returns the keys of what is kept there
 */
export function stubDatabase(): () => readonly IDBValidKey[] {
  const records = new Map<string, unknown>()
  const textOf = (key: IDBValidKey) => JSON.stringify(key)
  const keys = () => [...records.keys()].map(text => JSON.parse(text) as IDBValidKey)
  const objectStore = () => ({
    transaction: done(undefined),
    get: (key: IDBValidKey) => done(structuredClone(records.get(textOf(key)))),
    put: (value: unknown, key: IDBValidKey) => void records.set(textOf(key), structuredClone(value)),
    delete: (key: IDBValidKey) => void records.delete(textOf(key)),
    getAllKeys: () => done(keys()),
  })
  const database: { transaction: () => { objectStore: typeof objectStore }; onclose?: () => void } = {
    transaction: () => ({ objectStore }),
  }
  const { indexedDB } = globalThis
  const hadOne = 'indexedDB' in globalThis
  vi.stubGlobal('indexedDB', { open: () => done(database) })
  atEnd(() => {
    // Whoever holds it open asks for another one then.
    database.onclose?.()
    if (hadOne) vi.stubGlobal('indexedDB', indexedDB)
    else Reflect.deleteProperty(globalThis, 'indexedDB')
  })
  return keys
}
