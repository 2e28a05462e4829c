import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { timingAt } from '@/domain/incident/moment'
import type { Clock } from './clock'
import { keyedQueries } from './keyedQueries'

/** So many are asked for at once; those of the others when a reader comes near them. */
export const FIRST_UPDATES = 10
// More would turn a storm of incidents into a storm of requests by every visitor, each minute.
const MAX_UPDATES = 50

/**
 * The newest update of each ongoing incident: one GET each (docs/domain.md, "Updates"). One that cannot be read keeps
 * what was read before, as long as it is still the newest, and is null otherwise; missing = none, or not asked for yet. Those of
 * the first ten incidents are asked for, and those that somebody came near (`want`), fifty at most; the others keep what was read.
 */
export function newestUpdates(api: StatusApi, clock: Pick<Clock, 'read'>) {
  const byIncident = shallowRef<ReadonlyMap<string, IncidentUpdate | null>>(new Map())
  const reads = keyedQueries<IncidentUpdate>(clock)
  /** Incidents that somebody came near. */
  const near = new Set<string>()

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
    const isAsked = ([, { id }]: readonly [string, { id: string }], index: number) => index < FIRST_UPDATES || near.has(id)
    const asked = new Set(
      [...wanted]
        .filter(isAsked)
        .slice(0, MAX_UPDATES)
        .map(([key]) => key),
    )
    const keys = [...asked, ...[...wanted.keys()].filter(key => !asked.has(key))]
    const succeeded = await reads.refresh(keys, asked.size, ask, signal)
    if (signal.aborted) return false
    const next = new Map<string, IncidentUpdate | null>()
    for (const [key, { id }] of wanted) {
      const update = reads.valueOf(key)
      if (update || asked.has(key)) next.set(id, update)
    }
    if (JSON.stringify([...next]) !== JSON.stringify([...byIncident.value])) byIncident.value = next
    return succeeded
  }

  /**
   * Asks for that of an incident that somebody comes near, unless it is there, or nothing has begun yet: an entry that grows after it
   * is drawn moves what is being read. From then on each refresh does. Never throws.
   */
  async function want(incident: Incident): Promise<void> {
    const { id, updateOrders } = incident
    const order = updateOrders.at(-1)
    if (order === undefined || near.has(id)) return
    near.add(id)
    if (byIncident.value.has(id) || near.size > MAX_UPDATES || timingAt(incident, clock.read()) === 'scheduled') return
    const update = await api.getUpdate(id, order).catch(() => null)
    if (byIncident.value.has(id)) return
    if (update) reads.restore([[keyOf(id, order), update]], clock.read())
    byIncident.value = new Map([...byIncident.value, [id, update]])
  }

  /** Takes up what an earlier visit read, epoch milliseconds. */
  function restore(kept: readonly IncidentUpdate[], readAt: number): void {
    reads.restore(
      kept.map(update => [keyOf(update.incidentId, update.order), update]),
      readAt,
    )
    byIncident.value = new Map([...kept.map(update => [update.incidentId, update] as const), ...byIncident.value])
  }

  return { byIncident, state: reads.state, refresh, want, restore }
}

const keyOf = (incidentId: string, order: number) => `${order} ${incidentId}`
