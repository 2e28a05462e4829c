import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { ApiError } from '@/domain/apiError'
import { earliestRecord } from '@/domain/status/statusAt'
import type { Incident } from '@/domain/incident/incident'
import { inUtcDays } from '@/domain/time/spans'
import { asApiError } from './readIncidents'

// No status page is older.
const EVER = 0

/** Whether a server had anything on record by an instant. Before that nothing is known, and an empty answer does not say "all is well". */
export function recordsBy({ getIncidents }: Pick<StatusApi, 'getIncidents'>) {
  /** Until when nothing is on record, and from when on something is, epoch milliseconds: as far as anybody asked. */
  const nothingUntil = shallowRef(EVER)
  const first = shallowRef(Infinity)
  const error = shallowRef<ApiError | null>(null)

  /**
   * @param incidents those that are known anyway
   * @returns null = not known yet
   */
  function isRecorded(t: number, incidents: readonly Incident[]): boolean | null {
    if (Math.min(first.value, earliestRecord(incidents)) <= t) return true
    return t <= nothingUntil.value ? false : null
  }

  /** Asks for all that was before t, if that is not known. @returns whether it is known now; what failed is told by `error` */
  async function ensure(t: number, incidents: readonly Incident[], signal: AbortSignal): Promise<boolean> {
    error.value = null
    if (isRecorded(t, incidents) !== null) return true
    try {
      const { start, end } = inUtcDays({ start: EVER, end: t })
      const { items } = await getIncidents({ start, end, signal })
      first.value = Math.min(first.value, earliestRecord(items))
      nothingUntil.value = Math.max(nothingUntil.value, Math.min(t, first.value - 1))
      return true
    } catch (thrown) {
      if (!signal.aborted) error.value = asApiError(thrown)
      return false
    }
  }

  return { isRecorded, ensure, error }
}
