import type { Day, Span } from './calendar'
import type { ServiceComponent } from './component'
import { dayStatuses, impactSpans } from './componentHistory'
import type { Incident } from './incident'
import type { SeverityScale } from './severity'

/** What the days of a page are drawn from. */
export interface DrawnDays {
  readonly days: readonly Day[]
  readonly incidents: readonly Incident[]
  readonly components: readonly ServiceComponent[]
  /** The time of which the incidents are known. */
  readonly known: readonly Span[]
  readonly scale: SeverityScale
}

/** The days on which some component has nothing to tell any more once an incident is gone: they turn green. */
export function clearedDays(incident: Incident, { days, incidents, components, known, scale }: DrawnDays): Day[] {
  const before = impactSpans(incidents, scale, components)
  const after = impactSpans(
    incidents.filter(({ id }) => id !== incident.id),
    scale,
    components,
  )
  const affected = new Set(incident.impacts.map(({ componentId }) => componentId))
  const cleared = new Set<number>()
  for (const id of affected) {
    const [was, is] = [before, after].map(spans => dayStatuses(days, spans.get(id) ?? [], known, scale))
    was!.forEach(({ level }, day) => {
      const told = level !== null && level.kind !== 'operational'
      if (told && is![day]?.level?.kind === 'operational') cleared.add(day)
    })
  }
  return days.filter((_, day) => cleared.has(day))
}
