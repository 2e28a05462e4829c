import { computed, type Ref } from 'vue'
import { availability, daysObserved, type Availability } from '@/domain/component/availability'
import { recordsStartOf } from '@/domain/time/calendar'
import type { ServiceComponent } from '@/domain/component/component'
import {
  dayStatuses,
  impactSpans,
  observedSpans,
  segmentsOf,
  type DayStatus,
  type ImpactSpan,
  type Observed,
  type Segment,
} from '@/domain/component/componentHistory'
import type { ComponentState } from '@/domain/component/componentState'
import { confirmedToday } from '@/domain/status/confirmed'
import { doubtSpans, withoutDoubt } from '@/domain/component/doubtSpans'
import type { Incident } from '@/domain/incident/incident'
import type { SeverityScale } from '@/domain/severity/severity'
import { sameValue } from '@/domain/sameValue'
import type { Config } from '@/config/schema'
import { useDisplay } from '@/composables/display'
import { useLastDays } from '@/composables/useLastDays'

export interface ComponentHistory {
  /** All calendar days of the history, oldest first. */
  readonly days: readonly DayStatus[]
  readonly availability: Availability | null
  /** Of how many of the days the availability speaks. */
  readonly availabilityDays: number
  /** The same of the newest of the days alone: what a bar does not show, the number beside it does not count. */
  readonly over: (newestDays: number) => Pick<ComponentHistory, 'availability' | 'availabilityDays'>
  readonly segments: readonly Segment[]
  /** What is loaded and recorded of it, until now, or until nobody knows, without the time that odd times leave open. */
  readonly observed: Observed
}

interface HistoryFacts {
  readonly components: Readonly<Ref<readonly ServiceComponent[]>>
  readonly incidents: Readonly<Ref<readonly Incident[]>>
  readonly scale: Readonly<Ref<SeverityScale>>
  /** The time of which incidents are known, up to the last read that was not too long ago. */
  readonly observed: Readonly<Ref<Observed>>
  /** Whether how components are now is confirmed (domain/status/confirmed): else nothing says that today is fine. */
  readonly confirmed: Readonly<Ref<boolean>>
  /** How components are now, by id: today is never called finer than that. */
  readonly states: Readonly<Ref<ReadonlyMap<string, ComponentState>>>
  /** The incidents of which nobody can tell whether they go on, because of their times (domain/incident/oddTimes). */
  readonly unclear: Readonly<Ref<readonly Incident[]>>
  /** Epoch milliseconds. */
  readonly now: Readonly<Ref<number>>
  /** IANA name. */
  readonly zone: Readonly<Ref<string>>
}

type Read = Pick<HistoryFacts, 'incidents' | 'scale' | 'observed' | 'confirmed' | 'states' | 'unclear'>

/** The facts as what is read for the page has them. */
export function useHistoryFacts(
  view: () => { readonly [Fact in keyof Read]: Read[Fact]['value'] },
  components: () => readonly ServiceComponent[],
): HistoryFacts {
  const { now, zone } = useDisplay()
  return {
    components: computed(components),
    incidents: computed(() => view().incidents),
    scale: computed(() => view().scale),
    observed: computed(() => view().observed),
    confirmed: computed(() => view().confirmed),
    states: computed(() => view().states),
    unclear: computed(() => view().unclear),
    now,
    zone,
  }
}

/** What stands until the day is over or something is read that is new. */
interface Lasting {
  readonly segments: readonly Segment[]
  readonly spans: readonly ImpactSpan[]
  /** The time of which odd times leave open how it was; also among the spans. */
  readonly doubts: readonly ImpactSpan[]
  /** Those that reach into today. */
  readonly todays: readonly ImpactSpan[]
  /** Epoch milliseconds; null = no limit. */
  readonly recordsStart: number | null
  /** It names an incident that nobody could read: nobody knows how the component is today, as its state says as well. */
  readonly isUnresolved: boolean
  /** The days before today, by what was observed of them. */
  past: { readonly observed: Observed; readonly days: readonly DayStatus[] } | null
}

/**
 * Days and availability of components, computed when a row asks for them. With each minute only what is of today is computed anew,
 * and the sums.
 */
export function useComponentHistory(
  { components, incidents, scale, observed: known, confirmed, states, unclear, now, zone }: HistoryFacts,
  config: Config,
) {
  const days = useLastDays(config.historyDays, { now, zone })
  const spans = computed(() => impactSpans(incidents.value, scale.value, components.value))
  const doubts = computed(() => doubtSpans(unclear.value, scale.value, days.value.at(-1)!.start, components.value))
  const ids = computed(() => new Set(incidents.value.map(({ id }) => id)))

  const lastingOf = computed(() => {
    const inputs = { spans: spans.value, doubts: doubts.value, scale: scale.value, ids: ids.value, zone: zone.value }
    const today = days.value.at(-1)!
    const made = new Map<string, Lasting>()
    return (component: ServiceComponent): Lasting => {
      const found = made.get(component.id)
      if (found) return found
      const doubtful = inputs.doubts.get(component.id) ?? []
      const own = [...(inputs.spans.get(component.id) ?? []), ...doubtful]
      const lasting: Lasting = {
        segments: segmentsOf(own, inputs.scale),
        spans: own,
        doubts: doubtful,
        todays: own.filter(({ start, end }) => Math.max(start, end) >= today.start),
        recordsStart: recordsStartOf(component, config, inputs.zone),
        isUnresolved:
          component.hintsUnreadable ?? component.activeReferences.some(({ incidentId }) => !inputs.ids.has(incidentId)),
        past: null,
      }
      made.set(component.id, lasting)
      return lasting
    }
  })

  // A new memo whenever an input changes: what is computed for one row is kept for its redraws.
  const historyOf = computed(() => {
    const inputs = {
      known: known.value,
      confirmed: confirmed.value,
      states: states.value,
      now: now.value,
      scale: scale.value,
      lastingOf: lastingOf.value,
    }
    const before = days.value.slice(0, -1)
    const today = days.value.at(-1)!
    const made = new Map<string, ComponentHistory>()
    return (component: ServiceComponent): ComponentHistory => {
      const found = made.get(component.id)
      if (found) return found
      const lasting = inputs.lastingOf(component)
      const { segments, recordsStart } = lasting
      const observed = observedSpans(inputs.known, recordsStart, lasting.isUnresolved ? today.start : inputs.now)
      const earlier = observedSpans(observed, null, today.start)
      if (!lasting.past || !sameValue(lasting.past.observed, earlier))
        lasting.past = { observed: earlier, days: dayStatuses(before, lasting.spans, earlier, inputs.scale) }
      const counted = withoutDoubt(observed, lasting.doubts, segments)
      const isConfirmed = inputs.confirmed && inputs.states.get(component.id)?.level.kind !== 'unknown'
      const over = (newest: number) => {
        const counting = days.value.slice(-newest)
        return {
          availability: availability(segments, counted, { start: counting[0]!.start, end: inputs.now }),
          availabilityDays: daysObserved(counting, counted, inputs.now),
        }
      }
      const history = {
        days: [
          ...lasting.past.days,
          ...dayStatuses([today], lasting.todays, observed, inputs.scale).map(status =>
            confirmedToday(status, isConfirmed, inputs.scale),
          ),
        ],
        ...over(days.value.length),
        over,
        segments,
        observed: counted,
      }
      made.set(component.id, history)
      return history
    }
  })
  return { days, historyOf }
}
