import * as read from '@/api/mappers'
import { unwrap, type Answer } from '@/api/unwrap'
import { windowTime } from '@/api/wireTime'
import { incidentWindow } from '@/domain/time/calendar'
import { isSkewed, skewOf } from '@/domain/time/clockSkew'
import { listedComponents } from '@/domain/component/component'
import { componentStates, unresolvedHints } from '@/domain/component/componentState'
import { distinctlyNamed, tellingKeys } from '@/domain/component/distinctNames'
import { doubtedStates } from '@/domain/status/confirmed'
import type { Incident } from '@/domain/incident/incident'
import { allGoingOn, incidentsAt } from '@/domain/incident/moment'
import { unclearAt } from '@/domain/incident/oddTimes'
import { missingGenerations } from '@/domain/incident/phase'
import { severityScale } from '@/domain/severity/severity'
import { verdict } from '@/domain/status/verdict'
import { DAY_MS } from '@/domain/time/units'
import type { Scene } from './scene'
import type { FirstSettings } from './settings'

// A server that is slow with updates does not hold back the rest; as the page does (stores/useFirstView).
const DETAILS_WAIT_MS = 1_000
const MAX_UPDATES = 10

type Get = (path: string) => Promise<Answer>

/** The verdict, and then what it stands on. */
export interface FirstScene {
  readonly scene: Scene
  /** With the newest updates of what is going on, if they come in time. */
  readonly details: Promise<Scene>
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
    recordsSince,
    severities: overrides,
    unknownWeight,
    components: componentSettings,
  }: FirstSettings,
  ask: (url: string) => Promise<Response>,
  now: number,
): Promise<FirstScene | null> {
  const baseUrl = new URL(apiUrl, document.baseURI).href.replace(/\/+$/, '')
  const get: Get = async path => {
    const response = await ask(baseUrl + path)
    const { headers } = response
    const said = { date: headers.get('Date'), age: headers.get('Age') }
    // The page knows by which of the two to go.
    if (isSkewed(skewOf({ sentAt: now, receivedAt: Date.now(), ...said }))) throw new Error('clock')
    const data = await response.text()
    return unwrap({ method: 'GET', path }, { response, data })
  }
  const { start, end } = incidentWindow(now, historyDays, maintenancePreviewDays)
  const window = new URLSearchParams({ start: windowTime(start), end: windowTime(end) })
  // All of them: where one is missing, the page does not say that all is well.
  const [components, incidents, severities, phases, types] = await Promise.all([
    get('/components').then(read.components),
    get(`/incidents?${window.toString()}`).then(read.incidents),
    get('/severities').then(read.severities),
    get('/phases').then(read.phases),
    get('/impacttypes').then(read.impactTypes),
  ])
  // Answers that a cache gives are not of now: the page tells how old they are.
  const isWhole = [components, incidents, severities, types].every(({ invalidCount, ageMs }) => !invalidCount && !ageMs)
  // A day may begin later elsewhere: the page knows the zones.
  const isFuture = (start: string | null | undefined) => !!start && Date.parse(start) > now - DAY_MS
  const { recordsSinceLabel } = componentSettings
  const isClear =
    incidents.items.every(({ beginUnreadable }) => !beginUnreadable) &&
    ![recordsSince, ...components.items.map(({ labels }) => recordsSinceLabel && labels[recordsSinceLabel])].some(isFuture)
  if (!isWhole || !isClear || unresolvedHints(components.items, incidents.items).length) return null
  const scale = severityScale(severities.items, { overrides, unknownWeight })
  const named = distinctlyNamed(components.items, tellingKeys(components.items, componentSettings))
  const listed = listedComponents(named, componentSettings.retiredLabel)
  const generations = new Map([[phases.generation, phases]])
  const judged = componentStates(components.items, { incidents: incidents.items, incidentsLoaded: true, generations }, now, scale)
  const all = doubtedStates(judged, components.items, incidents.items, now, scale)
  const states = new Map(listed.map(({ id }) => [id, all.get(id)!]))
  const moment = incidentsAt(incidents.items, now, scale)
  const ongoing = allGoingOn(moment)
  const scene: Scene = {
    listed,
    names: new Map(named.map(({ id, name }) => [id, name])),
    states,
    scale,
    moment,
    verdict: verdict({
      states,
      ongoing,
      unclear: unclearAt(incidents.items, now, generations),
      scale,
      missing: [],
      stale: false,
    }),
    readAt: now,
    generations,
    updates: new Map(),
  }
  const details = Promise.race([
    readDetails(scene, ongoing, get),
    new Promise<Scene>(done => setTimeout(() => done(scene), DETAILS_WAIT_MS)),
  ])
  return { scene, details }
}

/** What else the page asks for: newest updates and older names of phases. What cannot be read is not there. */
async function readDetails(scene: Scene, ongoing: readonly Incident[], get: Get): Promise<Scene> {
  const whereRead = <T>(wanted: readonly Promise<T>[]) =>
    Promise.allSettled(wanted).then(all => all.flatMap(one => (one.status === 'fulfilled' ? one.value : [])))
  const shown = [...ongoing, ...scene.moment.upcoming]
  const [updates, lists] = await Promise.all([
    whereRead(
      ongoing
        .flatMap(({ id, updateOrders }) => updateOrders.slice(-1).map(order => [id, order] as const))
        .slice(0, MAX_UPDATES)
        .map(async ([id, order]) => read.update(await get(`/incidents/${encodeURIComponent(id)}/updates/${order}`), id)),
    ),
    whereRead(
      missingGenerations(shown, scene.generations).map(async generation =>
        read.phases(await get(`/phases?generation=${generation}`)),
      ),
    ),
  ])
  return {
    ...scene,
    generations: new Map([...scene.generations, ...lists.map(list => [list.generation, list] as const)]),
    updates: new Map(updates.map(update => [update.incidentId, update])),
  }
}
