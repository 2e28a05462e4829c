import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

export interface QueryState {
  /** What the address says; null = nothing. */
  read(key: string): string | null
  /** Sets what is given and drops what is null; the rest of the address stays. */
  change(values: Readonly<Record<string, string | null>>): void
  /** A text; empty = nothing in the address. */
  text(key: string): WritableComputedRef<string>
  /** On where the address holds the given word. */
  flag(key: string, on: string): WritableComputedRef<boolean>
}

/** State of a page that lives in its address, so that a link shows the same view. Changes are no steps to go back. */
export function useQueryState(): QueryState {
  const route = useRoute()
  const router = useRouter()
  // Several changes in one tick (clear all) must not overwrite each other through a route that is not there yet.
  let pending: LocationQueryRaw | null = null

  function change(values: Readonly<Record<string, string | null>>) {
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
  return {
    read,
    change,
    text: key => computed({ get: () => read(key) ?? '', set: value => change({ [key]: value || null }) }),
    flag: (key, on) => computed({ get: () => read(key) === on, set: value => change({ [key]: value ? on : null }) }),
  }
}
