import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef, watchEffect } from 'vue'
import { ApiError } from '@/domain/apiError'
import { incidentWindow, type Span } from '@/domain/calendar'
import type { ImpactType, PhaseList, Severity } from '@/domain/catalog'
import { listedComponents as withoutRetired, type ServiceComponent } from '@/domain/component'
import { componentStates, unresolvedHints } from '@/domain/componentState'
import type { Incident } from '@/domain/incident'
import { incidentsAt, nextChangeAfter } from '@/domain/moment'
import { missingGenerations } from '@/domain/phase'
import { severityScale, type ScaleOptions } from '@/domain/severity'
import { STATUS_PARTS, verdict, type StatusPart } from '@/domain/verdict'
import { newestUpdates } from '@/stores/newestUpdates'
import type { Clock } from '@/stores/clock'
import type { Provider } from '@/stores/provider'

/** How the last read of a part went. A failed read keeps the value of the one before, with its age. */
export interface PartState {
  /** When the value that is shown was read, epoch milliseconds; null = never. */
  readonly readAt: number | null
  /** Why the last read failed; null = it did not. */
  readonly error: ApiError | null
  /** Entries that the server sent and nobody could read. */
  readonly dropped: number
}

// What the verdict is made of. Names of phases and of impact types only explain it: nobody waits for them.
const DECIDING_PARTS = ['components', 'incidents', 'severities'] as const satisfies readonly StatusPart[]
const UNREAD: PartState = { readAt: null, error: null, dropped: 0 }
// More would turn a server's odd answer into a flood of requests; what is left stays unknown.
const MAX_HINTED_INCIDENTS = 20
const MAX_GENERATIONS = 20
// Severities, phases and impact types hardly ever change: a poll asks for them only now and then.
const CATALOG_AGE_MS = 15 * 60_000

/** Everything that the public page knows about one provider, and how fresh it is. */
export const useStatusStore = (provider: Provider, clock: Clock) =>
  defineStore(`status:${provider.id}`, () => {
    const { api, config } = provider
    const parts = shallowReactive(Object.fromEntries(STATUS_PARTS.map(part => [part, UNREAD])) as Record<StatusPart, PartState>)
    const components = shallowRef<readonly ServiceComponent[]>([])
    const listed = shallowRef<readonly Incident[]>([])
    const hinted = shallowRef<readonly Incident[]>([])
    const severities = shallowRef<readonly Severity[]>([])
    const impactTypes = shallowRef<readonly ImpactType[]>([])
    const generations = shallowRef<ReadonlyMap<number, PhaseList>>(new Map())
    const currentGeneration = shallowRef<number | null>(null)
    const loadedWindow = shallowRef<Span | null>(null)
    const refreshing = shallowRef(false)

    const incidents = computed(() => {
      const ids = new Set(listed.value.map(({ id }) => id))
      return [...listed.value, ...hinted.value.filter(({ id }) => !ids.has(id))]
    })
    const scaleOptions: ScaleOptions = { overrides: config.severities, unknownWeight: config.unknownWeight }
    const scale = computed(() => severityScale(severities.value, scaleOptions))
    /** Those that visitors are shown (domain, listedComponents). All `components` are for names, and for operators. */
    const listedComponents = computed(() => withoutRetired(components.value, config.components.retiredLabel))
    const moment = computed(() => incidentsAt(incidents.value, clock.now.value, scale.value))
    const states = computed(() =>
      componentStates(
        components.value,
        { incidents: incidents.value, incidentsLoaded: parts.incidents.readAt !== null },
        clock.now.value,
        scale.value,
      ),
    )
    const listedStates = computed(() => new Map(listedComponents.value.map(({ id }) => [id, states.value.get(id)!] as const)))
    const updates = newestUpdates(provider.api)

    /** The parts that are missing, that the last refresh could not confirm, or of which something could not be read. */
    const missing = computed(() => STATUS_PARTS.filter(part => parts[part].error || parts[part].dropped))
    /** When the oldest of what decides the verdict was read; null while one of them never was. */
    const asOf = computed(() => {
      const instants = [parts.components.readAt, parts.incidents.readAt]
      return instants.includes(null) ? null : Math.min(...(instants as number[]))
    })
    const stale = computed(() => asOf.value !== null && clock.now.value - asOf.value > config.staleAfterSeconds * 1000)
    /**
     * The time of which the incidents are known: it ends now while their last read is fresh, else when that read was, so that
     * nothing after it is shown as fine (domain.md, "observed = loaded"). null = nothing was read yet.
     */
    const observed = computed<Span | null>(() => {
      const { readAt } = parts.incidents
      if (!loadedWindow.value || readAt === null) return null
      const isFresh = clock.now.value - readAt <= config.staleAfterSeconds * 1000
      return { start: loadedWindow.value.start, end: isFresh ? clock.now.value : readAt }
    })
    const isAwaited = (part: StatusPart) => parts[part].readAt === null && !parts[part].error
    /** Whether the first answers that decide the verdict are still awaited: then nothing is said yet. */
    const loading = computed(() => DECIDING_PARTS.some(isAwaited))
    /** The parts whose first answer is still awaited: they are neither missing nor failed. */
    const awaited = computed(() => STATUS_PARTS.filter(isAwaited))
    const summary = computed(() =>
      verdict({
        states: listedStates.value,
        ongoing: [...new Set([...moment.value.ongoing, ...moment.value.inProgress])],
        scale: scale.value,
        missing: missing.value,
        stale: stale.value,
      }),
    )

    watchEffect(() => clock.wakeAt(nextChangeAfter(incidents.value, clock.now.value)))

    let run: AbortController | null = null
    // Settles when the current phases are read or could not be: until then no list counts as missing.
    let phasesAnswer: Promise<unknown> = Promise.resolve()
    const askedGenerations = new Map<number, Promise<void>>()
    // Lists are immutable: what does not exist, or is another list than the one that was asked for, stays so.
    const refusedGenerations = new Set<number>()
    /**
     * Reads what may have changed. Errors are recorded by part, never thrown; a newer refresh replaces one under way.
     * @returns whether everything that was asked answered
     */
    async function refresh({ everything = false } = {}): Promise<boolean> {
      run?.abort()
      const controller = (run = new AbortController())
      const { signal } = controller
      refreshing.value = true
      const isOld = (part: StatusPart) => {
        const { readAt, error } = parts[part]
        return everything || error !== null || readAt === null || clock.read() - readAt > CATALOG_AGE_MS
      }
      const readIfOld = (part: StatusPart, ask: () => Promise<number>) =>
        isOld(part) ? read(part, signal, ask) : Promise.resolve(true)
      const window = incidentWindow(clock.read(), config.historyDays, config.maintenancePreviewDays)
      const phases = readIfOld('phases', async () => {
        const list = await api.getPhases(undefined, { signal })
        currentGeneration.value = list.generation
        addGeneration(list)
        return 0
      })
      phasesAnswer = phases
      const explaining = [readIfOld('impactTypes', async () => keep(impactTypes, await api.getImpactTypes({ signal }))), phases]
      const deciding = [
        read('components', signal, async () => keep(components, await api.getComponents({ signal }))),
        read('incidents', signal, async () => {
          const answer = await api.getIncidents({ ...window, signal })
          loadedWindow.value = window
          return keep(listed, answer)
        }),
        readIfOld('severities', async () => keep(severities, await api.getSeverities({ signal }))),
      ]
      const succeeded = await Promise.all(deciding)
      if (signal.aborted) return false
      clock.touch()
      // First, since what it finds has phases and updates as well.
      await readHinted(signal)
      await Promise.all([ensureGenerations(incidents.value), updates.refresh(ongoing(), signal)])
      succeeded.push(...(await Promise.all(explaining)))
      if (run !== controller) return false
      refreshing.value = false
      const complete = !succeeded.includes(false)
      return complete
    }

    async function read(part: StatusPart, signal: AbortSignal, ask: () => Promise<number>): Promise<boolean> {
      try {
        const dropped = await ask()
        if (!signal.aborted) parts[part] = { readAt: clock.read(), error: null, dropped }
        return true
      } catch (error) {
        if (!signal.aborted) parts[part] = { ...parts[part], error: asApiError(error) }
        return false
      }
    }

    const ongoing = () => [...new Set([...moment.value.ongoing, ...moment.value.inProgress])]

    async function readHinted(signal: AbortSignal) {
      const ids = unresolvedHints(components.value, listed.value).slice(0, MAX_HINTED_INCIDENTS)
      const found = await Promise.all(ids.map(id => api.getIncident(id, { signal }).catch(() => null)))
      if (!signal.aborted) keep(hinted, { items: found.filter(incident => incident !== null), dropped: 0 })
    }

    /**
     * Reads the phases of the generations that incidents refer to, be they in the window of this store or not, each once (they
     * are immutable). One that cannot be read shows as "unknown phase"; it is asked for again with the next call, unless the
     * server refused it. Never throws.
     */
    async function ensureGenerations(referring: readonly Incident[]): Promise<void> {
      await phasesAnswer
      const ask = async (generation: number) => {
        try {
          const list = await api.getPhases(generation)
          addGeneration(list)
          if (list.generation !== generation) refusedGenerations.add(generation)
        } catch (error) {
          const { kind } = asApiError(error)
          if (kind === 'notFound' || kind === 'rejected') refusedGenerations.add(generation)
        } finally {
          askedGenerations.delete(generation)
        }
      }
      const wanted = missingGenerations(referring, generations.value).filter(generation => !refusedGenerations.has(generation))
      await Promise.all(
        wanted.slice(0, MAX_GENERATIONS).map(generation => {
          const answer = askedGenerations.get(generation) ?? ask(generation)
          askedGenerations.set(generation, answer)
          return answer
        }),
      )
    }

    function addGeneration(list: PhaseList) {
      generations.value = new Map(generations.value).set(list.generation, list)
    }

    return {
      parts,
      components,
      listedComponents,
      incidents,
      severities,
      impactTypes,
      generations,
      currentGeneration,
      loadedWindow,
      observed,
      refreshing,
      newestUpdates: updates.byIncident,
      scaleOptions,
      scale,
      moment,
      states,
      listedStates,
      missing,
      asOf,
      stale,
      loading,
      awaited,
      summary,
      refresh,
      ensureGenerations,
    }
  })()

export type StatusStore = ReturnType<typeof useStatusStore>

/** Takes an answer over unless it says the same as before, so that a refresh that changed nothing renders nothing. */
function keep<T>(target: { value: readonly T[] }, { items, dropped }: { items: readonly T[]; dropped: number }): number {
  if (JSON.stringify(items) !== JSON.stringify(target.value)) target.value = items
  return dropped
}

/** A defect of ours must not read as "all is well": whatever is no ApiError counts as an answer that nobody could read. */
function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('malformed', { method: 'GET', path: '' }, { cause: error })
}
