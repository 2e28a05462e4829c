import { computed, onScopeDispose, ref } from 'vue'
import { addMonths, monthOf, monthSpan } from '@/domain/calendar'
import { lastDaysStart } from '@/domain/availabilityTable'
import { useDisplay } from '@/shared/composables/display'
import type { IncidentArchive } from '@/stores/incidentArchive'

const MONTHS_AT_ONCE = 12

/**
 * How far back the page looks: the months that the open window of incidents reaches into, and twelve more each time that
 * somebody asks.
 * @param leastDays how many calendar days are read in any case, be the window shorter
 * @param recordsSince epoch milliseconds; nothing lies before. null = no such limit
 */
export function useEarlierMonths(
  archive: IncidentArchive,
  { historyDays, leastDays }: { historyDays: number; leastDays: number },
  recordsSince: () => number | null,
) {
  const { now, zone } = useDisplay()
  const added = ref(0)
  const loading = ref(false)
  let isGone = false
  onScopeDispose(() => (isGone = true))

  const month = (more: number) => addMonths(monthOf(lastDaysStart(historyDays, now.value, zone.value), zone.value), -more)
  const firstMonth = computed(() => month(added.value))
  const start = computed(() => monthSpan(firstMonth.value, zone.value).start)
  const hasMore = computed(() => {
    const limit = recordsSince()
    return limit === null || limit < start.value
  })

  async function load(months: number): Promise<void> {
    if (loading.value) return
    loading.value = true
    const first = months ? monthSpan(month(months), zone.value).start : Infinity
    await archive.load({ start: Math.min(first, lastDaysStart(leastDays, now.value, zone.value)), end: now.value })
    if (isGone) return
    added.value = months
    loading.value = false
  }

  return {
    firstMonth,
    /** Where the first month begins, epoch milliseconds. */
    start,
    hasMore,
    loading,
    /** Twelve months more. They show when they were read, or are known to be unreadable. */
    earlier: () => load(added.value + MONTHS_AT_ONCE),
    /** Reads what is shown and not known yet, also again what could not be read. */
    again: () => load(added.value),
  }
}
