import { onlyComponents, rowsAfter, withoutComponents } from '@/domain/incident/impactSet'
import type { Impact, Incident, IncidentChanges, NewIncident, PhaseReference } from '@/domain/incident/incident'
import { applyChanges, changesBetween, incidentOf, newIncidentOf } from './incidentDraft'
import { endsBeforeItBegins, timingAt } from '@/domain/incident/moment'

/**
 * What is sent, in this order: `created` first, so that a failure in between never leaves a gap; it leaves two incidents
 * that tell the same, and only `changes` are to be sent again.
 */
export interface IncidentPlan {
  readonly created: NewIncident | null
  readonly changes: IncidentChanges
}

/** The texts and the phase of an incident that comes of another; the API has no link between two, so the text says it. */
export interface FollowUpOptions {
  readonly title: string
  /** Markdown, appended to the description of the original as a paragraph of its own. */
  readonly linkText: string
  /** Tells a paragraph that is such a link: the new one takes the place of those that are there, instead of standing below them. */
  readonly isLink?: (paragraph: string) => boolean
  /** Of the current generation (0402). */
  readonly phase: PhaseReference
  /** Epoch milliseconds; by default the end of the original where that is still to come. */
  readonly endedAt?: number | null | undefined
}

/** What a change of the impacts does to the past of an incident. A change of type is one removed and one added. */
export interface HistoryChange {
  readonly change: 'severity' | 'added' | 'removed'
  readonly componentId: string
  /** Severity before and after; null = unknown, undefined = there was or is no such impact. */
  readonly before: number | null | undefined
  readonly after: number | null | undefined
}

/**
 * How other impacts would recolour time that has passed (docs/domain.md, "Correct the record, or from now on"): none before the
 * incident begins. A missing type that is filled in is no change.
 * @param now epoch milliseconds
 */
export function historyChanges(original: Incident, impacts: readonly Impact[], now: number): HistoryChange[] {
  const { beganAt } = original
  if (endsBeforeItBegins(original) || (beganAt !== null && beganAt >= now)) return []
  const rows = rowsAfter(original.impacts, impacts)
  const changes = original.impacts.flatMap(({ componentId, severity }, index): HistoryChange[] => {
    const kept = impacts[rows[index]!]
    if (!kept) return [{ change: 'removed', componentId, before: severity, after: undefined }]
    return kept.severity === severity ? [] : [{ change: 'severity', componentId, before: severity, after: kept.severity }]
  })
  const added = impacts.flatMap(({ componentId, severity }, row): HistoryChange[] =>
    rows.includes(row) ? [] : [{ change: 'added', componentId, before: undefined, after: severity }],
  )
  return [...changes, ...added]
}

/** Whether to ask "correct the record" or "from now on". */
export function rewritesHistory(original: Incident, impacts: readonly Impact[], now: number): boolean {
  return historyChanges(original, impacts, now).length > 0
}

/** Changes the impacts for the whole time of the incident; null while they cannot be written (see changesBetween). */
export function correctTheRecord(original: Incident, impacts: readonly Impact[]): IncidentPlan | null {
  const changes = changesBetween(original, { ...original, impacts })
  return changes && { created: null, changes }
}

/**
 * Ends the incident now and begins a follow-up with these impacts; without any it just ends.
 * @param now epoch milliseconds; cut to the second, so that end and begin are the same on every server
 * @returns null where it cannot be: the incident is not ongoing, the follow-up would be over before it begins, an impact has a
 * gap, or maintenance would have no end
 */
export function fromNowOn(
  original: Incident,
  impacts: readonly Impact[],
  now: number,
  options: FollowUpOptions,
): IncidentPlan | null {
  if (timingAt(original, now) !== 'ongoing') return null
  const at = cutAt(original, now)
  const changes = { endedAt: at }
  if (!impacts.length) return { created: null, changes }
  if (typeof options.endedAt === 'number' && options.endedAt <= at) return null
  const created = followUp(original, impacts, at, options)
  return created && { created, changes }
}

/**
 * Some components are well again: from now on the incident goes on with the others; with none left it ends. What was stays.
 * @returns null where it cannot be (see fromNowOn), or none of the components is affected
 */
export function backToNormal(
  incident: Incident,
  componentIds: readonly string[],
  now: number,
  options: FollowUpOptions,
): IncidentPlan | null {
  const rest = withoutComponents(incident.impacts, componentIds)
  return rest.length === incident.impacts.length ? null : fromNowOn(incident, rest, now, options)
}

/**
 * Moves some components to an incident of their own, for the whole time (ours), so that no day changes its colour.
 * @returns null where nothing or everything would be moved, or an impact cannot be written
 */
export function splitOff(
  incident: Incident,
  componentIds: readonly string[],
  options: Omit<FollowUpOptions, 'endedAt'>,
): IncidentPlan | null {
  const moved = onlyComponents(incident.impacts, componentIds)
  const rest = withoutComponents(incident.impacts, componentIds)
  if (!moved.length || !rest.length) return null
  const { title, linkText, phase } = options
  const description = withParagraph(incident.description, linkText)
  const created = newIncidentOf({ ...incident, title, description, phase, impacts: moved })
  const changes = changesBetween(incident, { ...incident, impacts: rest })
  return created && changes && { created, changes }
}

/**
 * Takes up an ended incident where the server ignores `endedAt: null`: a new one with the same impacts from now on.
 * @param now epoch milliseconds
 * @returns null where an impact has a gap, or maintenance is given no end
 */
export function followUpOf(incident: Incident, now: number, options: FollowUpOptions): NewIncident | null {
  return followUp(incident, incident.impacts, cutToSecond(now), options)
}

/** All incidents as they would be, for drawing the bars of each choice. What is created has the id given. */
export function previewOf(
  incidents: readonly Incident[],
  original: Incident,
  plan: IncidentPlan,
  createdId = 'preview',
): Incident[] {
  const others = incidents.filter(({ id }) => id !== original.id)
  const changed = applyChanges(original, plan.changes)
  return [...others, changed, ...(plan.created ? [createdIncident(plan.created, createdId)] : [])]
}

/** A text with a paragraph after it, e.g. the link to a follow-up. */
export function withParagraph(text: string, paragraph: string): string {
  return [text.trimEnd(), paragraph.trim()].filter(Boolean).join('\n\n')
}

/** A text without the paragraphs of a kind. All others stay as they are. */
function withoutParagraphs(text: string, isOne: (paragraph: string) => boolean): string {
  const paragraphs = text.split(/\n{2,}/)
  return paragraphs.some(isOne) ? paragraphs.filter(one => !isOne(one)).join('\n\n') : text
}

/**
 * The end of what ends now, epoch milliseconds: cut to the second, which servers keep alike. It may have begun within this
 * second, and must not end before that.
 * @param now epoch milliseconds
 */
export function cutAt({ beganAt }: Pick<Incident, 'beganAt'>, now: number): number {
  return Math.max(cutToSecond(now), beganAt ?? -Infinity)
}

function followUp(
  original: Incident,
  impacts: readonly Impact[],
  at: number,
  { title, linkText, isLink, phase, endedAt }: FollowUpOptions,
): NewIncident | null {
  const planned = original.endedAt !== null && original.endedAt > at ? original.endedAt : null
  return newIncidentOf({
    title,
    description: withParagraph(isLink ? withoutParagraphs(original.description, isLink) : original.description, linkText),
    beganAt: at,
    endedAt: endedAt === undefined ? planned : endedAt,
    phase,
    impacts,
  })
}

function createdIncident(created: NewIncident, id: string): Incident {
  const { title, description = '', beganAt = null, endedAt = null, phase, impacts = [] } = created
  return incidentOf({ title, description, beganAt, endedAt, phase, impacts }, { id, updateOrders: [] })
}

const cutToSecond = (time: number) => Math.floor(time / 1000) * 1000
