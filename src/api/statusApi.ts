import { createApiClient, type ApiClientOptions, type CallOptions } from './client'
import * as read from './mappers'
import type { Answer } from './unwrap'
import * as wire from './wireBodies'
import { windowTime } from './wireTime'
import { ApiError } from '@/domain/apiError'
import type { ImpactType, ImpactTypeChanges, NewImpactType, PhaseList, Severity, SeverityChanges } from '@/domain/catalog/catalog'
import type { ComponentChanges, NewComponent, ServiceComponent } from '@/domain/component/component'
import type {
  Incident,
  IncidentChanges,
  IncidentUpdate,
  IncidentUpdateChanges,
  NewIncident,
  NewIncidentUpdate,
} from '@/domain/incident/incident'
import type { ParsedList } from '@/domain/status/parsedList'

/** `at`: epoch milliseconds; without it the server takes its own now. Servers older than 2024 ignore it. */
export interface AtOptions extends CallOptions {
  readonly at?: number | undefined
}

/** A window in epoch milliseconds; both bounds are inclusive and both are needed. */
export interface WindowOptions extends CallOptions {
  readonly start: number
  readonly end: number
}

/**
 * The 27 operations of SCS Status Page API 1.1.2 in domain objects; times are epoch milliseconds.
 *
 * Every failure is an ApiError; the abort of the given `signal` is thrown as it is. Lists come in the server's order
 * (updates: ascending), a repeated id is kept once and counted in `dropped`. An answer without id, order or generation
 * is `malformed`. PATCH sends the given fields only, and nothing at all where none is given. A time that RFC 3339 cannot
 * write (not in the years 0 to 9999) is the caller's mistake and a RangeError; windows are kept within those years.
 */
export interface StatusApi {
  getComponents(options?: AtOptions): Promise<ParsedList<ServiceComponent>>
  /** For "status at T" take the list: the single component with `at` may answer 500 on the reference server. */
  getComponent(id: string, options?: AtOptions): Promise<ServiceComponent>
  /** Answers the new id, as all `create…` do with the identifier that the server chose. */
  createComponent(component: NewComponent, options?: CallOptions): Promise<string>
  updateComponent(id: string, changes: ComponentChanges, options?: CallOptions): Promise<void>
  deleteComponent(id: string, options?: CallOptions): Promise<void>

  /** The incidents that overlap the window. */
  getIncidents(options: WindowOptions): Promise<ParsedList<Incident>>
  getIncident(id: string, options?: CallOptions): Promise<Incident>
  createIncident(incident: NewIncident, options?: CallOptions): Promise<string>
  updateIncident(id: string, changes: IncidentChanges, options?: CallOptions): Promise<void>
  deleteIncident(id: string, options?: CallOptions): Promise<void>

  /** Some servers answer an empty list for an unknown incident. */
  getUpdates(incidentId: string, options?: CallOptions): Promise<ParsedList<IncidentUpdate>>
  getUpdate(incidentId: string, order: number, options?: CallOptions): Promise<IncidentUpdate>
  /** Answers the order of the new update. */
  createUpdate(incidentId: string, update: NewIncidentUpdate, options?: CallOptions): Promise<number>
  updateUpdate(incidentId: string, order: number, changes: IncidentUpdateChanges, options?: CallOptions): Promise<void>
  deleteUpdate(incidentId: string, order: number, options?: CallOptions): Promise<void>

  /** The given generation, or the current one. */
  getPhases(generation?: number, options?: CallOptions): Promise<PhaseList>
  /** Phases are never edited: this makes the next generation and answers its number. */
  createPhases(names: readonly string[], options?: CallOptions): Promise<number>

  getImpactTypes(options?: CallOptions): Promise<ParsedList<ImpactType>>
  getImpactType(id: string, options?: CallOptions): Promise<ImpactType>
  createImpactType(type: NewImpactType, options?: CallOptions): Promise<string>
  updateImpactType(id: string, changes: ImpactTypeChanges, options?: CallOptions): Promise<void>
  deleteImpactType(id: string, options?: CallOptions): Promise<void>

  /** Unsorted; a severity without a name or a number is left out and counted. Old servers answer `notFound`. */
  getSeverities(options?: CallOptions): Promise<ParsedList<Severity>>
  getSeverity(name: string, options?: CallOptions): Promise<Severity>
  /** A severity is identified by its name, so there is nothing to answer. */
  createSeverity(severity: Severity, options?: CallOptions): Promise<void>
  updateSeverity(name: string, changes: SeverityChanges, options?: CallOptions): Promise<void>
  deleteSeverity(name: string, options?: CallOptions): Promise<void>
}

/**
 * The only door to the server. `baseUrl` is absolute or a path, with or without a trailing slash; the caller resolves it
 * against the page. See ApiClientOptions for tokens and the time limit.
 */
export function createStatusApi(options: ApiClientOptions): StatusApi {
  const { send, change } = createApiClient(options)
  const readComponents = memoizeByText(read.components)
  const readIncidents = memoizeByText(read.incidents)

  return {
    getComponents: async ({ at, ...rest } = {}) =>
      readComponents(known => send('get', '/components', { params: { query: { at: windowTime(at) } } }, { ...rest, known })),
    getComponent: async (componentId, { at, ...rest } = {}) =>
      read.component(
        await one(
          send('get', '/components/{componentId}', { params: { path: { componentId }, query: { at: windowTime(at) } } }, rest),
        ),
      ),
    createComponent: async (component, rest) =>
      read.newId(await send('post', '/components', { body: wire.component(component) }, rest)),
    updateComponent: (componentId, changes, rest) =>
      change('/components/{componentId}', { ...inPath({ componentId }), body: wire.component(changes) }, rest),
    deleteComponent: async (componentId, rest) =>
      void (await send('delete', '/components/{componentId}', inPath({ componentId }), rest)),

    getIncidents: async ({ start, end, ...rest }) => {
      const query = { start: windowTime(start), end: windowTime(end) }
      return readIncidents(known => send('get', '/incidents', { params: { query } }, { ...rest, known }))
    },
    getIncident: async (incidentId, rest) =>
      read.incident(await one(send('get', '/incidents/{incidentId}', inPath({ incidentId }), rest))),
    createIncident: async (incident, rest) =>
      read.newId(await send('post', '/incidents', { body: wire.incident(incident) }, rest)),
    updateIncident: async (incidentId, changes, rest) =>
      change('/incidents/{incidentId}', { ...inPath({ incidentId }), body: wire.incident(changes) }, rest),
    deleteIncident: async (incidentId, rest) =>
      void (await send('delete', '/incidents/{incidentId}', inPath({ incidentId }), rest)),

    getUpdates: async (incidentId, rest) =>
      read.updates(await send('get', '/incidents/{incidentId}/updates', inPath({ incidentId }), rest), incidentId),
    getUpdate: async (incidentId, updateOrder, rest) =>
      read.update(await send('get', oneUpdate, inPath({ incidentId, updateOrder }), rest), incidentId),
    createUpdate: async (incidentId, update, rest) =>
      read.newOrder(
        await send('post', '/incidents/{incidentId}/updates', { ...inPath({ incidentId }), body: wire.update(update) }, rest),
      ),
    updateUpdate: async (incidentId, updateOrder, changes, rest) =>
      change(oneUpdate, { ...inPath({ incidentId, updateOrder }), body: wire.update(changes) }, rest),
    deleteUpdate: async (incidentId, updateOrder, rest) =>
      void (await send('delete', oneUpdate, inPath({ incidentId, updateOrder }), rest)),

    getPhases: async (generation, rest) => read.phases(await send('get', '/phases', { params: { query: { generation } } }, rest)),
    createPhases: async (names, rest) =>
      read.newGeneration(await send('post', '/phases', { body: { phases: [...names] } }, rest)),

    getImpactTypes: async rest => read.impactTypes(await send('get', '/impacttypes', {}, rest)),
    getImpactType: async (impactTypeId, rest) =>
      read.impactType(await send('get', '/impacttypes/{impactTypeId}', inPath({ impactTypeId }), rest)),
    createImpactType: async (type, rest) => read.newId(await send('post', '/impacttypes', { body: wire.impactType(type) }, rest)),
    updateImpactType: (impactTypeId, changes, rest) =>
      change('/impacttypes/{impactTypeId}', { ...inPath({ impactTypeId }), body: wire.impactType(changes) }, rest),
    deleteImpactType: async (impactTypeId, rest) =>
      void (await send('delete', '/impacttypes/{impactTypeId}', inPath({ impactTypeId }), rest)),

    getSeverities: async rest => read.severities(await send('get', '/severities', {}, rest)),
    getSeverity: async (severityName, rest) =>
      read.severity(await send('get', '/severities/{severityName}', inPath({ severityName }), rest)),
    createSeverity: async (severity, rest) => void (await send('post', '/severities', { body: wire.severity(severity) }, rest)),
    updateSeverity: (severityName, changes, rest) =>
      change('/severities/{severityName}', { ...inPath({ severityName }), body: wire.severity(changes) }, rest),
    deleteSeverity: async (severityName, rest) =>
      void (await send('delete', '/severities/{severityName}', inPath({ severityName }), rest)),
  }
}

/**
 * For the lists that each poll asks for: one that says word for word what the last one said is neither parsed nor read anew. It is
 * the very reading of before, so that whoever compares has nothing to do.
 */
function memoizeByText<T>(read: (answer: Answer) => ParsedList<T>) {
  let last: { readonly text: string; readonly reading: ParsedList<T> } | null = null
  return async (ask: (known: string | undefined) => Promise<Answer>): Promise<ParsedList<T>> => {
    const before = last
    const answer = await ask(before?.text)
    if (before && answer.text === before.text && answer.nextPage === undefined) return withAge(before.reading, answer.ageMs)
    const reading = read(answer)
    last = { text: answer.text, reading }
    return reading
  }
}

/** An address that is no id of the server's kind (a UUID, say) answers 400: nothing is there either. */
async function one(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 400) throw error
    throw new ApiError('notFound', error.call, { status: 400, detail: error.detail, cause: error })
  }
}

/** Word for word the same, but from a cache it is as old as that says. */
function withAge<T>(reading: ParsedList<T>, ageMs: number | undefined): ParsedList<T> {
  if (reading.ageMs === ageMs) return reading
  const { items, invalidCount } = reading
  return { items, invalidCount, ...(ageMs !== undefined && { ageMs }) }
}

/** What an address names. */
const inPath = <Path extends object>(path: Path) => ({ params: { path } })

const oneUpdate = '/incidents/{incidentId}/updates/{updateOrder}'
