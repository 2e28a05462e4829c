import { shallowRef, watch } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { ApiError } from '@/domain/apiError'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import type { CachedIncident } from './offline/cacheSchema'
import type { Clock } from './clock'
import type { Provider } from './provider'
import { asApiError } from './readIncidents'
import { waitForCache } from './offline/waitForCache'
import { withOrder, withUpdate } from './takenRecords'
import type { StatusStore } from './statusStore'

/** The calls behind the page of an incident, also to be shown; the names of its phases are read by the store. */
export const incidentCalls = (api: StatusApi, id: string, options?: Parameters<StatusApi['getIncident']>[1]) =>
  [api.getIncident(id, options), api.getUpdates(id, options)] as const

/**
 * One incident with all its updates, and how fresh they are. A failed refresh keeps what was read before. Its phase names are
 * read into the store, since they come from its own generation, however old it is (docs/domain.md, "Phases and generations").
 */
export function useIncident(
  { api, offlineCache }: Provider,
  clock: Clock,
  status: Pick<StatusStore, 'ensureGenerations' | 'lastTaken'>,
  id: () => string,
  /** Whether what another visit read is shown until an answer of this one is there. Nobody should go on writing from that. */
  { kept = false }: { kept?: boolean } = {},
) {
  const { ensureGenerations } = status
  const incident = shallowRef<Incident | null>(null)
  const updates = shallowRef<readonly IncidentUpdate[] | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const updatesError = shallowRef<ApiError | null>(null)
  const readAt = shallowRef<number | null>(null)
  const updatesReadAt = shallowRef<number | null>(null)
  const busy = shallowRef(false)
  let run: AbortController | null = null

  /** @returns whether everything could be read */
  async function refresh(): Promise<boolean> {
    run?.abort()
    const { signal } = (run = new AbortController())
    const wanted = id()
    busy.value = true
    const recalled = kept && readAt.value === null ? restoreIncident(wanted) : undefined
    const [one, all] = await Promise.allSettled(incidentCalls(api, wanted, { signal }))
    if (one.status === 'rejected') await waitForCache(recalled)
    if (signal.aborted) return false
    busy.value = false
    error.value = failure(one)
    updatesError.value = failure(all)
    // Asked for at one time, they come out of one cache: one that gives old updates gives an old incident.
    const answeredAt = clock.read() - ((all.status === 'fulfilled' && all.value.ageMs) || 0)
    if (one.status === 'fulfilled') {
      incident.value = one.value
      readAt.value = answeredAt
    }
    if (all.status === 'fulfilled') {
      updates.value = all.value.items
      updatesReadAt.value = answeredAt
    }
    // That it does not exist any more is an answer, not a failure.
    if (error.value?.kind === 'notFound') {
      forget()
      void answers().then(known => known?.forgetIncident(wanted))
    }
    if (kept && error.value === null && incident.value && readAt.value !== null)
      void keep({ incident: incident.value, updates: updates.value, readAt: readAt.value })
    clock.touch()
    const hasPhases = !incident.value || (await ensureGenerations([incident.value]))
    // What does not exist will not exist in a minute: no reason to come back sooner than usual.
    return hasPhases && (error.value === null ? updatesError.value === null : error.value.kind === 'notFound')
  }

  /** What this tab wrote and read back: known without another read. What is under way began before it. */
  function take({ incident: written, update }: StatusStore['lastTaken']): void {
    if ((written?.id ?? update?.incidentId) !== id()) return
    run?.abort()
    busy.value = false
    if (written) {
      incident.value = written
      readAt.value = clock.read()
    }
    if (!update) return
    if (updates.value) updates.value = withUpdate(updates.value, update)
    const { value } = incident
    if (value) incident.value = { ...value, updateOrders: withOrder(value.updateOrders, update.order) }
  }

  const forget = () => (incident.value = updates.value = readAt.value = updatesReadAt.value = null)
  const answers = () => offlineCache?.(clock) ?? Promise.resolve(null)
  const keep = async (page: CachedIncident) => (await answers())?.keepIncident(page)

  async function restoreIncident(wanted: string): Promise<void> {
    const known = await (await answers())?.incident(wanted)
    // What this visit was told first holds, also that it does not exist any more.
    if (!known || id() !== wanted || readAt.value !== null || error.value?.kind === 'notFound') return
    incident.value = known.incident
    readAt.value = known.readAt
    if (updates.value === null && known.updates) {
      updates.value = known.updates
      updatesReadAt.value = known.readAt
    }
    void ensureGenerations([known.incident])
  }

  watch(() => status.lastTaken, take, { flush: 'sync' })
  watch(id, () => {
    forget()
    error.value = updatesError.value = null
    void refresh()
  })
  return { incident, updates, error, updatesError, readAt, updatesReadAt, busy, refresh }
}

function failure(result: PromiseSettledResult<unknown>): ApiError | null {
  return result.status === 'fulfilled' ? null : asApiError(result.reason)
}
