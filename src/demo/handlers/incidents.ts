import type { DemoData, StoredIncident, WireImpact, WireIncident } from '@/demo/data'
import { Refusal } from './answer'
import {
  incremental,
  instant,
  listOf,
  parseInstant,
  patch,
  record,
  severityValue,
  text,
  withoutNulls,
  type Fields,
  type Reader,
} from './body'
import type { DemoApi } from './demo'
import { resourceHandlers } from './resource'
import { createUuid } from '@/demo/uuid'

const impact: Reader<WireImpact> = value => {
  const { reference, type, severity } = record(value)
  return {
    reference: text(reference),
    type: text(type),
    ...(severity !== undefined && severity !== null && { severity: severityValue(severity) }),
  }
}

const phase: Reader<NonNullable<WireIncident['phase']>> = value => {
  const { generation, order } = record(value)
  return { generation: incremental(generation), order: incremental(order) }
}

const fields = { displayName: text, description: text, beganAt: instant, endedAt: instant, phase, affects: listOf(impact) }
type Body = Fields<typeof fields>

/** Incidents and maintenances, asked for by window or by id. */
export function incidentHandlers(demo: DemoApi) {
  const { store, quirks } = demo

  return resourceHandlers<StoredIncident>(demo, {
    path: '/incidents/:id',
    list({ request }) {
      const { start, end } = readWindow(request)
      const listed = store.data.incidents.filter(incident => overlaps(incident, start, end))
      // The reference server cannot read back an incident that was stored without a phase.
      if (quirks && listed.some(incident => !incident.phase)) throw new Refusal(500)
      return listed.map(incident => toWire(incident, store.data))
    },
    find: ({ id }) => store.data.incidents.find(incident => incident.id === id),
    read: incident => toWire(incident, store.data),
    fields,
    add(body) {
      refuseWrongTimes(body, body)
      if (!isKnownPhase(body, store.data)) throw new Refusal(400)
      refuseWrongImpacts(body, store.data)
      const id = createUuid()
      store.write(data => data.incidents.push({ id, ...withoutNulls(body) }))
      return { id }
    },
    refuse(body, before) {
      const after = { ...before }
      patch(after, body, quirks)
      refuseWrongTimes(body, after)
      if (!isKnownPhase(body, store.data)) throw new Refusal(quirks ? 500 : 400)
      if (quirks && isSamePhase(body.phase, before.phase)) throw new Refusal(500)
      refuseWrongImpacts(body, store.data)
    },
    remove(data, { id }) {
      data.incidents = data.incidents.filter(incident => incident.id !== id)
      delete data.updates[id]
    },
  })
}

function toWire(incident: StoredIncident, { updates }: DemoData): WireIncident {
  const orders = (updates[incident.id] ?? []).map(update => update.order)
  return { affects: [], ...incident, beganAt: incident.beganAt ?? null, endedAt: incident.endedAt ?? null, updates: orders }
}

function readWindow(request: Request): { start: number; end: number } {
  const query = new URL(request.url).searchParams
  const start = parseInstant(query.get('start') ?? '')
  const end = parseInstant(query.get('end') ?? '')
  if (start === undefined || end === undefined || end < start) throw new Refusal(400)
  return { start, end }
}

/** Bounds count as inside; an incident with neither time is never listed. */
function overlaps({ beganAt, endedAt }: StoredIncident, start: number, end: number): boolean {
  if (!beganAt && !endedAt) return false
  return (!beganAt || Date.parse(beganAt) <= end) && (!endedAt || Date.parse(endedAt) >= start)
}

/** A maintenance needs its end in the same body (0402), and no incident ends before it begins. */
function refuseWrongTimes(body: Body, after: Pick<Body, 'beganAt' | 'endedAt'>): void {
  if (body.affects?.some(({ severity }) => severity === 0) && !body.endedAt) throw new Refusal(400)
  const { beganAt, endedAt } = after
  if (beganAt && endedAt && Date.parse(endedAt) < Date.parse(beganAt)) throw new Refusal(400)
}

function isKnownPhase({ phase }: Body, { phases }: DemoData): boolean {
  return !phase || phases[phase.generation - 1]?.[phase.order] !== undefined
}

function isSamePhase(one: Body['phase'], other: StoredIncident['phase']): boolean {
  return Boolean(one && other && one.generation === other.generation && one.order === other.order)
}

/** Every impact names a component and a type that exist, and no pair of them twice. */
function refuseWrongImpacts({ affects }: Body, { components, impactTypes }: DemoData): void {
  const seen = new Set<string>()
  for (const { reference, type } of affects ?? []) {
    const pair = JSON.stringify([reference, type])
    const known = components.some(({ id }) => id === reference) && impactTypes.some(({ id }) => id === type)
    if (!known || seen.has(pair)) throw new Refusal(400)
    seen.add(pair)
  }
}
