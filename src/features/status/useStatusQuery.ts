import { computed, type WritableComputedRef } from 'vue'
import { useQueryState } from '@/shared/composables/useQueryState'

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
  const { read, change, text, flag } = useQueryState()
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
