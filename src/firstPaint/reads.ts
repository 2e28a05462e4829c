import * as read from '@/api/mappers'
import type { FirstAnswers } from '@/api/firstAnswers'
import { unwrap, type Answer } from '@/api/unwrap'
import { windowTime } from '@/api/wireTime'
import { incidentWindow } from '@/domain/calendar'
import { listedComponents } from '@/domain/component'
import { componentStates, unresolvedHints } from '@/domain/componentState'
import type { PhaseList } from '@/domain/catalog'
import type { IncidentUpdate } from '@/domain/incident'
import { incidentsAt } from '@/domain/moment'
import { severityScale } from '@/domain/severity'
import { verdict } from '@/domain/verdict'
import type { Scene } from './scene'
import type { FirstSettings } from './settings'

// A server that is slow with updates or names does not hold back the rest; as the page does (stores/useFirstView).
const DETAILS_WAIT_MS = 1_000
const MAX_UPDATES = 50

/** What was asked for (ask.ts), or is now; the answer is left to the page. */
export function createAsk({ answers }: FirstAnswers) {
  return async (url: string): Promise<Response> => {
    const answer = answers.get(url) ?? fetch(url)
    answers.set(url, answer)
    return (await answer).clone()
  }
}

/** The verdict, and then what it stands on. */
export interface FirstScene {
  readonly scene: Scene
  /** With what explains it; null where that could not be read, so that the verdict needs another word. */
  readonly details: Promise<Scene | null>
}

/**
 * What the page asks for first, by the same addresses (stores/statusStore).
 * @param now epoch milliseconds
 * @returns what to paint; null where something is missing or unclear, which the page tells better
 */
export async function readScene(
  {
    apiUrl,
    historyDays,
    maintenancePreviewDays,
    severities: overrides,
    unknownWeight,
    components: { retiredLabel },
  }: FirstSettings,
  ask: (url: string) => Promise<Response>,
  now: number,
): Promise<FirstScene | null> {
  const baseUrl = new URL(apiUrl, document.baseURI).href.replace(/\/+$/, '')
  const get = async (path: string): Promise<Answer> => {
    const response = await ask(baseUrl + path)
    const data = await response.text()
    return unwrap({ method: 'GET', path }, { response, data, error: data }, { loginRedirects: false })
  }
  const { start, end } = incidentWindow(now, historyDays, maintenancePreviewDays)
  const window = new URLSearchParams({ start: windowTime(start), end: windowTime(end) })
  const phases = get('/phases').then(read.phases)
  const types = get('/impacttypes').then(read.impactTypes)
  for (const explaining of [phases, types]) explaining.catch(() => undefined)
  const [components, incidents, severities] = await Promise.all([
    get('/components').then(read.components),
    get(`/incidents?${window.toString()}`).then(read.incidents),
    get('/severities').then(read.severities),
  ])
  const isWhole = [components, incidents, severities].every(({ dropped }) => !dropped)
  if (!isWhole || unresolvedHints(components.items, incidents.items).length) return null
  const scale = severityScale(severities.items, { overrides, unknownWeight })
  const listed = listedComponents(components.items, retiredLabel)
  const all = componentStates(components.items, { incidents: incidents.items, incidentsLoaded: true }, now, scale)
  const states = new Map(listed.map(({ id }) => [id, all.get(id)!]))
  const moment = incidentsAt(incidents.items, now, scale)
  const ongoing = [...new Set([...moment.ongoing, ...moment.inProgress])]
  const scene: Scene = {
    listed,
    names: new Map(components.items.map(({ id, name }) => [id, name])),
    states,
    scale,
    moment,
    verdict: verdict({ states, ongoing, scale, missing: [], stale: false }),
    readAt: now,
    generations: new Map(),
    updates: new Map(),
  }
  const updates = Promise.all(
    ongoing.slice(0, MAX_UPDATES).map(async ({ id, updateOrders }): Promise<IncidentUpdate[]> => {
      const order = updateOrders.at(-1)
      if (order === undefined) return []
      try {
        return [read.update(await get(`/incidents/${encodeURIComponent(id)}/updates/${order}`), id)]
      } catch {
        return []
      }
    }),
  )
  const inTime = <T>(answer: Promise<T>, otherwise: T) =>
    Promise.race([answer, new Promise<T>(done => setTimeout(() => done(otherwise), DETAILS_WAIT_MS))])
  const details = Promise.all([inTime<PhaseList | null>(phases, null), inTime(updates, []), inTime<unknown>(types, null)]).then(
    ([list, found]) => ({
      ...scene,
      generations: new Map(list ? [[list.generation, list]] : []),
      updates: new Map(found.flat().map(update => [update.incidentId, update])),
    }),
    () => null,
  )
  return { scene, details }
}
