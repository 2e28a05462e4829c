import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import { incidentWindow, recordsStartOf, unrecordedAt } from '@/domain/time/calendar'
import { listedComponents as withoutRetired, withoutHints, type ServiceComponent } from '@/domain/component/component'
import { componentStates, unresolvedHints } from '@/domain/component/componentState'
import { distinctlyNamed, tellingKeys } from '@/domain/component/distinctNames'
import { confirmedStates, isConfirmed, withConfirmedCounts } from '@/domain/status/confirmed'
import type { IncidentUpdate } from '@/domain/incident/incident'
import { allGoingOn, hasMaintenance, incidentsAt } from '@/domain/incident/moment'
import { unclearAt } from '@/domain/incident/oddTimes'
import { spansContain, mergedSpans, overlap } from '@/domain/time/spans'
import { incidentsAsOf, updatesUntil } from '@/domain/status/statusAt'
import { STATUS_PARTS, verdict } from '@/domain/status/verdict'
import type { Clock } from './clock'
import { detailsAt } from './detailsAt'
import { useIncidentArchive } from './incidentArchive'
import type { Provider } from './provider'
import { recordsBy } from './recordsBy'
import { asApiError } from './readIncidents'
import { UNREAD, windowFailure, type QueryState, type ReadFailure } from './queryState'
import { useStatusStore, type StatusView } from './statusStore'

interface ComponentsAnswer {
  readonly at: number
  readonly items: readonly ServiceComponent[]
}

/**
 * The whole page at a past instant, as today's records tell it (docs/domain.md, "Status at a past instant"): from the
 * incidents around it, and `GET /components?at=` for what these do not tell. A server that ignores `at` gives hints of another time,
 * which their incidents' own times correct.
 * @param at epoch milliseconds, before now
 * @param zone IANA name, for days on which records begin
 */
export function useStatusAt(provider: Provider, clock: Clock, at: Readonly<Ref<number>>, zone: Readonly<Ref<string>>) {
  const { api, config } = provider
  const status = useStatusStore(provider, clock)
  const archive = useIncidentArchive(provider, clock)
  const answer = shallowRef<ComponentsAnswer | null>(null)
  const part = shallowRef<QueryState>(UNREAD)
  const details = detailsAt(api)
  const asking = shallowRef(false)

  const window = computed(() => incidentWindow(at.value, config.historyDays, config.maintenancePreviewDays))
  const named = (all: readonly ServiceComponent[]) => distinctlyNamed(all, tellingKeys(all, config.components))
  const components = computed<readonly ServiceComponent[]>(() => {
    if (answer.value?.at === at.value) return named(answer.value.items)
    // Names and labels are today's anyway; the hints of another instant are not those of this one.
    const known = answer.value?.items ?? (part.value.error ? status.sentComponents : [])
    return named(known).map(withoutHints)
  })
  const listedComponents = computed(() => withoutRetired(components.value, config.components.retiredLabel))
  const known = computed(() => [
    ...new Map([...details.incidents.value, ...archive.incidents].map(incident => [incident.id, incident])).values(),
  ])
  const incidents = computed(() => incidentsAsOf(known.value, at.value))
  const isKnown = computed(() => spansContain(archive.observed, at.value))
  /** Whether anything was on record by then, where the configuration does not say since when; null = not known yet. */
  const records = recordsBy(api)
  const recorded = computed(() => (config.recordsSince === null ? records.isRecorded(at.value, known.value) : true))
  /** The ids of components that were not on record by then. */
  const unrecorded = computed<ReadonlySet<string>>(() =>
    recorded.value === false
      ? new Set(components.value.filter(one => recordsStartOf(one, config, zone.value) === null).map(({ id }) => id))
      : unrecordedAt(components.value, config, zone.value, at.value),
  )
  const readStates = computed(() => {
    const isRecorded = ({ id }: ServiceComponent) => recorded.value === true && !unrecorded.value.has(id)
    // All of them: a hint on what had not begun yet is judged by that, and is no riddle.
    const generations = status.generations
    const knowledge = { incidents: known.value, incidentsLoaded: isKnown.value, isRecorded, generations }
    return componentStates(components.value, knowledge, at.value, status.scale)
  })
  const moment = computed(() => incidentsAt(incidents.value, at.value, status.scale))
  const ongoing = computed(() => allGoingOn(moment.value))
  const observed = computed(() => {
    if (recorded.value === false) return []
    const until = { start: -Infinity, end: at.value }
    return mergedSpans(archive.observed.map(span => overlap(span, until)).filter(span => span !== null))
  })

  const unread = computed(() => archive.unread.filter(({ span }) => overlap(span, { ...window.value, end: at.value + 1 })))
  /** What components name and nobody could read, where the incidents of the instant are known, and updates of what was going on. */
  const detailFailures = computed(() => {
    const hints = isKnown.value ? unresolvedHints(components.value, known.value) : []
    const ids = ongoing.value.map(({ id }) => id)
    const told: ReadFailure[] = [
      { part: 'incidents', ...UNREAD, error: details.errorOf('incident', hints), span: null },
      { part: 'updates', ...UNREAD, error: details.errorOf('updates', ids), span: null },
    ]
    return told.filter(({ error }) => error)
  })
  /** Entries of incidents that nobody can read may have affected anything at any time. */
  const invalidCount = computed(() => status.parts.incidents.invalidCount + archive.invalidCount)
  const failures = computed<ReadFailure[]>(() => [
    ...status.failures.filter(failure => ['severities', 'phases', 'impactTypes'].includes(failure.part)),
    ...(part.value.error || part.value.invalidCount ? [{ part: 'components' as const, ...part.value, span: null }] : []),
    ...(invalidCount.value ? [{ part: 'incidents' as const, ...UNREAD, invalidCount: invalidCount.value, span: null }] : []),
    ...unread.value.map(windowFailure),
    ...(records.error.value ? [{ part: 'incidents' as const, ...UNREAD, error: records.error.value, span: null }] : []),
    ...detailFailures.value,
  ])
  const isAwaited = computed(
    () => !isKnown.value && archive.awaited.some(span => overlap(span, { start: at.value, end: at.value + 1 })),
  )
  // What failed once is unknown until it is there: with each new try the page would go back to saying nothing.
  const isAsking = computed(() => asking.value && part.value.error === null && records.error.value === null)
  const loading = computed(
    () =>
      status.loading ||
      ((!components.value.length || recorded.value === null) && isAsking.value) ||
      (isAwaited.value && !unread.value.length),
  )
  const missing = computed(() => {
    const failed = new Set(failures.value.map(one => one.part))
    return STATUS_PARTS.filter(one => (one === 'incidents' ? !isKnown.value || invalidCount.value > 0 : failed.has(one)))
  })
  const confirmed = computed(() => isConfirmed({ missing: missing.value, stale: false }))
  const states = computed(() => confirmedStates(readStates.value, { confirmed: confirmed.value, at: null, scale: status.scale }))
  const unclear = computed(() => unclearAt(known.value, at.value, status.generations))
  const summary = computed(() => {
    const listed = new Map(listedComponents.value.map(({ id }) => [id, readStates.value.get(id)!] as const))
    const facts = {
      states: listed,
      ongoing: ongoing.value,
      unclear: unclear.value,
      scale: status.scale,
      missing: missing.value,
      stale: false,
    }
    return withConfirmedCounts(verdict(facts))
  })
  const newestUpdates = computed(() => {
    const newest = new Map<string, IncidentUpdate | null>()
    for (const [id, list] of details.updates.value) {
      const last = list && updatesUntil(list, at.value).at(-1)
      if (last !== undefined) newest.set(id, last)
    }
    return newest
  })
  const shownIncidents = computed(() =>
    incidents.value.map(incident => {
      const list = details.updates.value.get(incident.id)
      return list ? { ...incident, updateOrders: updatesUntil(list, at.value).map(({ order }) => order) } : incident
    }),
  )
  const shownMoment = computed(() => {
    const shown = incidentsAt(shownIncidents.value, at.value, status.scale)
    return { ...shown, upcoming: shown.upcoming.filter(hasMaintenance) }
  })

  let run: AbortController | null = null
  /**
   * Reads what the instant needs and nobody has read yet. Errors are told in `failures`, never thrown.
   * @returns whether there is no reason to come back sooner than usual: what does not exist will not exist in a minute
   */
  async function load(): Promise<boolean> {
    run?.abort()
    const { signal } = (run = new AbortController())
    details.begin()
    asking.value = true
    const reads = [archive.load(window.value), readComponents(signal), statusRead()] as const
    const [isComplete, hasComponents] = await Promise.all(reads)
    if (signal.aborted) return false
    // Only what is known to be empty raises the question whether there is anything at all.
    const hasRecords = config.recordsSince !== null || !isKnown.value || (await records.ensure(at.value, known.value, signal))
    if (signal.aborted) return false
    asking.value = false
    await readDetails(signal)
    const hasDetails = detailFailures.value.every(({ error }) => error?.kind === 'notFound')
    return !signal.aborted && isComplete && hasComponents && hasRecords && hasDetails
  }

  /** The open months are the status store's to read: what it brings may want details. */
  async function statusRead(): Promise<void> {
    if (status.refreshing) await new Promise(done => watch(() => status.refreshing, done, { once: true }))
  }

  async function readComponents(signal: AbortSignal): Promise<boolean> {
    const wanted = at.value
    try {
      const { items, invalidCount, ageMs = 0 } = await api.getComponents({ at: wanted, signal })
      if (signal.aborted) return false
      answer.value = { at: wanted, items }
      part.value = { readAt: clock.read() - ageMs, error: null, invalidCount }
      return true
    } catch (error) {
      if (!signal.aborted) part.value = { ...part.value, error: asApiError(error) }
      return false
    }
  }

  // Whoever waits for one reading of them waits for all that are under way.
  let reading: Promise<unknown> = Promise.resolve()
  function readDetails(signal: AbortSignal) {
    const hints = unresolvedHints(components.value, known.value)
    const own = [details.readIncidents(hints, signal), details.readUpdates(ongoing.value, signal)]
    return (reading = Promise.all([reading, ...own]))
  }

  // What the status store reads comes when it comes, and may want details as well.
  watch([known, components], () => run && !run.signal.aborted && void readDetails(run.signal))

  const view: StatusView = reactive({
    parts: computed(() => ({
      ...status.parts,
      // Today's list serves where that of the instant cannot be had.
      components: { ...part.value, readAt: part.value.readAt ?? (part.value.error && status.parts.components.readAt) },
      incidents: {
        readAt: archive.observed.length ? (status.parts.incidents.readAt ?? clock.read()) : null,
        error: unread.value[0]?.error ?? null,
        invalidCount: invalidCount.value,
      },
    })),
    components,
    listedComponents,
    unrecorded,
    unclear,
    confirmed,
    states,
    listedStates: computed(() => new Map(listedComponents.value.map(({ id }) => [id, states.value.get(id)!] as const))),
    incidents: shownIncidents,
    scale: computed(() => status.scale),
    generations: null,
    moment: shownMoment,
    observed,
    summary,
    newestUpdates,
    failures,
    confirmedAt: null,
    loading,
    awaited: computed(() => status.awaited.filter(one => one !== 'components' && one !== 'incidents')),
    refreshing: computed(() => asking.value || status.refreshing),
    refresh: async () => {
      const results = await Promise.all([status.refresh(), load()])
      return !results.includes(false)
    },
  })
  return { view, window, load }
}
