import { createStore, del, delMany, get, keys, set } from 'idb-keyval'
import { storageKey } from '@/config/choices'

/** Records of one provider by name. Everything may reject: a browser may keep nothing, or nothing more. */
export interface CacheStorageArea {
  /** undefined = there is none. */
  load(name: string): Promise<unknown>
  save(name: string, record: unknown): Promise<void>
  remove(name: string): Promise<void>
}

let database: ReturnType<typeof createStore> | undefined
/** One for all pages of this origin; the keys tell them apart. May throw, where a browser forbids even to look. */
const opened = () => (database ??= createStore('scs-status', 'answers'))

/** Where the records of a provider lie: one host may serve several pages, and one page may be pointed at another API. */
export const cachePlace = (path: string, apiUrl: string) => storageKey('answers', path === '/' ? apiUrl : `${path} ${apiUrl}`)

/** The database of this browser. */
export const browserCache = (place: string): CacheStorageArea => ({
  load: async name => get<unknown>([place, name], opened()),
  save: async (name, record) => set([place, name], record, opened()),
  remove: async name => del([place, name], opened()),
})

/** Removes what this page once kept for providers that it has no more, or that may not be kept any more. */
export async function forgetOtherPlaces(places: readonly string[]): Promise<void> {
  const own = cachePlace('/', '')
  const isOver = (key: IDBValidKey) =>
    Array.isArray(key) && typeof key[0] === 'string' && key[0].startsWith(own) && !places.includes(key[0])
  const over = (await keys(opened())).filter(isOver)
  if (over.length) await delMany(over, opened())
}
