import type { StatusApi } from '@/api/statusApi'
import { ApiError } from '@/domain/apiError'
import type { Incident } from '@/domain/incident/incident'
import type { ParsedList } from '@/domain/status/parsedList'
import type { StatusPart } from '@/domain/status/verdict'
import type { Span } from '@/domain/time/calendar'
import { mergedSpans, overlap, spanWithout, touchesSpan } from '@/domain/time/spans'
import { DAY_MS } from '@/domain/time/units'
import type { Clock } from '@/stores/clock'
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
  async function only<T>(items: Promise<readonly T[]>, path: string, isIt: (item: T) => boolean): Promise<T> {
    const found = (await items).find(isIt)
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

  const incident = async (id: string) => {
    const { content } = (await source.read()).status
    return [...content.incidents, ...content.hinted].filter(one => one.id === id)
  }
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
      const { snapshot, ...age } = await part('components')
      return list(snapshot.status.content.components, age)
    },
    getComponent: id =>
      only(
        part('components').then(({ snapshot }) => snapshot.status.content.components),
        `/components/${id}`,
        one => one.id === id,
      ),
    getIncidents: ({ start, end }) => incidentsIn({ start, end }),
    getIncident: id => only(incident(id), `/incidents/${id}`, () => true),
    async getUpdates(id) {
      const { snapshot, known } = await updates(id)
      return list(known, snapshot.status.ages.incidents ?? { readAt: snapshot.writtenAt, invalidCount: 0 })
    },
    getUpdate: (id, order) =>
      only(
        updates(id).then(({ known }) => known),
        `/incidents/${id}/updates/${order}`,
        one => one.order === order,
      ),
    async getPhases(generation) {
      const { snapshot } = await part('phases')
      const wanted = generation ?? snapshot.currentGeneration
      return only(
        Promise.resolve(snapshot.status.content.generations),
        `/phases?generation=${wanted}`,
        one => one.generation === wanted,
      )
    },
    async getImpactTypes() {
      const { snapshot, ...age } = await part('impactTypes')
      return list(snapshot.status.content.impactTypes, age)
    },
    getImpactType: id =>
      only(
        part('impactTypes').then(({ snapshot }) => snapshot.status.content.impactTypes),
        `/impacttypes/${id}`,
        one => one.id === id,
      ),
    async getSeverities() {
      const { snapshot, ...age } = await part('severities')
      return list(snapshot.status.content.severities, age)
    },
    getSeverity: name =>
      only(
        part('severities').then(({ snapshot }) => snapshot.status.content.severities),
        `/severities/${name}`,
        one => one.name === name,
      ),
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
    for (
      let month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth());
      month < end;
      month = Date.UTC(new Date(month).getUTCFullYear(), new Date(month).getUTCMonth() + 1)
    )
      months.add(new Date(month).toISOString().slice(0, 7))
  }
  return [...months]
}
