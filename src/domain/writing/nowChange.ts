import { cutAt, fromNowOn, historyChanges, type FollowUpOptions, type HistoryChange, type IncidentPlan } from './impactChange'
import { rowsAfter } from '@/domain/incident/impactSet'
import type { Impact, Incident } from '@/domain/incident/incident'
import { newIncidentOf } from './incidentDraft'
import { timingAt } from '@/domain/incident/moment'

/**
 * How impacts become others from now on. `beside`: nothing ends, a second incident tells alone what got worse. `followUp`: the
 * incident ends, another one goes on. `end`: it ends.
 */
export type NowWay = 'beside' | 'followUp' | 'end'

export interface NowPlan extends IncidentPlan {
  readonly way: NowWay
}

/** The texts of a second incident beside the first. */
export interface BesideTexts {
  readonly title: string
  readonly description: string
}

/**
 * Which way a change goes. What only gets worse, or is affected in addition, needs no end: the worst of two incidents is what a
 * component shows, and nobody else's "since" begins anew. What gets better needs one, since an impact spans its whole incident.
 */
export function wayOf(changes: readonly HistoryChange[], impacts: readonly Impact[]): NowWay {
  if (!impacts.length) return 'end'
  return changes.length > 0 && changes.every(isWorse) ? 'beside' : 'followUp'
}

function isWorse({ change, before, after }: HistoryChange): boolean {
  if (change === 'added') return true
  return change === 'severity' && typeof before === 'number' && typeof after === 'number' && after > before
}

/**
 * The writes of a change of impacts that holds from now on.
 * @param now epoch milliseconds
 * @param options of a follow-up; `beside` of a second incident
 * @returns null where it cannot be (see fromNowOn)
 */
export function changeFromNow(
  original: Incident,
  impacts: readonly Impact[],
  now: number,
  options: FollowUpOptions & { readonly beside: BesideTexts },
): NowPlan | null {
  const way = wayOf(historyChanges(original, impacts, now), impacts)
  if (way !== 'beside') {
    const plan = fromNowOn(original, impacts, now, options)
    return plan && { ...plan, way }
  }
  if (timingAt(original, now) !== 'ongoing') return null
  const beganAt = cutAt(original, now)
  const endedAt = options.endedAt === undefined ? original.endedAt : options.endedAt
  if (endedAt !== null && endedAt <= beganAt) return null
  const worse = worsened(original.impacts, impacts)
  const created = newIncidentOf({ ...options.beside, beganAt, endedAt, phase: options.phase, impacts: worse })
  return created && { way, created, changes: {} }
}

/** The impacts that were not there, or not as bad. Equal ones and a type that is filled in are no news. */
function worsened(before: readonly Impact[], after: readonly Impact[]): Impact[] {
  const rows = rowsAfter(before, after)
  return after.filter(({ severity }, row) => {
    const own = before[rows.indexOf(row)]
    return !own || own.severity !== severity
  })
}
