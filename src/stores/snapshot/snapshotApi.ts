import type { StatusApi } from '@/api/statusApi'
import { ApiError } from '@/domain/apiError'
import type { Incident } from '@/domain/incident/incident'
import type { ParsedList } from '@/domain/status/parsedList'
import type { StatusPart } from '@/domain/status/verdict'
import type { Span } from '@/domain/time/calendar'
import { mergedSpans, overlap, spanWithout, touchesSpan } from '@/domain/time/spans'
import { DAY_MS } from '@/domain/time/units'
import type { Clock } from '@/stores/clock'
import type { CachedContent } from '@/stores/offline/cacheSchema'
import type { Snapshot } from './snapshotFile'
import type { SnapshotSource } from './snapshotSource'

/** Of operations that only a server has. */
const unsupported = (path: string) => new ApiError('unsupported', { method: 'GET', path })

/**
 * Published files in the place of the API: reads are answered from them with their age, so that an old snapshot is as stale as an old
 * answer of a cache. What the newest attempt of the publisher could not read fails here as well, and what the files do not hold is no
 * answer: it says "could not be read" and never "is not there". Writes are refused before anything is sent.
 */
export function snapshotApi(source: SnapshotSource, clock: Pick<Clock, 'read'>): StatusApi {
  const part = async (name: StatusPart) => {
    const snapshot = await source.read()
    const error = snapshot.failed.get(name)
    if (error) throw error
    const age = snapshot.status.ages[name]
    if (!age) throw unsupported(`/${name.toLowerCase()}`)
    return { snapshot, ...age }
  }
  const list = <T>(items: readonly T[], { readAt, invalidCount }: { readAt: number; invalidCount: number }): ParsedList<T> => ({
    items,
    invalidCount,
    ageMs: Math.max(0, clock.read() - readAt),
  })
  async function all<T>(name: StatusPart, itemsOf: (content: CachedContent) => readonly T[]): Promise<ParsedList<T>> {
    const { snapshot, ...age } = await part(name)
    return list(itemsOf(snapshot.status.content), age)
  }
  const components = () => all('components', content => content.components)
  const impactTypes = () => all('impactTypes', content => content.impactTypes)
  const severities = () => all('severities', content => content.severities)
  function only<T>(items: readonly T[], path: string, isIt: (item: T) => boolean): T {
    const found = items.find(isIt)
    if (!found) throw unsupported(path)
    return found
  }

  async function incidentsIn(window: Span): Promise<ParsedList<Incident>> {
    const { snapshot, ...age } = await part('incidents')
    const { content } = snapshot.status
    const unread = content.unread.find(({ span }) => overlap(span, window))
    if (unread) throw unread.error
    const path = `/incidents?start=${new Date(window.start).toISOString()}&end=${new Date(window.end).toISOString()}`
    // A day that began since the files were written is not theirs yet: nothing of it is past.
    const known = content.loaded.map(({ start, end }) => ({ start, end: end === content.window?.end ? end + DAY_MS : end }))
    const missing = spanWithout(window, known)
    const months = await Promise.all(monthsOf(missing).map(month => monthOf(snapshot, month, path)))
    const covered = mergedSpans([...known, ...months.map(({ span }) => span)])
    if (spanWithout(window, covered).length) throw unsupported(path)
    const all = new Map([...months.flatMap(({ incidents }) => incidents), ...content.incidents].map(one => [one.id, one]))
    const readAt = Math.min(age.readAt, ...months.map(month => month.readAt))
    return list(
      [...all.values()].filter(incident => touchesSpan(incident, window)),
      { ...age, readAt },
    )
  }
  const monthOf = (snapshot: Snapshot, month: string, path: string) =>
    snapshot.months.includes(month) ? source.month(month) : Promise.reject(unsupported(path))

  const updates = async (id: string) => {
    const snapshot = await source.read()
    const known = snapshot.updates.get(id)
    if (!known) throw unsupported(`/incidents/${id}/updates`)
    return { snapshot, known }
  }
  const refuse = () => Promise.reject(new ApiError('unsupported', { method: 'POST', path: '' }))

  return {
    async getComponents({ at } = {}) {
      // The hints of another instant are not those of the files.
      if (at !== undefined) throw unsupported('/components')
      return components()
    },
    getComponent: async id => only((await components()).items, `/components/${id}`, one => one.id === id),
    getIncidents: ({ start, end }) => incidentsIn({ start, end }),
    async getIncident(id) {
      const { incidents, hinted } = (await source.read()).status.content
      return only([...incidents, ...hinted], `/incidents/${id}`, one => one.id === id)
    },
    async getUpdates(id) {
      const { snapshot, known } = await updates(id)
      return list(known, snapshot.status.ages.incidents ?? { readAt: snapshot.writtenAt, invalidCount: 0 })
    },
    getUpdate: async (id, order) =>
      only((await updates(id)).known, `/incidents/${id}/updates/${order}`, one => one.order === order),
    async getPhases(generation) {
      const { snapshot } = await part('phases')
      const wanted = generation ?? snapshot.currentGeneration
      return only(snapshot.status.content.generations, `/phases?generation=${wanted}`, one => one.generation === wanted)
    },
    getImpactTypes: impactTypes,
    getImpactType: async id => only((await impactTypes()).items, `/impacttypes/${id}`, one => one.id === id),
    getSeverities: severities,
    getSeverity: async name => only((await severities()).items, `/severities/${name}`, one => one.name === name),
    createComponent: refuse,
    updateComponent: refuse,
    deleteComponent: refuse,
    createIncident: refuse,
    updateIncident: refuse,
    deleteIncident: refuse,
    createUpdate: refuse,
    updateUpdate: refuse,
    deleteUpdate: refuse,
    createPhases: refuse,
    createImpactType: refuse,
    updateImpactType: refuse,
    deleteImpactType: refuse,
    createSeverity: refuse,
    updateSeverity: refuse,
    deleteSeverity: refuse,
  }
}

/** The UTC months that the spans touch, as the files are named. */
function monthsOf(spans: readonly Span[]): string[] {
  const months = new Set<string>()
  for (const { start, end } of spans) {
    const first = new Date(start)
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth()))
    for (; month.getTime() < end; month.setUTCMonth(month.getUTCMonth() + 1)) months.add(month.toISOString().slice(0, 7))
  }
  return [...months]
}
