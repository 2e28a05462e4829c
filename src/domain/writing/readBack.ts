import type { Incident, IncidentChanges, IncidentUpdate, IncidentUpdateChanges } from '@/domain/incident/incident'
import { alikeIncidentField, alikeUpdateField, lostFields, type IncidentFields, type UpdateFields } from './sameContent'

/**
 * What the server did not take over: the fields that were sent (of a change or of a new incident) and read back different.
 * Times count as kept when less than a second apart, titles are trimmed, impacts are in any order. Several servers ignore
 * null, so an ended incident cannot be reopened: then `endedAt` stands here.
 */
export function notTakenOver(sent: IncidentChanges, after: Incident): (keyof IncidentFields)[] {
  return lostFields<IncidentFields>(alikeIncidentField, sent, after)
}

/** The same for an update. A time that was sent as null is the server's to choose. */
export function updateNotTakenOver(sent: IncidentUpdateChanges, after: IncidentUpdate): (keyof UpdateFields)[] {
  return lostFields<UpdateFields>(alikeUpdateField, { ...sent, createdAt: sent.createdAt ?? undefined }, after)
}
