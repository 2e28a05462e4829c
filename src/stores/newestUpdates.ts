import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Incident, IncidentUpdate } from '@/domain/incident'

/**
 * The newest update of each ongoing incident: one GET each (domain.md, "Incidents over time"). One that cannot be read keeps
 * what was read before, as long as it is still the newest.
 */
export function newestUpdates(api: StatusApi) {
  const byIncident = shallowRef<ReadonlyMap<string, IncidentUpdate>>(new Map())

  async function refresh(incidents: readonly Incident[], signal: AbortSignal): Promise<void> {
    const entries = await Promise.all(
      incidents.map(async ({ id, updateOrders }) => {
        const order = updateOrders.at(-1)
        if (order === undefined) return null
        const known = byIncident.value.get(id)
        try {
          return await api.getUpdate(id, order, { signal })
        } catch {
          return known?.order === order ? known : null
        }
      }),
    )
    if (signal.aborted) return
    const next = new Map(entries.filter(entry => entry !== null).map(update => [update.incidentId, update]))
    if (JSON.stringify([...next]) !== JSON.stringify([...byIncident.value])) byIncident.value = next
  }

  return { byIncident, refresh }
}
