import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Incident, IncidentUpdate } from '@/domain/incident'

/**
 * The newest update of each ongoing incident: one GET each (domain.md, "Incidents over time"). One that cannot be read keeps
 * what was read before, as long as it is still the newest, and is null otherwise; missing = none, or not asked for yet.
 */
export function newestUpdates(api: StatusApi) {
  const byIncident = shallowRef<ReadonlyMap<string, IncidentUpdate | null>>(new Map())

  async function refresh(incidents: readonly Incident[], signal: AbortSignal): Promise<void> {
    const entries = await Promise.all(
      incidents.flatMap(({ id, updateOrders }) => {
        const order = updateOrders.at(-1)
        return order === undefined ? [] : [read(id, order, signal).then(update => [id, update] as const)]
      }),
    )
    if (signal.aborted) return
    const next = new Map(entries)
    if (JSON.stringify([...next]) !== JSON.stringify([...byIncident.value])) byIncident.value = next
  }

  async function read(id: string, order: number, signal: AbortSignal): Promise<IncidentUpdate | null> {
    try {
      return await api.getUpdate(id, order, { signal })
    } catch {
      const known = byIncident.value.get(id)
      return known?.order === order ? known : null
    }
  }

  return { byIncident, refresh }
}
