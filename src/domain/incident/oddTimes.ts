import type { PhaseList } from '@/domain/catalog/catalog'
import type { Incident } from './incident'
import { endsBeforeItBegins, timingAt } from './moment'
import { phaseSteps } from './phase'
import { firstAfter } from '@/domain/time/earliest'
import { allVersions } from './versions'

/** Times that cannot be right (docs/domain.md, "Odd times"): listed and marked, and never a reason to call anything fine. */
export type OddTimes = 'endsBeforeBegin' | 'beginUnreadable'

/** What is wrong with the times of an incident; null = nothing. */
export function oddTimesOf(incident: Incident): OddTimes | null {
  if (incident.beginUnreadable) return 'beginUnreadable'
  return endsBeforeItBegins(incident) ? 'endsBeforeBegin' : null
}

/**
 * Whether an incident tells by its phase that it is over: it stands in the last one of its own generation, where that list is known
 * (ours). A list of one phase tells nothing.
 */
export function isOverByPhase({ phase }: Incident, generations: ReadonlyMap<number, PhaseList>): boolean {
  const steps = phaseSteps(phase, generations)
  return steps !== null && steps.current > 0 && steps.current === steps.names.length - 1
}

const NONE: ReadonlyMap<number, PhaseList> = new Map()

/**
 * The incidents of which nobody can tell whether they go on at t, because of their times: how their components are is unknown.
 * They are those that end before they begin, from their begin until their phase tells that they are over, and those whose begin
 * cannot be read, until their end.
 * @param t epoch milliseconds
 * @param generations the phase lists that are known, by generation
 */
export function unclearAt(
  incidents: readonly Incident[],
  t: number,
  generations: ReadonlyMap<number, PhaseList> = NONE,
): Incident[] {
  return allVersions(incidents).filter(incident => {
    if (endsBeforeItBegins(incident)) return incident.beganAt! <= t && !isOverByPhase(incident, generations)
    return incident.beginUnreadable === true && timingAt(incident, t) === 'ongoing'
  })
}

/** The next instant after t from which on unclearAt has more to tell, epoch milliseconds; null when there is none. */
export function nextDoubtAfter(incidents: readonly Incident[], t: number): number | null {
  const reversed = allVersions(incidents).filter(endsBeforeItBegins)
  return firstAfter(
    reversed.map(({ beganAt }) => beganAt!),
    t,
  )
}
