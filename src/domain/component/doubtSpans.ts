import type { ServiceComponent } from './component'
import type { ImpactSpan, Observed, Segment } from './componentHistory'
import { addTo } from '@/domain/lists'
import type { Incident } from '@/domain/incident/incident'
import { endsBeforeItBegins } from '@/domain/incident/moment'
import { levelOf, worstLevel, type SeverityScale } from '@/domain/severity/severity'
import { spanWithout } from '@/domain/time/spans'

/**
 * The time of which odd times leave open how components were, by component id. It is the same time in which componentStates says
 * unknown, but for one thing: an incident whose begin cannot be read marks no past day but that of its end, so its doubt begins today
 * (ours: it must not turn the whole past red). Days show these spans, no minute counts for them.
 * @param unclear the incidents of which nobody can tell whether they go on (oddTimes, unclearAt)
 * @param today when the present day began, epoch milliseconds
 * @param components those whose hints on these incidents count as well
 */
export function doubtSpans(
  unclear: readonly Incident[],
  scale: SeverityScale,
  today: number,
  components: readonly ServiceComponent[] = [],
): ReadonlyMap<string, ImpactSpan[]> {
  const spans = new Map<string, ImpactSpan[]>()
  const add = (componentId: string, incident: Incident, severity: number | null) => {
    const isReversed = endsBeforeItBegins(incident)
    const level = isReversed ? scale.unknown : worstLevel(scale, [levelOf(scale, severity), scale.unknown])
    const start = isReversed ? incident.beganAt! : today
    addTo(spans, componentId, { start, end: Infinity, level, incident, isDoubt: true })
  }
  if (!unclear.length) return spans
  for (const incident of unclear) for (const { componentId, severity } of incident.impacts) add(componentId, incident, severity)
  for (const { id, activeReferences } of components)
    for (const { incidentId, severity } of activeReferences)
      for (const incident of unclear) if (incident.id === incidentId) add(id, incident, severity)
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
