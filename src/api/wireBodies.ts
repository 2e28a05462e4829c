// Domain objects to request bodies: the given fields only (0402: minimal PATCH), never id, order, generation, `updates`
// or `activelyAffectedBy`. A field that is undefined is not sent, because JSON has none.
import type { components } from './schema'
import { formatTime } from './wireTime'
import type { ImpactTypeChanges, SeverityChanges } from '@/domain/catalog/catalog'
import type { ComponentChanges } from '@/domain/component/component'
import type { IncidentChanges, IncidentUpdateChanges } from '@/domain/incident/incident'

type Wire = components['schemas']

export function component({ name, labels }: ComponentChanges): Wire['Component'] {
  return { displayName: name, labels }
}

/** `affects` is always the full list (0402). Throws RangeError for a time outside the years 0 to 9999. */
export function incident({ title, description, beganAt, endedAt, phase, impacts }: IncidentChanges): Wire['Incident'] {
  return {
    displayName: title,
    description,
    beganAt: time(beganAt),
    endedAt: time(endedAt),
    phase: phase && { generation: phase.generation, order: phase.order },
    affects: impacts?.map(({ componentId, typeId, severity }) => ({ reference: componentId, type: typeId, severity })),
  }
}

/** Throws RangeError for a time outside the years 0 to 9999. */
export function update({ title, description, createdAt }: IncidentUpdateChanges): Wire['IncidentUpdate'] {
  return { displayName: title, description, createdAt: time(createdAt) }
}

export function impactType({ name, description }: ImpactTypeChanges): Wire['ImpactType'] {
  return { displayName: name, description }
}

export function severity({ name, value }: SeverityChanges): Wire['Severity'] {
  return { displayName: name, value }
}

const time = (epochMs: number | null | undefined) => (typeof epochMs === 'number' ? formatTime(epochMs) : epochMs)
