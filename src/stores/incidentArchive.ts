import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { incidentWindow, type Span } from '@/domain/time/calendar'
import type { Observed } from '@/domain/component/componentHistory'
import type { Incident } from '@/domain/incident/incident'
import { earliest } from '@/domain/time/earliest'
import { inUtcDays, mergedSpans, overlap, spanWithout, touchesSpan } from '@/domain/time/spans'
import type { CachedWindow } from './offline/cacheSchema'
import type { Clock } from './clock'
import type { Provider } from './provider'
import { readIncidents, type UnreadWindow, type WindowReading } from './readIncidents'
import { useStatusStore } from './statusStore'

/**
 * The incidents of any time, read by windows on demand. What the status store reads (the open months) stays its own and is
 * refreshed there; what lies before is kept for the session (docs/domain.md, "Windows of incidents").
 */
export const useIncidentArchive = (provider: Provider, clock: Clock) =>
  defineStore(`archive:${provider.id}`, () => {
    const status = useStatusStore(provider, clock)
    const kept = shallowRef<ReadonlyMap<string, Incident>>(new Map())
    const covered = shallowRef<readonly Span[]>([])
    const failed = shallowRef<readonly UnreadWindow[]>([])
    /** What an earlier visit read of windows that are being asked for, or failed; the one that was read last first. */
    const earlier = shallowRef<readonly CachedWindow[]>([])
    const earlierSpans = computed(() => failed.value.filter(one => one.readAt !== undefined).map(one => one.span))
    /** Entries that the server sent and nobody could read. */
    const invalidCount = shallowRef(0)
    /** Windows that are being asked for. */
    const awaited = shallowRef<readonly Span[]>([])

    const { historyDays, maintenancePreviewDays } = provider.config
    const statusWindow = () => incidentWindow(clock.read(), historyDays, maintenancePreviewDays)

    /** All that is known; the status store's word is the newer one. */
    const incidents = computed<readonly Incident[]>(() => {
      const now = new Map(status.incidents.map(incident => [incident.id, incident]))
      const before = new Map(incidentsIn(earlier.value, [...awaited.value, ...earlierSpans.value]))
      for (const [id, incident] of kept.value) before.set(id, incident)
      const past = [...before.values()].filter(incident => !now.has(incident.id) && !isGone(incident))
      return past.length ? [...status.incidents, ...past] : status.incidents
    })
    // What the open window would hold and does not any more was deleted, or moved in time. No window holds what has no times.
    const isGone = ({ beganAt, endedAt }: Incident) =>
      (beganAt ?? endedAt) !== null &&
      status.observed.some(span => overlap(span, { start: beganAt ?? -Infinity, end: endedAt ?? Infinity }) !== null)

    /** The time of which the incidents are known, until now: disjoint spans, ascending. */
    const observed = computed<Observed>(() => mergedSpans([...covered.value, ...earlierSpans.value, ...status.observed]))
    /** What could not be read, with the reasons, ascending. */
    const unread = computed<readonly UnreadWindow[]>(() => {
      const { error } = status.parts.incidents
      const own = [...failed.value, ...status.unread]
      // Only where nothing was ever read: what was read before is still shown, with its age.
      const all = error && !status.observed.length && !status.unread.length ? [...own, { span: statusWindow(), error }] : own
      return all.sort((a, b) => a.span.start - b.span.start)
    })

    /** What of a span is asked for here rather than by the status store, without what is known: UTC days, epoch milliseconds. */
    function windowsOf(span: Span, known: readonly Span[] = []): Span[] {
      const wanted = inUtcDays({ start: span.start, end: Math.min(span.end, clock.read()) })
      return spanWithout(wanted, [...known, statusWindow()])
    }

    /** Whether something of a span has still to be asked for here, or is being asked for. */
    const lacks = (span: Span) => windowsOf(span, covered.value).length > 0

    /**
     * Reads what is not known yet of a span before the open window, in whole UTC days. Errors are kept in `unread`, never thrown.
     * @returns whether all of it is known now
     */
    async function load(span: Span): Promise<boolean> {
      const missing = windowsOf(span, [...covered.value, ...awaited.value])
      if (!missing.length) return !lacks(span)
      awaited.value = [...awaited.value, ...missing]
      const bad = failed.value.map(one => one.span)
      const [answers] = await Promise.all([
        Promise.all(missing.map(part => readIncidents(provider.api, part, { bad }))),
        recall(missing),
      ])
      const found = new Map(kept.value)
      for (const { items } of answers) for (const incident of items) found.set(incident.id, incident)
      kept.value = found
      invalidCount.value += answers.reduce((sum, answer) => sum + answer.invalidCount, 0)
      covered.value = mergedSpans([...covered.value, ...answers.flatMap(({ read }) => read)])
      const old = failed.value.filter(one => !missing.some(part => overlap(part, one.span)))
      const unreadNow = answers.flatMap(answer => answer.unread)
      failed.value = [...old, ...unreadNow.flatMap(one => knownEarlier(one, earlier.value))]
      awaited.value = awaited.value.filter(part => !missing.includes(part))
      void keep(answers)
      return answers.every(answer => !answer.unread.length)
    }

    let recalled: Promise<readonly CachedWindow[]> | undefined
    const answersKept = () => provider.offlineCache?.(clock) ?? Promise.resolve(null)

    /** For the next visit: what was read without any loss. */
    async function keep(answers: readonly WindowReading[]): Promise<void> {
      const readAt = clock.read()
      const windows = answers
        .filter(answer => !answer.invalidCount)
        .flatMap(({ read, items }) =>
          read.map(span => ({ span, readAt, incidents: items.filter(item => touchesSpan(item, span)) })),
        )
      if (windows.length) (await answersKept())?.keepWindows(windows)
    }

    /** What an earlier visit knew of these windows is there before the server says anything. */
    async function recall(windows: readonly Span[]): Promise<void> {
      // Once: what this visit reads is newer, and what failed is asked for again every few seconds.
      recalled ??= answersKept().then(answers => answers?.windows() ?? [])
      earlier.value = (await recalled).filter(({ span }) => [...windows, ...earlierSpans.value].some(one => overlap(one, span)))
    }

    /** When the oldest of what is shown of a span, in the place of what is being asked for, was read; null = nothing is. */
    function earlierReadAt(span: Span): number | null {
      const parts = awaited.value.map(one => overlap(one, span)).filter(one => one !== null)
      const shown = earlier.value.filter(window => parts.some(one => overlap(one, window.span)))
      return earliest(shown.map(({ readAt }) => readAt))
    }

    return { incidents, observed, unread, invalidCount, awaited, earlierReadAt, windowsOf, lacks, load }
  })()

/** The incidents of the spans, by id. What a window that was read later would hold and does not was deleted, or moved. */
function incidentsIn(windows: readonly CachedWindow[], spans: readonly Span[]): Map<string, Incident> {
  const found = new Map<string, Incident>()
  windows.forEach(({ incidents }, index) => {
    const later = windows.slice(0, index)
    for (const incident of incidents) {
      const isShown = spans.some(span => touchesSpan(incident, span)) && !later.some(({ span }) => touchesSpan(incident, span))
      if (isShown && !found.has(incident.id)) found.set(incident.id, incident)
    }
  })
  return found
}

/** What could not be read, in parts: those that an earlier visit knew with their age, then the others. */
function knownEarlier({ span, error }: UnreadWindow, windows: readonly CachedWindow[]): UnreadWindow[] {
  let left = [span]
  const known = windows.flatMap(window => {
    const shared = left.map(one => overlap(one, window.span)).filter(one => one !== null)
    left = left.flatMap(one => spanWithout(one, [window.span]))
    return shared.map(one => ({ span: one, error, readAt: window.readAt }))
  })
  return [...known, ...left.map(one => ({ span: one, error }))]
}

export type IncidentArchive = ReturnType<typeof useIncidentArchive>
