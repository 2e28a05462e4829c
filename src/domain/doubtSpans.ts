import type { PhaseList } from './catalog'
import type { ServiceComponent } from './component'
import type { ImpactSpan, Observed, Segment } from './componentHistory'
import type { Incident } from './incident'
import { endsBeforeItBegins } from './moment'
import { isOverByPhase } from './oddTimes'
import { levelOf, worstLevel, type SeverityScale } from './severity'
import { spanWithout } from './spans'
import { allVersions, versionsOf } from './versions'

export interface DoubtFacts {
  /** When the present day began, epoch milliseconds. */
  readonly today: number
  /** The phase lists that are known, by generation. */
  readonly generations: ReadonlyMap<number, PhaseList>
  /** Those whose hints on these incidents count as well. */
  readonly components: readonly ServiceComponent[]
}

/**
 * The time of which odd times (oddTimes) leave open how components were, by component id; the same time in which componentStates says
 * unknown, but for one thing: an incident whose begin cannot be read marks no past day but that of its end, so its doubt begins today
 * (ours: it must not turn the whole past red). Days show these spans, no minute counts for them.
 */
export function doubtSpans(
  incidents: readonly Incident[],
  scale: SeverityScale,
  { today, generations, components }: DoubtFacts,
): ReadonlyMap<string, ImpactSpan[]> {
  const spans = new Map<string, ImpactSpan[]>()
  const add = (componentId: string, incident: Incident, severity: number | null) => {
    const list = spans.get(componentId) ?? []
    if (!list.length) spans.set(componentId, list)
    const isReversed = endsBeforeItBegins(incident)
    const level = isReversed ? scale.unknown : worstLevel(scale, [levelOf(scale, severity), scale.unknown])
    const time = isReversed ? { start: incident.beganAt!, end: Infinity } : { start: today, end: incident.endedAt ?? Infinity }
    list.push({ ...time, level, incident, isDoubt: true })
  }
  const odd = new Set(
    allVersions(incidents).filter(incident =>
      endsBeforeItBegins(incident)
        ? !isOverByPhase(incident, generations)
        : incident.beginUnreadable && (incident.endedAt ?? Infinity) > today,
    ),
  )
  if (!odd.size) return spans
  for (const incident of odd) for (const { componentId, severity } of incident.impacts) add(componentId, incident, severity)
  const byId = new Map(incidents.map(incident => [incident.id, incident]))
  for (const { id, hints } of components)
    for (const { incidentId, severity } of hints) {
      const incident = byId.get(incidentId)
      for (const version of incident ? versionsOf(incident) : []) if (odd.has(version)) add(id, version, severity)
    }
  return spans
}

/**
 * What is observed without the time of which doubts leave open how the component was: in an availability it is neither up nor down. Time
 * that counts as lost whatever the doubt is stays.
 */
export function withoutDoubt(observed: Observed, doubts: readonly ImpactSpan[], segments: readonly Segment[]): Observed {
  if (!doubts.length) return observed
  const lost = segments.filter(({ weight }) => weight > 0)
  const open = doubts.flatMap(doubt => spanWithout(doubt, lost))
  return observed.flatMap(span => spanWithout(span, open))
}
