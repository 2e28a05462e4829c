import type { Ref } from 'vue'
import { useQueryChoice, useQueryFlag, useQueryOption, useQueryText } from '@/composables/queryState'

/** How components are shown; the first is the usual one. */
export const COMPONENT_VIEWS = ['bars', 'table', 'grid'] as const
export type ComponentView = (typeof COMPONENT_VIEWS)[number]

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
  readonly view: Ref<ComponentView>
  /** Label keys of the grid; empty = the first that there are. */
  readonly rows: Ref<string>
  readonly columns: Ref<string>
  clearFilters(): void
}

export function useStatusQuery(): StatusQuery {
  const filters = { text: useQueryText('q'), level: useQueryText('state'), label: useQueryText('label') }
  return {
    ...filters,
    group: useQueryChoice('group'),
    problemsFirst: useQueryFlag('sort', 'problems'),
    view: useQueryOption('view', COMPONENT_VIEWS),
    rows: useQueryText('rows'),
    columns: useQueryText('columns'),
    clearFilters: () => Object.values(filters).forEach(filter => (filter.value = '')),
  }
}
