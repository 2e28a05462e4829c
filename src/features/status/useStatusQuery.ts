import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** What a visitor chose on the status page. All of it lives in the URL, so that a link shows the same view. */
export interface StatusQuery {
  readonly text: WritableComputedRef<string>
  /** Level key; empty = any. */
  readonly level: WritableComputedRef<string>
  /** `key:value`; empty = any. */
  readonly label: WritableComputedRef<string>
  /** Label key; empty = no grouping; null = as configured. */
  readonly group: WritableComputedRef<string | null>
  readonly problemsFirst: WritableComputedRef<boolean>
  readonly table: WritableComputedRef<boolean>
  readonly hideQuiet: WritableComputedRef<boolean>
  clearFilters(): void
}

export function useStatusQuery(): StatusQuery {
  const route = useRoute()
  const router = useRouter()
  // Several changes in one tick (clear all) must not overwrite each other through a route that is not there yet.
  let pending: LocationQueryRaw | null = null

  function change(values: Record<string, string | null>) {
    const query: LocationQueryRaw = { ...(pending ?? route.query) }
    for (const [key, value] of Object.entries(values)) {
      if (value === null) delete query[key]
      else query[key] = value
    }
    pending = query
    void router.replace({ query, hash: route.hash }).finally(() => (pending = null))
  }

  const read = (key: string) => {
    const value = route.query[key]
    return typeof value === 'string' ? value : null
  }
  const text = (key: string) => computed({ get: () => read(key) ?? '', set: value => change({ [key]: value || null }) })
  const flag = (key: string, on: string) =>
    computed({ get: () => read(key) === on, set: value => change({ [key]: value ? on : null }) })

  return {
    text: text('q'),
    level: text('state'),
    label: text('label'),
    group: computed({ get: () => read('group'), set: value => change({ group: value }) }),
    problemsFirst: flag('sort', 'problems'),
    table: flag('view', 'table'),
    hideQuiet: flag('quiet', 'hide'),
    clearFilters: () => change({ q: null, state: null, label: null }),
  }
}
