import { computed, shallowRef, watch } from 'vue'
import { incidentWindow, type Span } from '@/domain/time/calendar'
import type { Incident } from '@/domain/incident/incident'
import type { Window } from '@/domain/time/recurrence'
import type { Management } from '@/operator/useManagement'

const WEEK_MS = 7 * 86_400_000

/** The incidents of the weeks around a planned window: those that the page has, and where it does not reach as far, read once. */
export function useIncidentsAround(
  { provider, store, clock }: Pick<Management, 'provider' | 'store' | 'clock'>,
  planned: () => Window | null,
) {
  const read = shallowRef<{ readonly key: string; readonly incidents: readonly Incident[] } | null>(null)
  const unread = shallowRef(false)

  /** What is to be read, in whole weeks, so that another hour or day does not read it anew; null = nothing. */
  const missing = computed((): Span | null => {
    const window = planned()
    if (!window) return null
    const span = {
      start: (Math.floor(window.beganAt / WEEK_MS) - 1) * WEEK_MS,
      end: (Math.ceil(window.endedAt / WEEK_MS) + 1) * WEEK_MS,
    }
    const { historyDays, maintenancePreviewDays } = provider.config
    const known = incidentWindow(clock.now.value, historyDays, maintenancePreviewDays)
    return span.start >= known.start && span.end <= known.end ? null : span
  })
  const key = computed(() => missing.value && `${missing.value.start} ${missing.value.end}`)

  watch(
    key,
    async asked => {
      unread.value = false
      const span = missing.value
      if (!asked || !span || read.value?.key === asked) return
      try {
        const { items } = await provider.api.getIncidents(span)
        if (key.value === asked) read.value = { key: asked, incidents: items }
      } catch {
        unread.value = key.value === asked
      }
    },
    { immediate: true },
  )

  return {
    incidents: computed(() => {
      const own = new Set(store.incidents.map(({ id }) => id))
      return [...store.incidents, ...(read.value?.incidents ?? []).filter(({ id }) => !own.has(id))]
    }),
    /** Nobody can tell whether these are all. */
    unread,
  }
}
