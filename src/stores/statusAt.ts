import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import { incidentWindow, recordsStartOf } from '@/domain/calendar'
import { listedComponents as withoutRetired, type ServiceComponent } from '@/domain/component'
import { componentStates, unresolvedHints } from '@/domain/componentState'
import type { Incident, IncidentUpdate } from '@/domain/incident'
import { hasMaintenance, incidentsAt } from '@/domain/moment'
import { holds, mergedSpans, overlap } from '@/domain/spans'
import { incidentsAsOf, updatesUntil } from '@/domain/statusAt'
import { STATUS_PARTS, verdict } from '@/domain/verdict'
import type { Clock } from './clock'
import { MAX_HINTED_INCIDENTS } from './hintedIncidents'
import { useIncidentArchive } from './incidentArchive'
import type { Provider } from './provider'
import { asApiError } from './readIncidents'
import type { PartState, ReadFailure } from './partState'
import { useStatusStore, type StatusView } from './statusStore'

interface ComponentsAnswer {
  readonly at: number
  readonly items: readonly ServiceComponent[]
}

const UNREAD: PartState = { readAt: null, error: null, dropped: 0 }

/**
 * The whole page at a past instant, as today's records tell it (domain.md, "What is true at the instant t"): from the incidents
 * around it, and `GET /components?at=` for what these do not tell. A server that ignores `at` gives hints of another time, which
 * their incidents' own times correct.
 * @param at epoch milliseconds, before now
 * @param zone IANA name, for days on which records begin
 */
export function useStatusAt(provider: Provider, clock: Clock, at: Readonly<Ref<number>>, zone: Readonly<Ref<string>>) {
  const { api, config } = provider
  const status = useStatusStore(provider, clock)
  const archive = useIncidentArchive(provider, clock)
  const answer = shallowRef<ComponentsAnswer | null>(null)
  const part = shallowRef<PartState>(UNREAD)
  const hinted = shallowRef<readonly Incident[]>([])
  const updates = shallowRef<ReadonlyMap<string, readonly IncidentUpdate[] | null>>(new Map())
  const asking = shallowRef(false)

  const window = computed(() => incidentWindow(at.value, config.historyDays, config.maintenancePreviewDays))
  const components = computed<readonly ServiceComponent[]>(() => {
    if (answer.value?.at === at.value) return answer.value.items
    // Names and labels are today's anyway; the hints of another instant are not those of this one.
    const known = answer.value?.items ?? (part.value.error ? status.components : [])
    return known.map(component => ({ ...component, hints: [] }))
  })
  const listedComponents = computed(() => withoutRetired(components.value, config.components.retiredLabel))
  const known = computed(() => [
    ...new Map([...hinted.value, ...archive.incidents].map(incident => [incident.id, incident])).values(),
  ])
  const incidents = computed(() => incidentsAsOf(known.value, at.value))
  const isKnown = computed(() => holds(archive.observed, at.value))
  const states = computed(() => {
    const isRecorded = (component: ServiceComponent) => {
      const start = recordsStartOf(component, config, zone.value)
      return start === null || start <= at.value
    }
    // All of them: a hint on what had not begun yet is judged by that, and is no riddle.
    const knowledge = { incidents: known.value, incidentsLoaded: isKnown.value, isRecorded }
    return componentStates(components.value, knowledge, at.value, status.scale)
  })
  const moment = computed(() => incidentsAt(incidents.value, at.value, status.scale))
  const ongoing = computed(() => [...new Set([...moment.value.ongoing, ...moment.value.inProgress])])
  const observed = computed(() => {
    const until = { start: -Infinity, end: at.value }
    return mergedSpans(archive.observed.map(span => overlap(span, until)).filter(span => span !== null))
  })

  const unread = computed(() => archive.unread.filter(({ span }) => overlap(span, { ...window.value, end: at.value + 1 })))
  const failures = computed<ReadFailure[]>(() => [
    ...status.failures.filter(failure => ['severities', 'phases', 'impactTypes'].includes(failure.part)),
    ...(part.value.error || part.value.dropped ? [{ part: 'components' as const, ...part.value, span: null }] : []),
    ...unread.value.map(({ span, error, readAt = null }) => ({ part: 'incidents' as const, error, readAt, dropped: 0, span })),
  ])
  const isAwaited = computed(
    () => !isKnown.value && archive.awaited.some(span => overlap(span, { start: at.value, end: at.value + 1 })),
  )
  const loading = computed(() => status.loading || (!components.value.length && asking.value) || isAwaited.value)
  const summary = computed(() => {
    const failed = new Set(failures.value.map(one => one.part))
    const missing = STATUS_PARTS.filter(one => (one === 'incidents' ? !isKnown.value : failed.has(one)))
    const listed = listedComponents.value.map(({ id }) => [id, states.value.get(id)!] as const)
    return verdict({ states: new Map(listed), ongoing: ongoing.value, scale: status.scale, missing, stale: false })
  })
  const newestUpdates = computed(() => {
    const newest = new Map<string, IncidentUpdate | null>()
    for (const [id, list] of updates.value) {
      const last = list && updatesUntil(list, at.value).at(-1)
      if (last !== undefined) newest.set(id, last)
    }
    return newest
  })
  const shownIncidents = computed(() =>
    incidents.value.map(incident => {
      const list = updates.value.get(incident.id)
      return list ? { ...incident, updateOrders: updatesUntil(list, at.value).map(({ order }) => order) } : incident
    }),
  )
  const shownMoment = computed(() => {
    const shown = incidentsAt(shownIncidents.value, at.value, status.scale)
    return { ...shown, upcoming: shown.upcoming.filter(hasMaintenance) }
  })

  let run: AbortController | null = null
  // Of this run: what could not be had is asked for again with the next one.
  let asked = new Set<string>()
  /** Those of the ids that this run has not asked for yet, some at a time. */
  function taken(what: string, ids: readonly string[]): string[] {
    const wanted = ids.filter(id => !asked.has(`${what} ${id}`)).slice(0, MAX_HINTED_INCIDENTS)
    for (const id of wanted) asked.add(`${what} ${id}`)
    return wanted
  }
  /**
   * Reads what the instant needs and nobody has read yet. Errors are told in `failures`, never thrown.
   * @returns whether everything that was asked answered
   */
  async function load(): Promise<boolean> {
    run?.abort()
    const { signal } = (run = new AbortController())
    asked = new Set()
    asking.value = true
    const [isComplete, hasComponents] = await Promise.all([archive.load(window.value), readComponents(signal)])
    if (signal.aborted) return false
    asking.value = false
    await readDetails(signal)
    return isComplete && hasComponents
  }

  async function readComponents(signal: AbortSignal): Promise<boolean> {
    const wanted = at.value
    try {
      const { items, dropped } = await api.getComponents({ at: wanted, signal })
      if (signal.aborted) return false
      answer.value = { at: wanted, items }
      part.value = { readAt: clock.read(), error: null, dropped }
      return true
    } catch (error) {
      if (!signal.aborted) part.value = { ...part.value, error: asApiError(error) }
      return false
    }
  }

  // Whoever waits for one reading of them waits for all that are under way.
  let details: Promise<unknown> = Promise.resolve()
  const readDetails = (signal: AbortSignal) => (details = Promise.all([details, readHinted(signal), readUpdates(signal)]))

  async function readHinted(signal: AbortSignal): Promise<void> {
    const ids = taken('incident', unresolvedHints(components.value, known.value))
    const found = await Promise.all(ids.map(id => api.getIncident(id, { signal }).catch(() => null)))
    const read = found.filter(incident => incident !== null)
    if (!signal.aborted && read.length) hinted.value = [...hinted.value, ...read]
  }

  async function readUpdates(signal: AbortSignal): Promise<void> {
    const wanted = ongoing.value.filter(({ id, updateOrders }) => updateOrders.length && !updates.value.get(id))
    const ids = taken(
      'updates of',
      wanted.map(({ id }) => id),
    )
    const read = await Promise.all(
      ids.map(async id => {
        const list = await api.getUpdates(id, { signal }).then(
          ({ items }) => items,
          () => null,
        )
        return [id, list] as const
      }),
    )
    if (!signal.aborted && read.length) updates.value = new Map([...updates.value, ...read])
  }

  watch(at, () => void load())
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
        dropped: 0,
      },
    })),
    components,
    listedComponents,
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
    asOf: null,
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
