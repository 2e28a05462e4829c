import { duplicatesOf, isSeverity } from '@/domain/incident/impactSet'
import type { Impact, Incident, IncidentUpdate } from '@/domain/incident/incident'
import { changedFields, includesMaintenance, type IncidentDraft, type UpdateDraft } from './incidentDraft'
import { checkOddTimes, type OddTimeProblem } from './draftTimes'
import { endsBeforeItBegins, hasMaintenance, hasOutage } from '@/domain/incident/moment'
import { sameName, sameUpdateField, type IncidentFields, type UpdateFields } from './sameContent'
import { levelOf, type SeverityScale } from '@/domain/severity/severity'
import { HOUR_MS, MINUTE_MS } from '@/domain/time/units'
import { fillText } from './template'

/** A begin up to this long ago is "now": forms know minutes and people type. */
const JUST_NOW_MS = 5 * MINUTE_MS

/** What is wrong with a draft. Errors stop, warnings ask once. `rows` are indices of impacts. */
export type DraftProblem =
  | Problem<'titleMissing', 'title', 'error'>
  | Problem<'phaseMissing', 'phase', 'error'>
  | Problem<'beginMissing', 'beganAt', 'error'>
  | Problem<'endMissing', 'endedAt', 'error'>
  | Problem<'endBeforeBegin', 'endedAt', 'error'>
  | Problem<'timeOutOfRange', 'beganAt' | 'endedAt', 'error'>
  | (Problem<'impactIncomplete' | 'severityInvalid' | 'impactRepeated', 'impacts', 'error'> & Rows)
  | Problem<'maintenanceMissing', 'impacts', 'error'>
  | Problem<'noComponent', 'impacts', 'warning'>
  | (Problem<'severityInNoBand' | 'componentUnknown', 'impacts', 'warning'> & Rows)
  | Problem<'beginsInPast' | 'beginsInFuture', 'beganAt', 'warning'>
  | (Problem<'shortNotice', 'beganAt', 'warning'> & { readonly hours: number })
  | Problem<'endsInFuture', 'endedAt', 'warning'>
  | OddTimeProblem
  | (Problem<'duplicateOfOther', 'title', 'warning'> & { readonly incidents: readonly Incident[] })
  | PlaceholderProblem

interface Problem<Code extends string, Field, Level extends 'error' | 'warning'> {
  readonly code: Code
  readonly field: Field
  readonly level: Level
}
interface Rows {
  readonly rows: readonly number[]
}
/** What a template left to be filled in, see fillTemplate. */
type PlaceholderProblem = Problem<'placeholderOpen', 'title' | 'description', 'warning'> & { readonly names: readonly string[] }

export interface DraftContext {
  /** Epoch milliseconds. */
  readonly now: number
  readonly scale: SeverityScale
  /** What is edited, as it was read; null for a new one. */
  readonly original: Incident | null
  /** null = the components are not loaded, so that nothing can be said. */
  readonly componentIds: ReadonlySet<string> | null
  /** Those that a new one may repeat. */
  readonly incidents: readonly Incident[]
  /** Hours before its begin that a maintenance should be announced; 0 or null = any time. */
  readonly shortNoticeHours: number | null
  /** An incident entirely in the past is written down: it has an end, and its begin is no surprise. */
  readonly backfill?: boolean
}

/**
 * Checks a draft as it is typed and before it is sent, by field in the order of the form. Only what would be sent is
 * checked: what an incident lacked before and what is not changed stops nobody.
 */
export function checkDraft(draft: IncidentDraft, context: DraftContext): DraftProblem[] {
  const { original } = context
  const changed = original && changedFields(original, draft)
  const sends: Sends = (...fields) => !changed || fields.some(field => changed.has(field))
  return [
    ...checkTexts(draft, context, sends),
    ...checkTimes(draft, context, sends),
    ...(sends('impacts') ? checkImpacts(draft, context) : []),
  ]
}

/** Whether any of these fields would be sent. */
type Sends = (...fields: (keyof IncidentFields)[]) => boolean

function checkTexts(draft: IncidentDraft, { original, incidents }: DraftContext, sends: Sends): DraftProblem[] {
  const problems: DraftProblem[] = []
  if (sends('title') && !draft.title.trim()) problems.push({ code: 'titleMissing', field: 'title', level: 'error' })
  if (!original && !draft.phase) problems.push({ code: 'phaseMissing', field: 'phase', level: 'error' })
  const same = original ? [] : incidents.filter(incident => isRepeated(draft, incident))
  if (same.length) problems.push({ code: 'duplicateOfOther', field: 'title', level: 'warning', incidents: same })
  return [...problems, ...checkPlaceholders(draft, sends)]
}

function checkPlaceholders(
  texts: { readonly title: string; readonly description: string },
  sends: (field: 'title' | 'description') => boolean,
): PlaceholderProblem[] {
  return (['title', 'description'] as const).flatMap(field => {
    const names = sends(field) ? fillText(texts[field], {}).open : []
    return names.length ? [{ code: 'placeholderOpen', field, level: 'warning', names }] : []
  })
}

/** At the same time and of the same kind, and either of the same title or with all components of the draft in it. */
function isRepeated(draft: IncidentDraft, incident: Incident): boolean {
  const sameKind = (isMaintenance(draft) && hasMaintenance(incident)) || (draft.kind === 'incident' && hasOutage(incident))
  const apart =
    (draft.endedAt ?? Infinity) <= (incident.beganAt ?? -Infinity) ||
    (incident.endedAt ?? Infinity) <= (draft.beganAt ?? -Infinity)
  if (!sameKind || apart || endsBeforeItBegins(incident)) return false
  const affected = new Set(incident.impacts.map(({ componentId }) => componentId))
  return (
    (draft.title.trim() !== '' && sameName(draft.title, incident.title)) ||
    (draft.impacts.length > 0 && draft.impacts.every(({ componentId }) => affected.has(componentId)))
  )
}

const isMaintenance = ({ kind, impacts }: IncidentDraft) => kind === 'maintenance' || includesMaintenance(impacts)

function checkTimes(draft: IncidentDraft, context: DraftContext, sends: Sends): DraftProblem[] {
  const { beganAt, endedAt } = draft
  const { now, shortNoticeHours, backfill = false } = context
  const maintenance = isMaintenance(draft)
  const problems: DraftProblem[] = []

  if (sends('beganAt')) {
    if (beganAt === null) problems.push({ code: 'beginMissing', field: 'beganAt', level: 'error' })
    else if (!isWritableTime(beganAt)) problems.push({ code: 'timeOutOfRange', field: 'beganAt', level: 'error' })
    else if (beganAt < now - JUST_NOW_MS) {
      if (!backfill) problems.push({ code: 'beginsInPast', field: 'beganAt', level: 'warning' })
    } else if (maintenance) {
      const hours = shortNoticeHours ?? 0
      if (hours && beganAt < now + hours * HOUR_MS)
        problems.push({ code: 'shortNotice', field: 'beganAt', level: 'warning', hours })
    } else if (beganAt > now) problems.push({ code: 'beginsInFuture', field: 'beganAt', level: 'warning' })
  }

  if (endedAt === null) {
    if ((maintenance && sends('endedAt', 'impacts')) || backfill)
      problems.push({ code: 'endMissing', field: 'endedAt', level: 'error' })
  } else if (sends('endedAt') && !isWritableTime(endedAt))
    problems.push({ code: 'timeOutOfRange', field: 'endedAt', level: 'error' })
  else if (sends('beganAt', 'endedAt') && beganAt !== null && endedAt < beganAt)
    problems.push({ code: 'endBeforeBegin', field: 'endedAt', level: 'error' })
  else if (sends('endedAt') && !maintenance && endedAt > now)
    problems.push({ code: 'endsInFuture', field: 'endedAt', level: 'warning' })
  const refused = new Set(problems.flatMap(({ field, level }) => (level === 'error' ? field : [])))
  const sent = (field: 'beganAt' | 'endedAt') => !refused.has(field) && sends(field)
  return [...problems, ...checkOddTimes(draft, { now, maintenance, sent })]
}

function checkImpacts({ kind, impacts }: IncidentDraft, context: DraftContext): DraftProblem[] {
  const { scale, original, componentIds } = context
  const rowsOf = (matches: (impact: Impact) => boolean) => impacts.flatMap((impact, row) => (matches(impact) ? [row] : []))
  const before = new Set(original?.impacts.map(({ componentId }) => componentId))
  const listed = [
    { code: 'impactIncomplete', level: 'error', rows: rowsOf(({ typeId, severity }) => typeId === null || severity === null) },
    { code: 'severityInvalid', level: 'error', rows: rowsOf(({ severity }) => severity !== null && !isSeverity(severity)) },
    { code: 'impactRepeated', level: 'error', rows: duplicatesOf(impacts) },
    {
      code: 'severityInNoBand',
      level: 'warning',
      rows: rowsOf(({ severity }) => isSeverity(severity) && levelOf(scale, severity) === scale.unknown),
    },
    {
      code: 'componentUnknown',
      level: 'warning',
      // What was there before may be hidden from this reader.
      rows: rowsOf(({ componentId }) => componentIds !== null && !componentIds.has(componentId) && !before.has(componentId)),
    },
  ] as const
  const problems: DraftProblem[] = listed.filter(({ rows }) => rows.length).map(problem => ({ ...problem, field: 'impacts' }))

  if (kind === 'maintenance' && !includesMaintenance(impacts))
    problems.push({ code: 'maintenanceMissing', field: 'impacts', level: 'error' })
  else if (!impacts.length) problems.push({ code: 'noComponent', field: 'impacts', level: 'warning' })
  return problems
}

export type UpdateProblem =
  | Problem<'titleMissing', 'title', 'error'>
  | Problem<'timeOutOfRange', 'createdAt', 'error'>
  | Problem<'writtenInFuture' | 'writtenBeforeBegin', 'createdAt', 'warning'>
  | PlaceholderProblem

export interface UpdateContext {
  /** Epoch milliseconds. */
  readonly now: number
  readonly incident: Pick<Incident, 'beganAt'>
  /** What is edited, as it was read; null for a new one. */
  readonly original: IncidentUpdate | null
}

/** Checks an update. Only what would be sent is checked. */
export function checkUpdate(draft: UpdateDraft, { now, incident, original }: UpdateContext): UpdateProblem[] {
  const { title, createdAt } = draft
  const problems: UpdateProblem[] = []
  const sends = <F extends keyof UpdateFields>(field: F) => !original || !sameUpdateField[field](original[field], draft[field])
  if (sends('title') && !title.trim()) problems.push({ code: 'titleMissing', field: 'title', level: 'error' })
  problems.push(...checkPlaceholders(draft, sends))
  if (createdAt === null || !sends('createdAt')) return problems
  if (!isWritableTime(createdAt)) problems.push({ code: 'timeOutOfRange', field: 'createdAt', level: 'error' })
  else if (createdAt > now) problems.push({ code: 'writtenInFuture', field: 'createdAt', level: 'warning' })
  else if (incident.beganAt !== null && createdAt < incident.beganAt)
    problems.push({ code: 'writtenBeforeBegin', field: 'createdAt', level: 'warning' })
  return problems
}

/** Whether RFC 3339 can write a time: the years 0 to 9999 (UTC). */
function isWritableTime(epochMs: number): boolean {
  return epochMs >= Date.UTC(-1, 12) && epochMs < Date.UTC(10_000, 0)
}
