import type { Ref } from 'vue'
import { useQueryChoice, useQueryFlag, useQueryText } from '@/shared/composables/queryState'

/** What a visitor chose on the status page. All of it lives in the URL, so that a link shows the same view. */
export interface StatusQuery {
  readonly text: Ref<string>
  /** Level key; empty = any. */
  readonly level: Ref<string>
  /** `key:value`; empty = any. */
  readonly label: Ref<string>
  /** Label key; empty = no grouping; null = as configured. */
  readonly group: Ref<string | null>
  readonly problemsFirst: Ref<boolean>
  readonly table: Ref<boolean>
  readonly hideQuiet: Ref<boolean>
  clearFilters(): void
}

export function useStatusQuery(): StatusQuery {
  const filters = { text: useQueryText('q'), level: useQueryText('state'), label: useQueryText('label') }
  return {
    ...filters,
    group: useQueryChoice('group'),
    problemsFirst: useQueryFlag('sort', 'problems'),
    table: useQueryFlag('view', 'table'),
    hideQuiet: useQueryFlag('quiet', 'hide'),
    clearFilters: () => Object.values(filters).forEach(filter => (filter.value = '')),
  }
}
