import { duplicatesOf, writableImpacts } from '@/domain/incident/impactSet'
import type {
  Impact,
  Incident,
  IncidentChanges,
  IncidentUpdateChanges,
  NewIncident,
  NewIncidentUpdate,
  PhaseReference,
} from '@/domain/incident/incident'
import { hasMaintenance, hasOutage } from '@/domain/incident/moment'
import { HOUR_MS, MINUTE_MS } from '@/domain/time/units'
import {
  changedValues,
  differingFields,
  sameIncidentField,
  sameUpdateField,
  type IncidentFields,
  type UpdateFields,
} from './sameContent'

export type DraftKind = 'incident' | 'maintenance'

/** An incident or a maintenance while it is edited: anything may still be missing. Times are epoch milliseconds. */
export interface IncidentDraft extends IncidentFields {
  /** What the form is for. The API does not know it: there a maintenance is an impact of severity 0. */
  readonly kind: DraftKind
}

/** An update while it is edited. `createdAt`: epoch milliseconds, null leaves it to the server. */
export type UpdateDraft = UpdateFields

/** Whether an impact of severity 0 is among these (0402: such an incident needs both times). */
export function includesMaintenance(impacts: readonly Pick<Impact, 'severity'>[]): boolean {
  return impacts.some(({ severity }) => severity === 0)
}

/** What an incident is for operators (ours): one that is more than maintenance is an incident. */
export function kindOf(incident: Pick<Incident, 'impacts'>): DraftKind {
  return hasMaintenance(incident) && !hasOutage(incident) ? 'maintenance' : 'incident'
}

/** A draft of an incident as it is. */
export function draftOf(incident: Incident): IncidentDraft {
  const { title, description, beganAt, endedAt, phase, impacts } = incident
  return { kind: kindOf(incident), title, description, beganAt, endedAt, phase, impacts }
}

/**
 * What "+1 h" means for an end: from the end that is planned, else from a begin that is yet to come, else from now, which is null.
 * @param now epoch milliseconds
 */
export function endCountsFrom(planned: number | null, beganAt: number | null, now: number): number | null {
  return planned ?? (beganAt !== null && beganAt > now ? beganAt : null)
}

/**
 * An empty draft: an incident begins in the current minute, a maintenance at the next full hour (UTC) for one hour (ours).
 * @param now epoch milliseconds
 */
export function newDraft({ kind, now, phase }: { kind: DraftKind; now: number; phase: PhaseReference | null }): IncidentDraft {
  const beganAt = kind === 'maintenance' ? nextHour(now) : thisMinute(now)
  const endedAt = kind === 'maintenance' ? beganAt + HOUR_MS : null
  return { kind, title: '', description: '', beganAt, endedAt, phase, impacts: [] }
}

/**
 * A draft with the texts and impacts of an incident and times as for a new one. With maintenance in it, it keeps its length;
 * where that is unknown the end is left to the operator.
 * @param now epoch milliseconds
 * @param phase of the current generation; the incident's own may be of an old one
 */
export function duplicateOf(incident: Incident, now: number, phase: PhaseReference | null): IncidentDraft {
  const draft = draftOf(incident)
  const beganAt = draft.kind === 'maintenance' ? nextHour(now) : thisMinute(now)
  const length = incident.beganAt === null || incident.endedAt === null ? null : incident.endedAt - incident.beganAt
  const endedAt = hasMaintenance(incident) && length !== null && length >= 0 ? beganAt + length : null
  return { ...draft, beganAt, endedAt, phase }
}

/** What is sent to publish a draft; null while it cannot be written: no phase, a gap in the impacts, maintenance without an end. */
export function newIncidentOf(draft: Omit<IncidentDraft, 'kind'>): NewIncident | null {
  const { description, beganAt, endedAt, phase } = draft
  const impacts = writableImpacts(draft.impacts)
  if (!phase || !impacts || (includesMaintenance(impacts) && (beganAt === null || endedAt === null))) return null
  return {
    title: draft.title.trim(),
    ...(description.trim() && { description }),
    ...(beganAt !== null && { beganAt }),
    ...(endedAt !== null && { endedAt }),
    phase,
    ...(impacts.length && { impacts }),
  }
}

/**
 * The minimum of changed fields (0402). Impacts go as the whole list; with a severity 0 among them `endedAt` goes along.
 * A phase cannot be taken away, so none is sent where the edited one is missing.
 * @returns {} where nothing changed; null while the impacts changed and cannot be written (a gap, a duplicate, maintenance
 * without an end)
 */
export function changesBetween(original: IncidentFields, edited: IncidentFields): IncidentChanges | null {
  const changed = changedFields(original, edited)
  const impacts = changed.has('impacts') ? writableImpacts(edited.impacts) : undefined
  if (impacts === null) return null
  const maintenance = impacts !== undefined && includesMaintenance(impacts)
  if (maintenance && edited.endedAt === null) return null
  return {
    ...(changed.has('title') && { title: edited.title.trim() }),
    ...(changed.has('description') && { description: edited.description }),
    ...(changed.has('beganAt') && { beganAt: edited.beganAt }),
    ...((changed.has('endedAt') || maintenance) && { endedAt: edited.endedAt }),
    ...(changed.has('phase') && edited.phase && { phase: edited.phase }),
    ...(impacts && { impacts }),
  }
}

/** The fields in which an edited incident differs: whether there is something to save, even while it cannot be written. */
export function changedFields(original: IncidentFields, edited: IncidentFields): ReadonlySet<keyof IncidentFields> {
  return new Set(differingFields(sameIncidentField, original, edited))
}

/** An incident as it is after a change. */
export function applyChanges(incident: Incident, changes: IncidentChanges): Incident {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...incident, ...(Object.fromEntries(given) as IncidentChanges) }
}

/**
 * A draft as an incident, for the preview. Repeated impacts stand once.
 * @param shown what it is a draft of; a new one has an id that no server gives and no updates
 */
export function incidentOf(draft: IncidentFields, shown: Pick<Incident, 'id' | 'updateOrders'>): Incident {
  const { title, description, beganAt, endedAt, phase } = draft
  const repeated = new Set(duplicatesOf(draft.impacts))
  const impacts = draft.impacts.filter((_, row) => !repeated.has(row))
  return {
    id: shown.id,
    title: title.trim(),
    description,
    beganAt,
    endedAt,
    phase,
    impacts,
    updateOrders: shown.updateOrders,
  }
}

/** What is sent to publish an update. Without a time the server takes its own. */
export function newUpdateOf({ title, description, createdAt }: UpdateDraft): NewIncidentUpdate {
  return { title: title.trim(), ...(description.trim() && { description }), ...(createdAt !== null && { createdAt }) }
}

/** The minimum of changed fields of an update; {} where nothing changed. */
export function updateChangesBetween(original: UpdateFields, edited: UpdateFields): IncidentUpdateChanges {
  return changedValues(sameUpdateField, original, { ...edited, title: edited.title.trim() })
}

// Form fields know minutes, and a begin must not lie in the future.
const thisMinute = (now: number) => Math.floor(now / MINUTE_MS) * MINUTE_MS
const nextHour = (now: number) => (Math.floor(now / HOUR_MS) + 1) * HOUR_MS
