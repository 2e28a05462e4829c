import type { IncidentDraft } from './incidentDraft'
import { DAY_MS } from '@/domain/time/units'

const YEAR_MS = 365 * DAY_MS
/** No status page has incidents of another century, or of the next decade but one: a slip of the pen (ours). */
const FIRST_LIKELY = Date.UTC(2000, 0)
const LAST_LIKELY_MS = 10 * YEAR_MS
/** Days that a maintenance, or an incident, hardly takes longer than (ours). */
const LONG_DAYS = { maintenance: 14, incident: 30 }

/** Times that are possible, and so unlikely that they are asked about. */
export type OddTimeProblem =
  | { readonly code: 'beginUnlikely'; readonly field: 'beganAt'; readonly level: 'warning'; readonly year: number }
  | { readonly code: 'endUnlikely'; readonly field: 'endedAt'; readonly level: 'warning'; readonly year: number }
  | { readonly code: 'beginFarAhead'; readonly field: 'beganAt'; readonly level: 'warning' }
  | { readonly code: 'noLength'; readonly field: 'endedAt'; readonly level: 'warning' }
  | { readonly code: 'lastsLong'; readonly field: 'endedAt'; readonly level: 'warning'; readonly days: number }

interface OddTimeContext {
  /** Epoch milliseconds. */
  readonly now: number
  readonly maintenance: boolean
  /** Whether a time would be sent, and nothing else is wrong with it. */
  readonly sent: (field: 'beganAt' | 'endedAt') => boolean
}

/** All that is unlikely at once: a wrong year is seen by each of its effects. */
export function checkOddTimes(
  { beganAt, endedAt }: Pick<IncidentDraft, 'beganAt' | 'endedAt'>,
  { now, maintenance, sent }: OddTimeContext,
): OddTimeProblem[] {
  const problems: OddTimeProblem[] = []
  const isUnlikely = (time: number) => time < FIRST_LIKELY || time > now + LAST_LIKELY_MS
  const yearOf = (time: number) => new Date(time).getUTCFullYear()

  if (beganAt !== null && sent('beganAt')) {
    if (isUnlikely(beganAt)) problems.push({ code: 'beginUnlikely', field: 'beganAt', level: 'warning', year: yearOf(beganAt) })
    else if (beganAt > now + YEAR_MS) problems.push({ code: 'beginFarAhead', field: 'beganAt', level: 'warning' })
  }
  if (endedAt !== null && sent('endedAt') && isUnlikely(endedAt))
    problems.push({ code: 'endUnlikely', field: 'endedAt', level: 'warning', year: yearOf(endedAt) })
  if (beganAt !== null && endedAt !== null && endedAt >= beganAt && (sent('beganAt') || sent('endedAt'))) {
    const days = Math.floor((endedAt - beganAt) / DAY_MS)
    // Where only the end is moved to the begin, it is called off: that is how a cancellation looks.
    if (endedAt === beganAt && sent('beganAt')) problems.push({ code: 'noLength', field: 'endedAt', level: 'warning' })
    if (endedAt - beganAt > LONG_DAYS[maintenance ? 'maintenance' : 'incident'] * DAY_MS)
      problems.push({ code: 'lastsLong', field: 'endedAt', level: 'warning', days })
  }
  return problems
}
