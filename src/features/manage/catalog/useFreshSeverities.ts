import { shallowRef } from 'vue'
import type { ApiError } from '@/domain/apiError'
import type { Severity } from '@/domain/catalog'
import { severityDifferences, type SeverityDifference } from '@/domain/severityDraft'
import type { Management } from '@/features/manage/useManagement'

/**
 * All severities, read again before one of them is written: each bounds its neighbour, so a change of any of them is shown first
 * (domain.md, Writing).
 */
export function useFreshSeverities({ provider }: Pick<Management, 'provider'>, shown: readonly Severity[]) {
  const list = shallowRef(shown)
  const changed = shallowRef<readonly SeverityDifference[]>([])
  const error = shallowRef<ApiError | null>(null)
  const reading = shallowRef(false)

  /** Whether they are as they are shown. Otherwise they are shown anew, or could not be read. */
  async function confirm(): Promise<boolean> {
    if (reading.value) return false
    reading.value = true
    error.value = null
    try {
      const { items } = await provider.api.getSeverities({ fresh: true })
      changed.value = severityDifferences(list.value, items)
      list.value = items
      return !changed.value.length
    } catch (thrown) {
      error.value = thrown as ApiError
      return false
    } finally {
      reading.value = false
    }
  }

  return { list, changed, error, reading, confirm }
}
