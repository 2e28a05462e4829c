import { computed, type Ref } from 'vue'
import { availability, type Availability } from '@/domain/availability'
import { daysUntil, recordsStartOf, type Day } from '@/domain/calendar'
import type { ServiceComponent } from '@/domain/component'
import {
  dayStatuses,
  impactSpans,
  observedSpans,
  segmentsOf,
  type DayStatus,
  type Observed,
  type Segment,
} from '@/domain/componentHistory'
import type { Incident } from '@/domain/incident'
import type { SeverityScale } from '@/domain/severity'
import type { Config } from '@/config/schema'

export interface ComponentHistory {
  /** All calendar days of the history, oldest first. */
  readonly days: readonly DayStatus[]
  readonly availability: Availability | null
  readonly segments: readonly Segment[]
  /** What is loaded and recorded of it, until now, or until nobody knows. */
  readonly observed: Observed
}

export interface HistoryFacts {
  readonly components: Readonly<Ref<readonly ServiceComponent[]>>
  readonly incidents: Readonly<Ref<readonly Incident[]>>
  readonly scale: Readonly<Ref<SeverityScale>>
  /** The time of which incidents are known, up to the last read that was not too long ago. */
  readonly observed: Readonly<Ref<Observed>>
  /** Epoch milliseconds. */
  readonly now: Readonly<Ref<number>>
  /** IANA name. */
  readonly zone: Readonly<Ref<string>>
}

/** Days and availability of components, computed when a row asks for them and kept until something changes. */
export function useComponentHistory({ components, incidents, scale, observed: known, now, zone }: HistoryFacts, config: Config) {
  const days = computed<readonly Day[]>(() => daysUntil(now.value, zone.value, config.historyDays))
  const spans = computed(() => impactSpans(incidents.value, scale.value, components.value))
  const ids = computed(() => new Set(incidents.value.map(({ id }) => id)))

  // A new memo whenever an input changes: what is computed for one row is kept for its redraws.
  const memo = computed(() => {
    const inputs = { days: days.value, spans: spans.value, scale: scale.value, known: known.value, now: now.value }
    const loadedIds = ids.value
    const today = inputs.days.at(-1)!.start
    const made = new Map<string, ComponentHistory>()
    return (component: ServiceComponent): ComponentHistory => {
      const found = made.get(component.id)
      if (found) return found
      const own = inputs.spans.get(component.id) ?? []
      // A hint on an incident that nobody could read: nobody knows how the component is today, as its state says as well.
      const isUnresolved = component.hints.some(({ incidentId }) => !loadedIds.has(incidentId))
      const until = isUnresolved ? today : inputs.now
      const observed = observedSpans(inputs.known, recordsStartOf(component, config, zone.value), until)
      const window = { start: inputs.days[0]!.start, end: inputs.now }
      const segments = segmentsOf(own, inputs.scale)
      const history = {
        days: dayStatuses(inputs.days, own, observed, inputs.scale),
        availability: availability(segments, observed, window),
        segments,
        observed,
      }
      made.set(component.id, history)
      return history
    }
  })
  return { days, historyOf: memo }
}
