import { effectScope } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import { ApiError } from '@/domain/apiError'
import type { Span } from '@/domain/time/calendar'
import type { Clock } from './clock'
import { useIncidentArchive } from './incidentArchive'
import type { Provider } from './provider'
import { statusState } from './statusState'
import { useStatusStore, type StatusStore } from './statusStore'

/**
 * The calls of a full refresh, for "show API calls": a store of its own makes them at a recorder, and is answered what is
 * known. So they are the store's own, bounds and follow-ups included, and there is no list of them that could differ.
 * @param recorder what `provider.recordCalls` hands out
 */
export async function statusCalls(recorder: StatusApi, provider: Provider, clock: Clock, known: StatusStore): Promise<void> {
  const api: StatusApi = {
    ...recorder,
    getComponents: answering(recorder.getComponents, () => reading(known.components)),
    getIncidents: answering(recorder.getIncidents, () => reading(known.listed)),
    getIncident: answering(recorder.getIncident, id => found(known.incidents.find(incident => incident.id === id))),
    getPhases: answering(recorder.getPhases, generation =>
      found(known.generations.get(generation ?? known.currentGeneration ?? NaN)),
    ),
  }
  // Its clock moves nothing on the page.
  const still: Clock = { ...clock, wakeAt: () => undefined, touch: () => undefined }
  // In a scope of its own and not in Pinia, which keeps the state of a store that is gone for the next one of its name.
  const scope = effectScope(true)
  try {
    const store = scope.run(() => statusState({ ...provider, api, offlineCache: null }, still))!
    // Parts of the window that could not be read are asked for apart.
    store.unread.value = known.unread
    await store.refresh({ everything: true })
  } finally {
    scope.stop()
  }
}

/** The calls of a page that shows more of the past than the status page, as `statusCalls`, with the windows of what it shows. */
export function callsOf(provider: Provider, clock: Clock, span: () => Span, more?: (recorder: StatusApi) => Promise<unknown>) {
  return () =>
    provider.recordCalls(async recorder => {
      await statusCalls(recorder, provider, clock, useStatusStore(provider, clock))
      for (const window of useIncidentArchive(provider, clock).windowsOf(span())) await recorder.getIncidents(window)
      await more?.(recorder)
    })
}

/** Makes the call at the recorder, whose own answer says nothing. */
function answering<Given extends unknown[], Answer>(
  record: (...given: Given) => Promise<Answer>,
  answer: (...given: Given) => Answer,
) {
  return async (...given: Given): Promise<Answer> => {
    await record(...given)
    return answer(...given)
  }
}

const reading = <T>(items: readonly T[]) => ({ items, invalidCount: 0 })

/** What was not to be had is not to be had here either. */
function found<T>(known: T | undefined): T {
  if (known === undefined) throw new ApiError('notFound', { method: 'GET', path: '' })
  return known
}
