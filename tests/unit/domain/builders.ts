import fc from 'fast-check'
import type { Severity } from '@/domain/catalog/catalog'
import type { Span } from '@/domain/time/calendar'
import type { ServiceComponent } from '@/domain/component/component'
import type { Impact, Incident, IncidentUpdate } from '@/domain/incident/incident'
import { severityScale, type Level, type SeverityScale } from '@/domain/severity/severity'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Epoch milliseconds of an ISO instant: tests say times as people do. */
export const at = (iso: string): number => Date.parse(iso)

/** Three bands, so that the lowest counts as good: notice 1..25, degraded 26..50, outage 51..100. */
export const threeBands: readonly Severity[] = [
  { name: 'notice', value: 25 },
  { name: 'degraded', value: 50 },
  { name: 'outage', value: 100 },
]
export const scale = severityScale(threeBands)

/** A severity value inside each level of `scale`. */
export const MAINTENANCE = 0
export const NOTICE = 10
export const DEGRADED = 40
export const OUTAGE = 90
export const UNKNOWN = null

export function level(name: string, of: SeverityScale = scale): Level {
  const found = of.levels.find(one => one.kind === name || one.name === name)
  if (!found) throw new Error(`no level ${name}`)
  return found
}

export const impact = (
  severity: number | null = OUTAGE,
  componentId = 'web',
  typeId: string | null = 'connectivity',
): Impact => ({
  componentId,
  typeId,
  severity,
})

let serial = 0
export const incident = (fields: Partial<Incident> = {}): Incident => ({
  id: `incident-${String(++serial).padStart(4, '0')}`,
  title: 'Something is wrong',
  description: '',
  beganAt: 0,
  endedAt: null,
  phase: null,
  impacts: [impact()],
  updateOrders: [],
  ...fields,
})

export const component = (fields: Partial<ServiceComponent> = {}): ServiceComponent => ({
  id: 'web',
  name: fields.id ?? 'web',
  labels: {},
  activeReferences: [],
  ...fields,
})

export const update = (order: number, createdAt: number | null): IncidentUpdate => ({
  incidentId: 'one',
  order,
  title: `Update ${order}`,
  description: '',
  createdAt,
})

export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
export const span = (start: number, end: number): Span => ({ start, end })

/** Severities as servers list them: names and values unique, in any order. */
export const severityLists = (minLength = 0) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength, maxLength: 8 })
    .map(values => values.map((value): Severity => ({ name: `severity ${value}`, value })))

/** Incidents on one component within some minutes from 0: open and unknown ends, zero lengths and impossible times included. */
export const smallIncidents = (minutes: number) => {
  const instant = fc.option(
    fc.integer({ min: 0, max: minutes }).map(minute => minute * MINUTE_MS),
    { freq: 6 },
  )
  const severity = fc.constantFrom(MAINTENANCE, NOTICE, DEGRADED, OUTAGE, UNKNOWN)
  const impacts = fc.array(
    severity.map(value => impact(value)),
    { maxLength: 3 },
  )
  return fc
    .array(fc.record({ beganAt: instant, endedAt: instant, impacts }), { maxLength: 6 })
    .map(list => list.map((fields, index) => incident({ id: `i${index}`, ...fields })))
}
