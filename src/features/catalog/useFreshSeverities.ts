import { shallowRef } from 'vue'
import type { Severity } from '@/domain/catalog/catalog'
import { severityDifferences, type SeverityDifference } from '@/domain/severity/severityDraft'
import { useOwnWrites } from '@/operator/operation/ownWrites'
import { useAsyncRead } from '@/operator/operation/useAsyncRead'
import type { Management } from '@/operator/useManagement'

/**
 * All severities, read again before one of them is written: each bounds its neighbour, so a change of any of them is shown first
 * (docs/domain.md, "Read again before writing"). What this tab wrote itself is no such change.
 */
export function useFreshSeverities({ provider }: Pick<Management, 'provider'>, shown: readonly Severity[]) {
  const list = shallowRef(shown)
  const changed = shallowRef<readonly SeverityDifference[]>([])
  const { reading, error, read } = useAsyncRead()
  const own = useOwnWrites(provider)
  const isOwn = ({ name, after }: SeverityDifference) =>
    own.ofRecord('severities', name).some(({ value }) => value === (after === null ? null : String(after)))

  /** Whether they are as they are shown. Otherwise they are shown anew, or could not be read. */
  async function confirm(): Promise<boolean> {
    const answer = await read<{ readonly items: readonly Severity[] }>(
      () => provider.api.getSeverities({ fresh: true }),
      () => ({ items: list.value }),
    )
    if (!answer) return false
    changed.value = severityDifferences(list.value, answer.items).filter(one => !isOwn(one))
    list.value = answer.items
    return !changed.value.length
  }

  return { list, changed, error, reading, confirm }
}
