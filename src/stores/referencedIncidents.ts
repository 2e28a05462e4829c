import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Incident } from '@/domain/incident/incident'
import { onceEach } from '@/domain/incident/versions'
import type { Clock } from './clock'
import { keyedQueries } from './keyedQueries'

// More would turn a server's odd answer into a flood of requests; what is left stays unknown.
export const MAX_HINTED_INCIDENTS = 20

/** The incidents that components name and that the list of incidents lacks. One that cannot be read keeps what was read before. */
export function hintedIncidents(api: StatusApi, clock: Pick<Clock, 'read'>) {
  const incidents = shallowRef<readonly Incident[]>([])
  const reads = keyedQueries<Incident>(clock)

  /** @returns whether all that was asked for answered */
  async function refresh(ids: readonly string[], signal: AbortSignal): Promise<boolean> {
    const wanted = ids.slice(0, MAX_HINTED_INCIDENTS)
    const succeeded = await reads.refresh(wanted, wanted.length, id => api.getIncident(id, { signal }), signal)
    if (signal.aborted) return false
    const found = wanted.map(reads.valueOf).filter(incident => incident !== null)
    if (JSON.stringify(found) !== JSON.stringify(incidents.value)) incidents.value = found
    return succeeded
  }

  /** Takes up what an earlier visit read, epoch milliseconds. */
  function restore(kept: readonly Incident[], readAt: number): void {
    reads.restore(
      kept.map(incident => [incident.id, incident]),
      readAt,
    )
    incidents.value = onceEach([...incidents.value, ...kept])
  }

  return { incidents, state: reads.state, refresh, restore }
}
