import { sameImpacts } from '@/domain/incident/impactSet'
import type { Incident, IncidentChanges, IncidentUpdate, IncidentUpdateChanges } from '@/domain/incident/incident'
import { sameIncidentField, sameSecond, sameText, sameTitle, type IncidentFields, type UpdateFields } from './sameContent'

/**
 * What the server did not take over: the fields that were sent (of a change or of a new incident) and read back different.
 * Times count as kept when less than a second apart, titles are trimmed, impacts are in any order. Several servers ignore
 * null, so an ended incident cannot be reopened: then `endedAt` stands here.
 */
export function notTakenOver(sent: IncidentChanges, after: Incident): (keyof IncidentFields)[] {
  const lost: (keyof IncidentFields)[] = []
  if (sent.title !== undefined && !sameTitle(sent.title, after.title)) lost.push('title')
  if (sent.description !== undefined && !sameText(sent.description, after.description)) lost.push('description')
  if (sent.beganAt !== undefined && !sameSecond(sent.beganAt, after.beganAt)) lost.push('beganAt')
  if (sent.endedAt !== undefined && !sameSecond(sent.endedAt, after.endedAt)) lost.push('endedAt')
  if (sent.phase !== undefined && !sameIncidentField.phase(sent.phase, after.phase)) lost.push('phase')
  if (sent.impacts !== undefined && !sameImpacts(sent.impacts, after.impacts)) lost.push('impacts')
  return lost
}

/** The same for an update. A time that was sent as null is the server's to choose. */
export function updateNotTakenOver(sent: IncidentUpdateChanges, after: IncidentUpdate): (keyof UpdateFields)[] {
  const lost: (keyof UpdateFields)[] = []
  if (sent.title !== undefined && !sameTitle(sent.title, after.title)) lost.push('title')
  if (sent.description !== undefined && !sameText(sent.description, after.description)) lost.push('description')
  if (typeof sent.createdAt === 'number' && !sameSecond(sent.createdAt, after.createdAt)) lost.push('createdAt')
  return lost
}
