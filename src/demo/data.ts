import type { components } from '@/api/schema'

type Schemas = components['schemas']

export type WireComponent = Schemas['ComponentResponseData']
export type WireIncident = Schemas['IncidentResponseData']
export type WireUpdate = Schemas['IncidentUpdateResponseData']
export type WireImpact = Schemas['Impact']
export type WireImpactType = Schemas['ImpactTypeResponseData']
export type WireSeverity = Schemas['Severity']

/** What a component stores; its impacts are worked out when it is read. */
export type StoredComponent = Omit<WireComponent, 'activelyAffectedBy'>
/** What an incident stores; the orders of its updates are worked out when it is read. */
export type StoredIncident = Omit<WireIncident, 'updates'>

/** All that a demo server knows: the API's own shapes, and JSON all the way down. */
export interface DemoData {
  components: StoredComponent[]
  /** Components that exist and may be referenced, but that no reader gets to see. */
  hiddenComponentIds: string[]
  incidents: StoredIncident[]
  /** The updates of an incident by its id, in the order in which they were added. */
  updates: Record<string, WireUpdate[]>
  /** Generations, oldest first: the first one has the number 1. */
  phases: string[][]
  impactTypes: WireImpactType[]
  severities: WireSeverity[]
}

/** A server on which nothing was set up yet. */
export function noData(): DemoData {
  return { components: [], hiddenComponentIds: [], incidents: [], updates: {}, phases: [], impactTypes: [], severities: [] }
}
