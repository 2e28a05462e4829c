import { useQueryChoice, useQueryFlag, useQueryOption, useQueryText } from '@/composables/queryState'

/** How components are shown; the first is the usual one. */
export const COMPONENT_VIEWS = ['bars', 'table', 'grid'] as const
export type ComponentView = (typeof COMPONENT_VIEWS)[number]

/** What a visitor chose on the status page. All of it lives in the URL, so that a link shows the same view. */
export function useStatusQuery() {
  const filters = {
    text: useQueryText('q'),
    /** Level key; empty = any. */
    level: useQueryText('state'),
    /** `key:value`; empty = any. */
    label: useQueryText('label'),
  }
  return {
    ...filters,
    /** Label key; empty = no grouping; null = as configured. */
    group: useQueryChoice('group'),
    problemsFirst: useQueryFlag('sort', 'problems'),
    view: useQueryOption('view', COMPONENT_VIEWS),
    /** Label keys of the grid; empty = the first that there are. */
    rows: useQueryText('rows'),
    columns: useQueryText('columns'),
    clearFilters: () => Object.values(filters).forEach(filter => (filter.value = '')),
  }
}
