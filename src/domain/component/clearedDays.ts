import type { Day } from '@/domain/time/calendar'
import type { ServiceComponent } from './component'
import { dayStatuses, impactSpans, type Observed } from './componentHistory'
import type { Incident } from '@/domain/incident/incident'
import type { SeverityScale } from '@/domain/severity/severity'

/** What the days of a page are drawn from. */
export interface DrawnDays {
  readonly days: readonly Day[]
  readonly incidents: readonly Incident[]
  /** Those that have days on the page, so no retired ones. */
  readonly components: readonly ServiceComponent[]
  /** The time of which it is known how a component was. */
  readonly known: (component: ServiceComponent) => Observed
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
  for (const component of components.filter(({ id }) => affected.has(id))) {
    const observed = known(component)
    const [was, is] = [before, after].map(spans => dayStatuses(days, spans.get(component.id) ?? [], observed, scale))
    was!.forEach(({ level }, day) => {
      const told = level !== null && level.kind !== 'operational'
      if (told && is![day]?.level?.kind === 'operational') cleared.add(day)
    })
  }
  return days.filter((_, day) => cleared.has(day))
}
