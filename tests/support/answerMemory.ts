import { createOfflineCache, type OfflineCache } from '@/stores/offline/offlineCache'
import type { CacheStorageArea } from '@/stores/offline/cacheStorage'
import type { Provider } from '@/stores/provider'

/** A browser's storage, for as long as the test. */
export function answerMemory() {
  const records = new Map<string, unknown>()
  const answers: CacheStorageArea = {
    load: name => Promise.resolve(records.get(name)),
    save: (name, record) => Promise.resolve(void records.set(name, structuredClone(record))),
    remove: name => Promise.resolve(void records.delete(name)),
  }
  return { records, answers }
}
export type AnswerMemory = ReturnType<typeof answerMemory>

/** What a provider keeps there. */
export function keptIn(answers: CacheStorageArea): NonNullable<Provider['offlineCache']> {
  let loaded: OfflineCache | undefined
  return clock => Promise.resolve((loaded ??= createOfflineCache(answers, clock)))
}

/** Leaves the page: what waits to be kept is written now. */
export const leavePage = () => window.dispatchEvent(new Event('pagehide'))
