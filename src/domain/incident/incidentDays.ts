import type { Day } from '@/domain/time/calendar'
import type { Observed } from '@/domain/component/componentHistory'
import type { Incident } from './incident'
import { incidentLevel, newestFirst, timingAt } from './moment'
import type { Level, SeverityScale } from '@/domain/severity/severity'
import { sharedMs, touchesSpan } from '@/domain/time/spans'
import { allVersions, onceEach } from './versions'

/** A calendar day with all that went on in it, whenever it began. */
export interface DayOfMonth {
  readonly day: Day
  /** Newest first. */
  readonly incidents: readonly Incident[]
  /** The worst of them; null where there is none. */
  readonly level: Level | null
  /**
   * How much of its time until now is loaded and recorded. `none` and `part` never mean that nothing happened; `future` is a day
   * that has not begun.
   */
  readonly known: 'all' | 'part' | 'none' | 'future'
}

/**
 * Incidents by the days that they touch (ours): one that lasts a week stands in each of its days until now. What is still to begin
 * is no history, and one that ends before it begins stands on the day of its begin. Cost: incidents x days.
 * @param now epoch milliseconds
 * @param recordsSince epoch milliseconds; null = no such limit
 */
export function incidentsByDayTouched(
  incidents: readonly Incident[],
  days: readonly Day[],
  { scale, observed, recordsSince, now }: { scale: SeverityScale; observed: Observed; recordsSince: number | null; now: number },
): DayOfMonth[] {
  const begun = allVersions(incidents).filter(incident => timingAt(incident, now) !== 'scheduled')
  // As in the list of months: one whose begin cannot be read stands where it ended, else at the present.
  const timesOf = ({ beganAt, endedAt, beginUnreadable }: Incident) => {
    const end = Math.min(endedAt ?? Infinity, now - 1)
    return beginUnreadable ? { beganAt: end, endedAt: end } : { beganAt, endedAt }
  }
  return days.map(day => {
    const until = { start: day.start, end: Math.min(day.end, now) }
    if (until.end <= until.start) return { day, incidents: [], level: null, known: 'future' }
    const own = onceEach(begun.filter(incident => touchesSpan(timesOf(incident), until)).sort(newestFirst))
    const levels = own.map(incident => incidentLevel(incident, scale)).sort((a, b) => b.rank - a.rank)
    const recorded = { start: Math.max(until.start, recordsSince ?? -Infinity), end: until.end }
    const seen = recorded.end > recorded.start ? sharedMs(recorded, observed) : 0
    const known = seen === 0 ? 'none' : seen < until.end - until.start ? 'part' : 'all'
    return { day, incidents: own, level: levels[0] ?? null, known }
  })
}
