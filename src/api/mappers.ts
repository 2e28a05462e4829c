// Answers to domain objects. Total: whatever JSON comes, the outcome is a domain object or an ApiError `malformed`.
import type { Answer } from './unwrap'
import { asIncremental, isObject, malformed, InvalidCounter, wellFormed, WireObject } from './wireObject'
import { isVisible } from '@/domain/characters'
import type { ImpactType, PhaseList, Severity } from '@/domain/catalog/catalog'
import { errorBeside, moreThan } from './wholeness'
import { mergedComponents, type ActiveReference, type ServiceComponent } from '@/domain/component/component'
import type { Impact, Incident, IncidentUpdate } from '@/domain/incident/incident'
import type { ParsedList } from '@/domain/status/parsedList'
import { addTo } from '@/domain/lists'
import { distinctItems, mergedVersions } from '@/domain/incident/versions'

export const components = (answer: Answer) => many(answer, toComponent, ({ id }) => id, mergedComponents)
export const component = (answer: Answer) => one(answer, toComponent)

export const incidents = (answer: Answer) => many(answer, toIncident, ({ id }) => id, mergedVersions)
export const incident = (answer: Answer) => one(answer, toIncident)

export function updates(answer: Answer, incidentId: string): ParsedList<IncidentUpdate> {
  const { items, ...rest } = many(answer, toUpdate(incidentId), ({ order }) => order)
  return { items: items.toSorted((a, b) => a.order - b.order), ...rest }
}
export const update = (answer: Answer, incidentId: string) => one(answer, toUpdate(incidentId))

export const phases = (answer: Answer) => one(answer, toPhaseList)

export const impactTypes = (answer: Answer) => many(answer, toImpactType, ({ id }) => id)
export const impactType = (answer: Answer) => one(answer, toImpactType)

/** Names may repeat (the reference server allows it): each still is a band, so none is dropped for that. */
export function severities(answer: Answer): ParsedList<Severity> {
  const { items, ...rest } = many(answer, toSeverity)
  const usable = items.filter(item => item !== null)
  return { ...rest, items: usable, invalidCount: items.length - usable.length }
}
export const severity = (answer: Answer) => one(answer, toSeverity) ?? malformed(answer, 'displayName, value')

/** The identifiers that POST answers. With `malformed` the object was made all the same: read again. */
export const newId = (answer: Answer) => one(answer, source => source.id('id'))
export const newOrder = (answer: Answer) => one(answer, source => source.incremental('order'))
export const newGeneration = (answer: Answer) => one(answer, source => source.incremental('generation'))

function toComponent(source: WireObject): ServiceComponent {
  const id = source.id('id')
  const activeReferences = source.list('activelyAffectedBy', value => toHint(source.inner(value)))
  return {
    id,
    name: source.name('displayName') || id,
    labels: toLabels(source),
    activeReferences,
    ...(source.hasMore('activelyAffectedBy', activeReferences.length) && { hintsUnreadable: true }),
  }
}

function toLabels(source: WireObject): Record<string, string> {
  const given = Object.entries(source.object('labels') ?? {}).filter(([, value]) => value !== null)
  const usable = given.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  source.drop(given.length - usable.length)
  return Object.fromEntries(usable.map(([key, value]) => [wellFormed(key), wellFormed(String(value))]))
}

function toHint(source: WireObject | null): ActiveReference | null {
  const incidentId = source?.key('reference')
  if (!source || !incidentId) return null
  return { incidentId, typeId: source.reference('type'), severity: source.number('severity') }
}

function toIncident(source: WireObject): Incident {
  return {
    id: source.id('id'),
    title: source.name('displayName'),
    description: source.text('description'),
    beganAt: source.time('beganAt'),
    endedAt: source.time('endedAt'),
    ...(source.isTimeUnreadable('beganAt') && { beginUnreadable: true }),
    phase: toPhase(source),
    impacts: source.list('affects', value => toImpact(source.inner(value))),
    updateOrders: toOrders(source),
  }
}

function toImpact(source: WireObject | null): Impact | null {
  const componentId = source?.key('reference')
  if (!source || !componentId) return null
  return { componentId, typeId: source.reference('type'), severity: source.number('severity') }
}

function toPhase(source: WireObject): Incident['phase'] {
  const given = source.object('phase')
  if (!given) return null
  const generation = asIncremental(given['generation'])
  const order = asIncremental(given['order'])
  if (generation !== null && order !== null) return { generation, order }
  source.drop(1)
  return null
}

function toOrders(source: WireObject): number[] {
  const orders = source.list('updates', asIncremental)
  const unique = [...new Set(orders)]
  source.drop(orders.length - unique.length)
  return unique.sort((a, b) => a - b)
}

const toUpdate =
  (incidentId: string) =>
  (source: WireObject): IncidentUpdate => ({
    incidentId,
    order: source.incremental('order'),
    title: source.name('displayName'),
    description: source.text('description'),
    createdAt: source.time('createdAt'),
  })

function toPhaseList(source: WireObject): PhaseList {
  return {
    generation: source.incremental('generation'),
    // A name that is none keeps its place, because phases are referred to by it.
    names: source.list('phases', value => (typeof value === 'string' && isVisible(value) ? wellFormed(value) : '')),
  }
}

function toImpactType(source: WireObject): ImpactType {
  const id = source.id('id')
  return { id, name: source.name('displayName') || id, description: source.text('description') }
}

function toSeverity(source: WireObject): Severity | null {
  const name = source.text('displayName')
  const value = source.number('value')
  return name && value !== null ? { name, value } : null
}

function one<T>(answer: Answer, map: (source: WireObject) => T): T {
  return map(new WireObject(content(answer), '', new InvalidCounter(answer)))
}

/**
 * The items of a list that is whole. Several with one `key` are one, of which nothing bad is lost; all but the first count as dropped,
 * since a server that says a thing twice may have meant another one.
 * @param merge makes one of them; without it the first is kept
 */
function many<T>(
  answer: Answer,
  map: (source: WireObject) => T,
  key?: (item: T) => unknown,
  merge: (items: readonly [T, ...T[]]) => T = ([first]) => first,
): ParsedList<T> {
  const list = content(answer)
  if (!Array.isArray(list)) return malformed(answer, 'data')
  const more = answer.nextPage ?? moreThan(answer.body, list.length)
  if (more !== null) malformed(answer, more)
  const tally = new InvalidCounter(answer)
  const byKey = new Map<unknown, T[]>()
  list.forEach((value: unknown, index) => {
    const item = map(new WireObject(value, `[${index}]`, tally))
    addTo(byKey, key?.(item) ?? index, item)
  })
  tally.invalidCount += list.length - byKey.size
  const items = [...byKey.values()].map(same => (same.length === 1 ? same[0]! : merge(distinctItems(same) as [T, ...T[]])))
  return { items, invalidCount: tally.invalidCount, ...(answer.ageMs !== undefined && { ageMs: answer.ageMs }) }
}

/** Lists and objects come wrapped in `data`; some servers answer them bare. */
function content(answer: Answer): unknown {
  const { body } = answer
  const error = errorBeside(body)
  if (error !== null) malformed(answer, error)
  return isObject(body) && 'data' in body ? body['data'] : body
}
