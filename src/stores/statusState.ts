import { computed, shallowRef } from 'vue'
import { incidentWindow, type Span } from '@/domain/time/calendar'
import type { Observed } from '@/domain/component/componentHistory'
import type { ImpactType, Severity } from '@/domain/catalog/catalog'
import { listedComponents as withoutRetired, type ServiceComponent } from '@/domain/component/component'
import { componentStates, unresolvedHints, withKnownStates, type ComponentState } from '@/domain/component/componentState'
import { distinctlyNamed, tellingKeys } from '@/domain/component/distinctNames'
import { confirmedStates, doubtedStates, isConfirmed, withConfirmedCounts } from '@/domain/status/confirmed'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'
import { allGoingOn, incidentsAt, lastChangeUntil } from '@/domain/incident/moment'
import { onceEach } from '@/domain/incident/versions'
import { severityScale, type ScaleOptions } from '@/domain/severity/severity'
import { DECIDING_PARTS, STATUS_PARTS, verdict, type StatusPart } from '@/domain/status/verdict'
import { sameValue } from '@/domain/sameValue'
import { earliest } from '@/domain/time/earliest'
import { spansContain, mergedSpans, overlap } from '@/domain/time/spans'
import { hintedIncidents } from './referencedIncidents'
import { partReads, reuseIdentity, type ReadFacts } from './partReads'
import { newestUpdates } from './newestUpdates'
import { phaseGenerations } from './phaseGenerations'
import { readIncidents, type UnreadWindow } from './readIncidents'
import type { Clock } from './clock'
import type { Provider } from './provider'
import { waitForCache } from './offline/waitForCache'
import { statusDoubts, wakeForChanges } from './statusDoubts'
import { statusFailures } from './statusFailures'

/** The state of the store (useStatusStore), for whoever needs one that is nobody else's. Ends with the scope that it is made in. */
export function statusState(provider: Provider, clock: Clock) {
  const { api, config } = provider
  const { parts, read, isOld } = partReads(clock)
  const components = shallowRef<readonly ServiceComponent[]>([])
  const listed = shallowRef<readonly Incident[]>([])
  const severities = shallowRef<readonly Severity[]>([])
  const impactTypes = shallowRef<readonly ImpactType[]>([])
  const phases = phaseGenerations(api, clock)
  const hinted = hintedIncidents(api, clock)
  /** The window that the incidents were asked for, and what of it could be read. */
  const loadedWindow = shallowRef<Span | null>(null)
  const loaded = shallowRef<readonly Span[]>([])
  const unread = shallowRef<readonly UnreadWindow[]>([])
  const refreshing = shallowRef(false)
  const lastRequestedAt = shallowRef<number | null>(null)
  /** Whether what this browser kept is still looked for: until then a failure does not say that nothing is known. */
  const isRecalling = shallowRef(provider.offlineCache !== null)

  const incidents = computed(() => onceEach([...listed.value, ...hinted.incidents.value]))
  const scaleOptions: ScaleOptions = { overrides: config.severities, unknownWeight: config.unknownWeight }
  const scale = computed(() => severityScale(severities.value, scaleOptions))
  /** Those that visitors are shown (domain, listedComponents). All `components` are for names, and for operators. */
  const named = computed(() => distinctlyNamed(components.value, tellingKeys(components.value, config.components)))
  const listedComponents = computed(() => withoutRetired(named.value, config.components.retiredLabel))
  /** Since when nothing has begun or ended: what is true then is true now, and is not computed again for each minute. */
  const settledAt = computed(() => lastChangeUntil(incidents.value, clock.now.value))
  const moment = computed(() => incidentsAt(incidents.value, settledAt.value, scale.value))
  const ongoing = () => allGoingOn(moment.value)
  const isPresentRead = computed(() => parts.incidents.readAt !== null && spansContain(loaded.value, parts.incidents.readAt))
  const doubts = statusDoubts(provider, clock, { components, incidents, settledAt, generations: phases.generations })
  /** As read last, confirmed or not: for whoever tells apart what of it can be relied on. Nobody draws them. */
  const readStates = computed<ReadonlyMap<string, ComponentState>>(before => {
    const known = { incidents: incidents.value, incidentsLoaded: isPresentRead.value, isRecorded: doubts.isRecorded }
    const knowledge = { ...known, generations: phases.generations.value }
    const judged = componentStates(components.value, knowledge, settledAt.value, scale.value)
    const doubted = doubtedStates(judged, components.value, incidents.value, settledAt.value, scale.value)
    return withKnownStates(before, doubted)
  })
  const updates = newestUpdates(api, clock)
  // What operators wrote lies over what a list says (takenRecords); visitors do not load that.
  const overlay = shallowRef<((items: readonly Incident[], askedAt: number) => readonly Incident[]) | null>(null)
  /** What this tab wrote and read back last. */
  const lastTaken = shallowRef<{ readonly incident?: Incident; readonly update?: IncidentUpdate }>({})

  const { missing, missingNow, failures } = statusFailures({
    parts,
    unread,
    isPresentRead,
    hinted: hinted.state,
    phasesError: () => phases.errorOf(incidents.value),
    updates: updates.state,
  })
  /** When the oldest of what decides the verdict was read; null while one of them never was. */
  const confirmedAt = computed(() => earliest([parts.components.readAt, parts.incidents.readAt]))
  const stale = computed(
    () => confirmedAt.value !== null && clock.now.value - confirmedAt.value > config.staleAfterSeconds * 1000,
  )
  /**
   * The time of which the incidents are known: it ends now while their last read is fresh, else when that read was, so that
   * nothing after it is shown as fine (docs/domain.md, "What is observed"); without the parts that could not be read.
   */
  const observed = computed<Observed>(() => {
    const { readAt } = parts.incidents
    if (readAt === null) return []
    const isFresh = clock.now.value - readAt <= config.staleAfterSeconds * 1000
    const until = { start: -Infinity, end: isFresh ? clock.now.value : readAt }
    return mergedSpans(loaded.value.map(span => overlap(span, until)).filter(span => span !== null))
  })
  // Which list of phases is the current one is not kept.
  const isAwaited = (part: StatusPart) =>
    (parts[part].readAt === null || (part === 'phases' && parts[part].isKept)) && (!parts[part].error || isRecalling.value)
  /** Whether the first answers that decide the verdict are still awaited: then nothing is said yet. */
  const loading = computed(() => DECIDING_PARTS.some(isAwaited))
  /** The parts whose first answer is still awaited: they are neither missing nor failed. */
  const awaited = computed(() => STATUS_PARTS.filter(isAwaited))
  const confirmed = computed(() => isConfirmed({ missing: missingNow.value, stale: stale.value }))
  /** What is shown: nothing that is not confirmed is fine. */
  const states = computed(() =>
    confirmedStates(readStates.value, { confirmed: confirmed.value, at: confirmedAt.value, scale: scale.value }),
  )
  const ofListed = (all: ReadonlyMap<string, ComponentState>) =>
    new Map(listedComponents.value.map(({ id }) => [id, all.get(id)!] as const))
  const listedStates = computed<ReadonlyMap<string, ComponentState>>(() => ofListed(states.value))
  const summary = computed(() =>
    withConfirmedCounts(
      verdict({
        states: ofListed(readStates.value),
        ongoing: ongoing(),
        unclear: doubts.unclear.value,
        scale: scale.value,
        missing: missingNow.value,
        stale: stale.value,
      }),
    ),
  )

  wakeForChanges(provider, clock, { incidents, confirmedAt })

  const kept = provider.offlineCache?.(clock).then(answers =>
    answers?.followStatus({
      parts,
      components,
      listed,
      hinted: hinted.incidents,
      severities,
      impactTypes,
      generations: phases.generations,
      newestUpdates: updates.byIncident,
      restoreDetails(kept, readAt) {
        hinted.restore(kept.hinted, readAt)
        updates.restore(kept.updates, readAt)
      },
      loadedWindow,
      loaded,
      unread,
    }),
  )
  void waitForCache(kept).then(() => (isRecalling.value = false))

  let run: AbortController | null = null
  /**
   * Reads what may have changed. Errors are recorded by part, never thrown; a newer refresh replaces one under way.
   * @returns whether everything that was asked answered
   */
  async function refresh({ everything = false } = {}): Promise<boolean> {
    run?.abort()
    const controller = (run = new AbortController())
    const { signal } = controller
    refreshing.value = true
    const began = (lastRequestedAt.value = clock.read())
    const readIfOld = (part: StatusPart, ask: () => Promise<ReadFacts>) =>
      everything || isOld(part) ? read(part, signal, ask) : Promise.resolve(true)
    const window = incidentWindow(clock.read(), config.historyDays, config.maintenancePreviewDays)
    const phasesAnswer = readIfOld('phases', async () => {
      await phases.readCurrent(signal)
      return { invalidCount: 0 }
    })
    phases.after(phasesAnswer)
    const explaining = [
      readIfOld('impactTypes', async () => reuseIdentity(impactTypes, await api.getImpactTypes({ signal }))),
      phasesAnswer,
    ]
    const deciding = [
      read('components', signal, async () => reuseIdentity(components, await api.getComponents({ signal }))),
      read('incidents', signal, async () => {
        const answer = await readIncidents(api, window, { signal, bad: unread.value.map(({ span }) => span) })
        unread.value = answer.unread
        if (!answer.read.length) throw answer.unread[0]!.error
        loadedWindow.value = window
        loaded.value = answer.read
        return reuseIdentity(listed, { ...answer, items: overlay.value?.(answer.items, began) ?? answer.items })
      }),
      readIfOld('severities', async () => {
        const answer = await api.getSeverities({ signal })
        if (!sameValue(answer.items, severities.value)) severities.value = answer.items
        return answer
      }),
    ]
    const succeeded = await Promise.all(deciding)
    if (signal.aborted) return false
    clock.touch()
    // First, since what it finds has phases and updates as well.
    const details = [await hinted.refresh(unresolvedHints(components.value, listed.value), signal)]
    details.push(...(await Promise.all([phases.ensure(incidents.value), updates.refresh(ongoing(), signal)])))
    succeeded.push(...details, ...(await Promise.all(explaining)))
    if (run !== controller) return false
    refreshing.value = false
    return !succeeded.includes(false)
  }

  return {
    parts,
    /** By names that tell them apart (domain, distinctNames). */
    components: named,
    /** As the server tells them: for whoever changes them. */
    sentComponents: components,
    listedComponents,
    incidents,
    /** Those that the window answered, without the ones that only components named. */
    listed,
    severities,
    impactTypes,
    generations: phases.generations,
    currentGeneration: phases.current,
    loadedWindow,
    unread,
    observed,
    refreshing,
    /** When the last refresh began, however it ended, epoch milliseconds; null = there was none. */
    lastRequestedAt,
    newestUpdates: updates.byIncident,
    wantUpdate: updates.want,
    phasesErrorOf: phases.errorOf,
    scaleOptions,
    scale,
    moment,
    readStates,
    unrecorded: doubts.unrecorded,
    unclear: doubts.unclear,
    /** Whether how components are now is confirmed (domain/status/confirmed). */
    confirmed,
    states,
    listedStates,
    missing,
    failures,
    confirmedAt,
    stale,
    loading,
    awaited,
    summary,
    refresh,
    overlay,
    lastTaken,
    restoreUpdates: updates.restore,
    ensureGenerations: phases.ensure,
  }
}
