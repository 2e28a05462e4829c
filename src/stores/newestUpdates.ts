import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Incident, IncidentUpdate } from '@/domain/incident'

// More would turn a storm of incidents into a storm of requests by every visitor, each minute.
const MAX_UPDATES = 50

/**
 * The newest update of each ongoing incident: one GET each (domain.md, "Incidents over time"). One that cannot be read keeps
 * what was read before, as long as it is still the newest, and is null otherwise; missing = none, or not asked for yet. Those of
 * the first fifty incidents are asked for, the others keep what was read before.
 */
export function newestUpdates(api: StatusApi) {
  const byIncident = shallowRef<ReadonlyMap<string, IncidentUpdate | null>>(new Map())

  async function refresh(incidents: readonly Incident[], signal: AbortSignal): Promise<void> {
    const wanted = incidents.flatMap(({ id, updateOrders }) => {
      const order = updateOrders.at(-1)
      return order === undefined ? [] : [{ id, order }]
    })
    const entries = await Promise.all(
      wanted.slice(0, MAX_UPDATES).map(async ({ id, order }) => [id, await read(id, order, signal)] as const),
    )
    if (signal.aborted) return
    const next = new Map<string, IncidentUpdate | null>(entries)
    for (const { id, order } of wanted.slice(MAX_UPDATES)) {
      const known = knownOf(id, order)
      if (known) next.set(id, known)
    }
    if (JSON.stringify([...next]) !== JSON.stringify([...byIncident.value])) byIncident.value = next
  }

  async function read(id: string, order: number, signal: AbortSignal): Promise<IncidentUpdate | null> {
    try {
      return await api.getUpdate(id, order, { signal })
    } catch {
      return knownOf(id, order)
    }
  }

  function knownOf(id: string, order: number): IncidentUpdate | null {
    const known = byIncident.value.get(id)
    return known?.order === order ? known : null
  }

  return { byIncident, refresh }
}
