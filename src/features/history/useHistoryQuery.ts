import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { isMonth } from '@/domain/calendar'
import { parseLabel } from '@/domain/grouping'
import { INCIDENT_KINDS, type IncidentFilter } from '@/domain/incidentFilter'
import { useQueryState } from '@/shared/composables/useQueryState'

/** As many months as are shown at once; what lies before is reached by moving on. */
export const MAX_MONTHS = 240

/** What a visitor chose in the history. All of it lives in the URL, so that a link shows the same view. */
export interface HistoryQuery {
  /** The newest month, `2026-03`; null = the present one. */
  readonly month: ComputedRef<string | null>
  readonly count: WritableComputedRef<number>
  /** What the address says of each filter; empty = any. */
  readonly text: WritableComputedRef<string>
  readonly component: WritableComputedRef<string>
  /** `key:value` */
  readonly label: WritableComputedRef<string>
  /** Level key. */
  readonly severity: WritableComputedRef<string>
  readonly type: WritableComputedRef<string>
  readonly kind: WritableComputedRef<string>
  readonly filter: ComputedRef<IncidentFilter>
  clearFilters(): void
}

/** @param levelsOf the keys of all levels that read as the one of that key does */
export function useHistoryQuery(levelsOf: (key: string) => readonly string[]): HistoryQuery {
  const { read, change, text } = useQueryState()
  const readCount = () => {
    const given = read('months') ?? ''
    return /^\d{1,6}$/.test(given) ? Math.min(Math.max(Number(given), 1), MAX_MONTHS) : 1
  }
  const fields = {
    text: text('q'),
    component: text('component'),
    label: text('label'),
    severity: text('severity'),
    type: text('type'),
    kind: text('kind'),
  }
  return {
    ...fields,
    month: computed(() => {
      const month = read('month')
      return month !== null && isMonth(month) ? month : null
    }),
    count: computed({ get: readCount, set: count => change({ months: count > 1 ? String(count) : null }) }),
    filter: computed(() => ({
      text: fields.text.value,
      componentId: fields.component.value || null,
      label: parseLabel(fields.label.value),
      levels: levelsOf(fields.severity.value),
      typeId: fields.type.value || null,
      kind: INCIDENT_KINDS.find(kind => kind === fields.kind.value) ?? null,
    })),
    clearFilters: () => change({ q: null, component: null, label: null, severity: null, type: null, kind: null }),
  }
}
