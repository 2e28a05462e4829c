import { computed, onScopeDispose, ref } from 'vue'
import { addMonths, monthOf, monthSpan } from '@/domain/time/calendar'
import { lastDaysStart } from '@/domain/component/availabilityTable'
import { useDisplay } from '@/composables/display'
import type { IncidentArchive } from '@/stores/incidentArchive'

const MONTHS_AT_ONCE = 12

export type EarlierMonths = ReturnType<typeof useEarlierMonths>

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
  /** As `added`, as soon as somebody asks. */
  const wanted = ref(0)
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

  async function load(): Promise<boolean> {
    if (loading.value) return false
    const months = wanted.value
    const first = months ? monthSpan(month(months), zone.value).start : Infinity
    const span = { start: Math.min(first, lastDaysStart(leastDays, now.value, zone.value)), end: now.value }
    // A poll that asks for nothing changes nothing on the page.
    loading.value = archive.lacks(span)
    const isWhole = await archive.load(span)
    if (isGone) return false
    added.value = months
    loading.value = false
    return isWhole
  }

  return {
    /** The first month that was asked for, `2026-03`. */
    firstMonth,
    /** Where the first month begins, epoch milliseconds. */
    start,
    /** Whether there may be more before. */
    hasMore,
    loading,
    wanted,
    /** Wants twelve months more. They show when `load` has read them, or knows them to be unreadable. */
    earlier: () => void (wanted.value = added.value + MONTHS_AT_ONCE),
    /** Reads what is wanted and not known yet, also again what could not be read. Answers whether all of it is known now. */
    load,
  }
}
