import type { DemoData, StoredComponent, StoredIncident, WireComponent, WireImpact } from '@/demo/data'
import { Refusal } from './answer'
import { parseInstant, record, text, withoutNulls, type Reader } from './body'
import type { DemoApi } from './demo'
import { refuseUsed, resourceHandlers } from './resource'
import { createUuid } from '@/demo/uuid'

const labels: Reader<Record<string, string>> = value =>
  Object.fromEntries(Object.entries(record(value)).map(([key, label]) => [key, text(label)]))

/** Components with the impacts on them at the asked instant, by default now. */
export function componentHandlers(demo: DemoApi) {
  const { store, quirks, now } = demo
  const visible = () => store.data.components.filter(({ id }) => !store.data.hiddenComponentIds.includes(id))

  function isActive(request: Request): (incident: StoredIncident) => boolean {
    const asked = new URL(request.url).searchParams.get('at')
    if (asked === null) return quirks ? incident => !incident.endedAt : incident => isOngoing(incident, now())
    const at = parseInstant(asked)
    if (at === undefined) throw new Refusal(400)
    return incident => isStrictlyWithin(incident, at)
  }

  return resourceHandlers<StoredComponent>(demo, {
    path: '/components/:id',
    list: ({ request }) => withImpacts(store.data, visible(), isActive(request)),
    find: ({ id }) => visible().find(component => component.id === id),
    read(component, request) {
      if (quirks && new URL(request.url).searchParams.has('at')) throw new Refusal(500)
      return withImpacts(store.data, [component], isActive(request))[0]
    },
    fields: { displayName: text, labels },
    add(body) {
      const id = createUuid()
      store.write(data => data.components.push({ id, labels: {}, ...withoutNulls(body) }))
      return { id }
    },
    remove(data, { id }) {
      refuseUsed(data, demo, ({ reference }) => reference === id)
      data.components = data.components.filter(component => component.id !== id)
    },
  })
}

function withImpacts(
  { incidents }: DemoData,
  components: StoredComponent[],
  isActive: (incident: StoredIncident) => boolean,
): WireComponent[] {
  const impacts = new Map<string | undefined, WireImpact[]>(components.map(({ id }) => [id, []]))
  for (const incident of incidents.filter(isActive)) {
    for (const { reference, ...impact } of incident.affects ?? [])
      impacts.get(reference)?.push({ ...impact, reference: incident.id })
  }
  return components.map(component => ({ labels: {}, ...component, activelyAffectedBy: impacts.get(component.id) ?? [] }))
}

const hasTime = ({ beganAt, endedAt }: StoredIncident) => Boolean(beganAt ?? endedAt)
const begin = ({ beganAt }: StoredIncident) => (beganAt ? Date.parse(beganAt) : -Infinity)
const end = ({ endedAt }: StoredIncident) => (endedAt ? Date.parse(endedAt) : Infinity)

const isOngoing = (incident: StoredIncident, at: number) => hasTime(incident) && begin(incident) <= at && at < end(incident)
const isStrictlyWithin = (incident: StoredIncident, at: number) => hasTime(incident) && begin(incident) < at && at < end(incident)
