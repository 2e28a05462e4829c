import { shallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { ApiError } from '@/domain/apiError'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { MAX_HINTED_INCIDENTS } from './referencedIncidents'
import { asApiError } from './readIncidents'

type Kind = 'incident' | 'updates'

/**
 * What the status at a past instant asks for one by one, each once: incidents that only components name, and all updates of what
 * was going on. What failed is asked for again after `begin`.
 */
export function detailsAt(api: Pick<StatusApi, 'getIncident' | 'getUpdates'>) {
  const incidents = shallowRef<readonly Incident[]>([])
  /** By incident; null = they could not be read. */
  const updates = shallowRef<ReadonlyMap<string, readonly IncidentUpdate[] | null>>(new Map())
  /** Why something could not be read the last time; not in it = it could, or nobody asked. */
  const errors = shallowRef<ReadonlyMap<string, ApiError>>(new Map())
  let asked = new Set<string>()

  /** What could not be had is asked for again from now on. */
  const begin = () => void (asked = new Set())

  /** Asks for those that were not asked for yet, some at a time. Never throws. */
  async function readEach<T>(kind: Kind, ids: readonly string[], ask: (id: string) => Promise<T>, signal: AbortSignal) {
    const wanted = ids.filter(id => !asked.has(keyOf(kind, id))).slice(0, MAX_HINTED_INCIDENTS)
    for (const id of wanted) asked.add(keyOf(kind, id))
    const failed = new Map<string, ApiError>()
    const answers = await Promise.all(
      wanted.map(async id => {
        const answer = await ask(id).catch((error: unknown) => void failed.set(keyOf(kind, id), asApiError(error)))
        return [id, answer ?? null] as const
      }),
    )
    if (signal.aborted || !wanted.length) return []
    const others = [...errors.value].filter(([key]) => !wanted.some(id => keyOf(kind, id) === key))
    errors.value = new Map([...others, ...failed])
    return answers
  }

  /** Incidents by their ids. Never throws. */
  async function readIncidents(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const answers = await readEach('incident', ids, id => api.getIncident(id, { signal }), signal)
    const found = answers.flatMap(([, incident]) => incident ?? [])
    if (found.length) incidents.value = [...incidents.value, ...found]
  }

  /** All updates of those incidents of which they are not there yet. Never throws. */
  async function readUpdates(of: readonly Incident[], signal: AbortSignal): Promise<void> {
    const ids = of.filter(({ id, updateOrders }) => updateOrders.length && !updates.value.get(id)).map(({ id }) => id)
    const answers = await readEach('updates', ids, async id => (await api.getUpdates(id, { signal })).items, signal)
    if (answers.length) updates.value = new Map([...updates.value, ...answers])
  }

  /** Why one of them could not be read, rather than that it does not exist; null = none failed. */
  function errorOf(kind: Kind, ids: readonly string[]): ApiError | null {
    const own = ids.flatMap(id => errors.value.get(keyOf(kind, id)) ?? [])
    return own.find(error => error.kind !== 'notFound') ?? own[0] ?? null
  }

  return { incidents, updates, begin, readIncidents, readUpdates, errorOf }
}

const keyOf = (kind: Kind, id: string) => `${kind} ${id}`
