import { computed } from 'vue'
import { isMonth } from '@/domain/time/calendar'
import { parseLabel } from '@/domain/component/grouping'
import { INCIDENT_KINDS, type IncidentFilter } from '@/domain/incident/incidentFilter'
import { useQueryFlag, useQueryText } from '@/composables/queryState'

/** As many months as are shown at once; what lies before is reached by moving on. */
export const MAX_MONTHS = 240

export type HistoryQuery = ReturnType<typeof useHistoryQuery>

/**
 * What a visitor chose in the history. All of it lives in the URL, so that a link shows the same view.
 * @param levelsOf the keys of all levels that read as the one of that key does
 */
export function useHistoryQuery(levelsOf: (key: string) => readonly string[]) {
  const month = useQueryText('month')
  const months = useQueryText('months')
  /** Shown as a calendar, which has one month. */
  const calendar = useQueryFlag('view', 'calendar')
  /** What the address says of each filter; empty = any. */
  const fields = {
    text: useQueryText('q'),
    component: useQueryText('component'),
    /** `key:value` */
    label: useQueryText('label'),
    /** Level key. */
    severity: useQueryText('severity'),
    type: useQueryText('type'),
    kind: useQueryText('kind'),
  }
  return {
    ...fields,
    calendar,
    /** The day that is chosen in it, `2026-03-10`. */
    day: useQueryText('day'),
    /** The newest month, `2026-03`; null = the present one. */
    month: computed(() => (isMonth(month.value) ? month.value : null)),
    count: computed({
      get: () =>
        !calendar.value && /^\d{1,6}$/.test(months.value) ? Math.min(Math.max(Number(months.value), 1), MAX_MONTHS) : 1,
      set: count => (months.value = count > 1 ? String(count) : ''),
    }),
    filter: computed((): IncidentFilter => ({
      text: fields.text.value,
      componentId: fields.component.value || null,
      label: parseLabel(fields.label.value),
      levels: levelsOf(fields.severity.value),
      typeId: fields.type.value || null,
      kind: INCIDENT_KINDS.find(kind => kind === fields.kind.value) ?? null,
    })),
    clearFilters: () => Object.values(fields).forEach(field => (field.value = '')),
  }
}
