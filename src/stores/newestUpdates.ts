import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Incident, IncidentUpdate } from '@/domain/incident'
import type { Clock } from './clock'
import { detailReads } from './detailReads'

// More would turn a storm of incidents into a storm of requests by every visitor, each minute.
const MAX_UPDATES = 50

/**
 * The newest update of each ongoing incident: one GET each (domain.md, "Incidents over time"). One that cannot be read keeps
 * what was read before, as long as it is still the newest, and is null otherwise; missing = none, or not asked for yet. Those of
 * the first fifty incidents are asked for, the others keep what was read before.
 */
export function newestUpdates(api: StatusApi, clock: Pick<Clock, 'read'>) {
  const byIncident = shallowRef<ReadonlyMap<string, IncidentUpdate | null>>(new Map())
  const reads = detailReads<IncidentUpdate>(clock)

  /** @returns whether all that was asked for answered */
  async function refresh(incidents: readonly Incident[], signal: AbortSignal): Promise<boolean> {
    const wanted = new Map<string, { id: string; order: number }>(
      incidents.flatMap(({ id, updateOrders }) => {
        const order = updateOrders.at(-1)
        return order === undefined ? [] : [[keyOf(id, order), { id, order }] as const]
      }),
    )
    const ask = (key: string) => {
      const { id, order } = wanted.get(key)!
      return api.getUpdate(id, order, { signal })
    }
    const succeeded = await reads.refresh([...wanted.keys()], MAX_UPDATES, ask, signal)
    if (signal.aborted) return false
    const next = new Map<string, IncidentUpdate | null>()
    for (const [index, [key, { id }]] of [...wanted].entries()) {
      const update = reads.valueOf(key)
      if (update || index < MAX_UPDATES) next.set(id, update)
    }
    if (JSON.stringify([...next]) !== JSON.stringify([...byIncident.value])) byIncident.value = next
    return succeeded
  }

  /** Takes up what an earlier visit read, epoch milliseconds. */
  function takeUp(kept: readonly IncidentUpdate[], readAt: number): void {
    reads.takeUp(
      kept.map(update => [keyOf(update.incidentId, update.order), update]),
      readAt,
    )
    byIncident.value = new Map([...kept.map(update => [update.incidentId, update] as const), ...byIncident.value])
  }

  return { byIncident, state: reads.state, refresh, takeUp }
}

const keyOf = (incidentId: string, order: number) => `${order} ${incidentId}`
