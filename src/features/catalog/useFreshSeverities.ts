import { shallowRef } from 'vue'
import type { Severity } from '@/domain/catalog'
import { severityDifferences, type SeverityDifference } from '@/domain/severityDraft'
import { useReading } from '@/operator/operation/useReading'
import type { Management } from '@/operator/useManagement'

/**
 * All severities, read again before one of them is written: each bounds its neighbour, so a change of any of them is shown first
 * (docs/domain.md, "Read again before writing").
 */
export function useFreshSeverities({ provider }: Pick<Management, 'provider'>, shown: readonly Severity[]) {
  const list = shallowRef(shown)
  const changed = shallowRef<readonly SeverityDifference[]>([])
  const { reading, error, read } = useReading()

  /** Whether they are as they are shown. Otherwise they are shown anew, or could not be read. */
  async function confirm(): Promise<boolean> {
    const answer = await read<{ readonly items: readonly Severity[] }>(
      () => provider.api.getSeverities({ fresh: true }),
      () => ({ items: list.value }),
    )
    if (!answer) return false
    changed.value = severityDifferences(list.value, answer.items)
    list.value = answer.items
    return !changed.value.length
  }

  return { list, changed, error, reading, confirm }
}
