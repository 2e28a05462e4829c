import { computed, shallowRef, type Ref } from 'vue'
import { addMonths, monthOf, recordsStart, type Span } from '@/domain/time/calendar'
import { incidentMatcher, isFiltering } from '@/domain/incident/incidentFilter'
import {
  incidentsByMonth,
  knowledgeOf,
  monthsBack,
  type Knowledge,
  type MonthOfIncidents,
} from '@/domain/incident/incidentMonths'
import { overlap, spanWithout } from '@/domain/time/spans'
import { useIncidentArchive } from '@/stores/incidentArchive'
import type { Clock } from '@/stores/clock'
import type { Provider } from '@/stores/provider'
import { windowFailure } from '@/stores/queryState'
import type { UnreadWindow } from '@/stores/readIncidents'
import { useStatusStore } from '@/stores/statusStore'
import type { HistoryQuery } from './useHistoryQuery'

/** A month as the page shows it. */
export interface HistoryMonth extends MonthOfIncidents, Knowledge<UnreadWindow> {
  /** How many incidents it has without the filter. */
  readonly total: number
  /** When what an earlier visit knew was read, epoch milliseconds, while the server is asked; null = nothing of it is shown. */
  readonly readAt: number | null
  /** Something that was read could not be understood: of any month, since its time may be what is wrong. */
  readonly isDoubtful: boolean
}

/** The opened months of the history: their incidents, what the filter leaves, and what is not known of them. */
export function useHistory(
  provider: Provider,
  clock: Clock,
  { month, count, filter }: HistoryQuery,
  zone: Readonly<Ref<string>>,
) {
  const store = useStatusStore(provider, clock)
  const archive = useIncidentArchive(provider, clock)

  const recordsSince = computed(() => recordsStart(store.components, provider.config, zone.value))
  const oldest = computed(() => (recordsSince.value === null ? null : monthOf(recordsSince.value, zone.value)))
  const present = computed(() => monthOf(clock.now.value, zone.value))
  const newest = computed(() => (month.value !== null && month.value < present.value ? month.value : present.value))
  const months = computed(() => monthsBack(newest.value, count.value, zone.value, oldest.value))
  const span = computed<Span | null>(() =>
    months.value.length ? { start: months.value.at(-1)!.start, end: months.value[0]!.end } : null,
  )
  /** The month before the oldest one that is shown; null where nothing is recorded before. */
  const next = computed(() => {
    const before = addMonths(months.value.at(-1)?.month ?? newest.value, -1)
    return before < (oldest.value ?? '0001-01') ? null : before
  })

  const known = computed(() => incidentsByMonth(archive.incidents, months.value, clock.now.value))
  const matches = computed(() => incidentMatcher(filter.value, store.components, store.scale))
  // What fails as a whole, or over many months, is told once for all of them.
  const isWide = ({ span: window, error }: UnreadWindow) =>
    error === store.parts.incidents.error || months.value.filter(one => overlap(one, window)).length > 2
  const unread = computed(() => archive.unread.filter(one => span.value && overlap(one.span, span.value)))
  const wide = computed(() => unread.value.filter(isWide))
  const shown = computed(() =>
    known.value.map(({ month: one, incidents }): HistoryMonth => {
      const knowledge = knowledgeOf(one, {
        observed: archive.observed,
        awaited: archive.awaited,
        failed: unread.value.filter(window => !isWide(window)),
        recordsSince: recordsSince.value,
        now: clock.now.value,
      })
      const readAt = archive.earlierReadAt(one)
      const isDoubtful = archive.invalidCount + store.parts.incidents.invalidCount > 0
      return { month: one, total: incidents.length, incidents: incidents.filter(matches.value), readAt, isDoubtful, ...knowledge }
    }),
  )
  const isFiltered = computed(() => isFiltering(filter.value))
  /** Months in which a filter finds nothing say nothing that the range does not say; what is not known of them is told. */
  const listed = computed(() =>
    shown.value.filter((one, index) => !isFiltered.value || !index || one.incidents.length || !one.isWhole),
  )
  /** What of the opened months is not known, whyever; the time to come is none of it. */
  const gaps = computed(() => {
    const past = span.value && overlap(span.value, { start: recordsSince.value ?? -Infinity, end: clock.now.value })
    return past ? spanWithout(past, archive.observed) : []
  })
  /** Why something is missing on the whole page. */
  const failures = computed(() => {
    const whole = store.failures.filter(({ span: window }) => window === null)
    const ofIncidents = whole.find(({ part }) => part === 'incidents')
    const { invalidCount } = archive
    const counted = ofIncidents && { ...ofIncidents, invalidCount: ofIncidents.invalidCount + invalidCount }
    const droppedOnly = { part: 'incidents' as const, error: null, readAt: null, invalidCount, span: null }
    return [
      ...whole.map(failure => (counted && failure === ofIncidents ? counted : failure)),
      ...wide.value.filter(({ error }) => error !== store.parts.incidents.error).map(windowFailure),
      ...(invalidCount && !ofIncidents ? [droppedOnly] : []),
    ]
  })

  const reading = shallowRef(0)
  /** Reads what is not known yet of the opened months. */
  async function loadShown(): Promise<boolean> {
    if (!span.value) return true
    reading.value++
    const isWhole = await archive.load(span.value)
    reading.value--
    const hasPhases = await store.ensureGenerations(known.value.flatMap(({ incidents }) => incidents))
    return isWhole && hasPhases
  }
  /** Reads what is not known yet of so many months, without showing them. */
  const readMonths = (number: number) => {
    const wanted = monthsBack(newest.value, number, zone.value, oldest.value)
    return archive.load({ start: wanted.at(-1)!.start, end: wanted[0]!.end })
  }
  /** Reads the open months again, and what of the others is not known yet. */
  async function refresh(): Promise<boolean> {
    const answers = await Promise.all([store.refresh(), loadShown()])
    return !answers.includes(false)
  }

  return {
    recordsSince,
    oldestRecorded: oldest,
    present,
    newest,
    next,
    span,
    gaps,
    months: shown,
    listed,
    isFiltered,
    /** All that the filter leaves of what was read, of any time. */
    matching: computed(() => archive.incidents.filter(matches.value)),
    observed: computed(() => archive.observed),
    failures,
    busy: computed(() => store.refreshing || reading.value > 0),
    loadShown,
    readMonths,
    refresh,
  }
}
