import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { incidentWindow, type Span } from '@/domain/calendar'
import type { Observed } from '@/domain/componentHistory'
import type { Incident } from '@/domain/incident'
import { inUtcDays, mergedSpans, overlap, spanWithout } from '@/domain/spans'
import type { Clock } from './clock'
import type { Provider } from './provider'
import { readIncidents, type UnreadWindow, type WindowReading } from './readIncidents'
import { useStatusStore } from './statusStore'

/**
 * The incidents of any time, read by windows on demand. What the status store reads (the open months) stays its own and is
 * refreshed there; what lies before is kept for the session (domain.md, "Incidents over time").
 */
export const useIncidentArchive = (provider: Provider, clock: Clock) =>
  defineStore(`archive:${provider.id}`, () => {
    const status = useStatusStore(provider, clock)
    const kept = shallowRef<ReadonlyMap<string, Incident>>(new Map())
    const covered = shallowRef<readonly Span[]>([])
    const failed = shallowRef<readonly UnreadWindow[]>([])
    /** Parts of what failed of which an earlier visit knew all. */
    const keptSpans = computed(() => failed.value.filter(one => one.readAt !== undefined).map(one => one.span))
    /** Entries that the server sent and nobody could read. */
    const dropped = shallowRef(0)
    /** Windows that are being asked for. */
    const awaited = shallowRef<readonly Span[]>([])

    const { historyDays, maintenancePreviewDays } = provider.config
    const statusWindow = () => incidentWindow(clock.read(), historyDays, maintenancePreviewDays)

    /** All that is known; the status store's word is the newer one. */
    const incidents = computed<readonly Incident[]>(() => {
      const now = new Map(status.incidents.map(incident => [incident.id, incident]))
      const before = [...kept.value.values()].filter(incident => !now.has(incident.id) && !isGone(incident))
      return before.length ? [...status.incidents, ...before] : status.incidents
    })
    // What the open window would hold and does not any more was deleted, or moved in time. No window holds what has no times.
    const isGone = ({ beganAt, endedAt }: Incident) =>
      (beganAt ?? endedAt) !== null &&
      status.observed.some(span => overlap(span, { start: beganAt ?? -Infinity, end: endedAt ?? Infinity }) !== null)

    /** The time of which the incidents are known, until now: disjoint spans, ascending. */
    const observed = computed<Observed>(() => mergedSpans([...covered.value, ...keptSpans.value, ...status.observed]))
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
      const answers = await Promise.all(missing.map(part => readIncidents(provider.api, part, { bad })))
      const instead = await lastKnown(answers.flatMap(({ unread: parts }) => parts))
      const found = new Map(kept.value)
      for (const incident of instead.incidents) if (!found.has(incident.id)) found.set(incident.id, incident)
      for (const { items } of answers) for (const incident of items) found.set(incident.id, incident)
      kept.value = found
      dropped.value += answers.reduce((sum, answer) => sum + answer.dropped, 0)
      covered.value = mergedSpans([...covered.value, ...answers.flatMap(({ read }) => read)])
      const old = failed.value.filter(one => !missing.some(part => overlap(part, one.span)))
      failed.value = [...old, ...instead.unread]
      awaited.value = awaited.value.filter(part => !missing.includes(part))
      void keep(answers)
      return answers.every(answer => !answer.unread.length)
    }

    const answersKept = () => provider.lastAnswers?.(clock) ?? Promise.resolve(null)

    /** For the next visit: what was read without any loss. */
    async function keep(answers: readonly WindowReading[]): Promise<void> {
      const readAt = clock.read()
      const windows = answers
        .filter(answer => !answer.dropped)
        .flatMap(({ read, items }) => read.map(span => ({ span, readAt, incidents: items.filter(item => touches(item, span)) })))
      if (windows.length) (await answersKept())?.keepWindows(windows)
    }

    /** What an earlier visit knew of windows that cannot be read now: those parts with its age, the others as they are. */
    async function lastKnown(parts: readonly UnreadWindow[]) {
      const windows = parts.length ? ((await (await answersKept())?.windows()) ?? []) : []
      const incidents = windows.flatMap(window => (parts.some(part => overlap(part.span, window.span)) ? window.incidents : []))
      const unreadParts = parts.flatMap(({ span, error }): UnreadWindow[] => {
        const known: UnreadWindow[] = []
        for (const window of windows) {
          const shared = overlap(span, window.span)
          const fresh = shared
            ? spanWithout(
                shared,
                known.map(one => one.span),
              )
            : []
          known.push(...fresh.map(one => ({ span: one, error, readAt: window.readAt })))
        }
        const rest = spanWithout(
          span,
          known.map(one => one.span),
        )
        return [...known, ...rest.map(one => ({ span: one, error }))]
      })
      return { incidents, unread: unreadParts }
    }

    return { incidents, observed, unread, dropped, awaited, windowsOf, lacks, load }
  })()

const touches = ({ beganAt, endedAt }: Incident, span: Span) =>
  overlap(span, { start: beganAt ?? -Infinity, end: Math.max(endedAt ?? Infinity, (beganAt ?? -Infinity) + 1) }) !== null

export type IncidentArchive = ReturnType<typeof useIncidentArchive>
