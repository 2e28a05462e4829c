import { computed, type Ref } from 'vue'
import { dateOf, daysOfMonth } from '@/domain/time/calendar'
import type { Incident } from '@/domain/incident/incident'
import { incidentsByDayTouched, type DayOfMonth } from '@/domain/incident/incidentDays'
import { useDisplay } from '@/composables/display'
import type { Observed } from '@/domain/component/componentHistory'
import type { SeverityScale } from '@/domain/severity/severity'

/** What is known of the days of a month, and how the filter leaves it. */
interface MonthFacts {
  /** `2026-03` */
  readonly month: string
  /** Those that the filter leaves, of any time. */
  readonly incidents: readonly Incident[]
  readonly observed: Observed
  /** Epoch milliseconds; null = no such limit. */
  readonly recordsSince: number | null
  readonly scale: SeverityScale
}

/** The days of a month for its calendar. */
export function useMonthDays(facts: () => MonthFacts): {
  readonly days: Readonly<Ref<readonly DayOfMonth[]>>
  /** The date of now in the display zone. */
  readonly today: Readonly<Ref<string>>
} {
  const { zone, now } = useDisplay()
  return {
    days: computed(() => {
      const { month, incidents, ...known } = facts()
      return incidentsByDayTouched(incidents, daysOfMonth(month, zone.value), { ...known, now: now.value })
    }),
    today: computed(() => dateOf(now.value, zone.value)),
  }
}
