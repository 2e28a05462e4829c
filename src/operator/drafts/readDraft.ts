import type { Impact, PhaseReference } from '@/domain/incident/incident'
import type { IncidentDraft, UpdateDraft } from '@/domain/writing/incidentDraft'

// What the browser kept may be of an older release or of anybody: only what has the right shape is put back.

/** A stored incident or maintenance; null where it is none. */
export function readIncidentDraft(value: unknown): IncidentDraft | null {
  if (!isRecord(value)) return null
  const { kind, title, description, beganAt, endedAt, phase, impacts } = value
  const isDraft =
    (kind === 'incident' || kind === 'maintenance') &&
    typeof title === 'string' &&
    typeof description === 'string' &&
    isTime(beganAt) &&
    isTime(endedAt) &&
    (phase === null || isPhase(phase)) &&
    Array.isArray(impacts) &&
    impacts.every(isImpact)
  return isDraft ? { kind, title, description, beganAt, endedAt, phase, impacts } : null
}

/** A stored update; null where it is none. */
export function readUpdateDraft(value: unknown): UpdateDraft | null {
  if (!isRecord(value)) return null
  const { title, description, createdAt } = value
  const isDraft = typeof title === 'string' && typeof description === 'string' && isTime(createdAt)
  return isDraft ? { title, description, createdAt } : null
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isTime = (value: unknown): value is number | null => value === null || isNumber(value)

export function isPhase(value: unknown): value is PhaseReference {
  return isRecord(value) && isNumber(value.generation) && isNumber(value.order)
}

function isImpact(value: unknown): value is Impact {
  return (
    isRecord(value) &&
    typeof value.componentId === 'string' &&
    (value.typeId === null || typeof value.typeId === 'string') &&
    (value.severity === null || isNumber(value.severity))
  )
}
