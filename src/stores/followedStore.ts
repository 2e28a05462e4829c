import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { withConfirmedCounts } from '@/domain/status/confirmed'
import { followedStates } from '@/domain/component/followed'
import { verdict, type Verdict } from '@/domain/status/verdict'
import { storageKey } from '@/config/choices'
import type { Provider } from './provider'
import type { StatusStore } from './statusStore'

/** What this browser keeps about one provider. */
interface Kept {
  readonly components: readonly string[]
  readonly notify: boolean
}

/** The components of one provider that this browser follows, without a login. All tabs of the browser stay in step. */
export const useFollowed = ({ id: providerId, path, config }: Pick<Provider, 'id' | 'path' | 'config'>) =>
  defineStore(`followed:${providerId}`, () => {
    const key = storageKey('followed', path === '/' ? config.apiUrl : `${path} ${config.apiUrl}`)
    const kept = useStorage<Kept | null>(key, null, undefined, {
      shallow: true,
      serializer: { read: restore, write: JSON.stringify },
      // private mode or a full disk: it holds for this visit
      onError: () => undefined,
    })
    const ids = computed(() => kept.value?.components ?? [])
    const notify = computed(() => kept.value?.notify ?? false)
    const set = computed(() => new Set(ids.value))

    const change = (changes: Partial<Kept>) => (kept.value = { components: ids.value, notify: notify.value, ...changes })

    return {
      /** In the order in which they were followed. */
      ids,
      /** Whether changes of them are to be told by notifications. */
      notify: computed({ get: () => notify.value, set: wanted => change({ notify: wanted }) }),
      has: (id: string) => set.value.has(id),
      follow: (more: readonly string[]) => change({ components: [...new Set([...ids.value, ...more])] }),
      toggle: (id: string) =>
        change({ components: set.value.has(id) ? ids.value.filter(one => one !== id) : [...ids.value, id] }),
    }
  })()

export type FollowedStore = ReturnType<typeof useFollowed>

/** The verdict on some components; what is missing, old or not listed is never taken for fine. */
export function verdictOn({ listedStates, readStates, scale, summary }: StatusStore, ids: readonly string[]): Verdict {
  const { missing, stale } = summary
  const listed = new Map([...readStates].filter(([id]) => listedStates.has(id)))
  return withConfirmedCounts(verdict({ states: followedStates(ids, listed, scale), ongoing: [], scale, missing, stale }))
}

/** What title and icon of the tab tell: the worst of what is followed; where nothing is, that of everything. */
export const tabVerdict = (store: StatusStore, { ids }: Pick<FollowedStore, 'ids'>): Verdict =>
  ids.length ? verdictOn(store, ids) : store.summary

function restore(text: string): Kept {
  try {
    const { components, notify } = JSON.parse(text) as Record<string, unknown>
    const isId = (id: unknown): id is string => typeof id === 'string' && id !== ''
    return { components: Array.isArray(components) ? [...new Set(components.filter(isId))] : [], notify: notify === true }
  } catch {
    return { components: [], notify: false }
  }
}
