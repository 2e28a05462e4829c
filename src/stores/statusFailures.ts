import { computed, type ComputedRef, type Ref } from 'vue'
import type { ApiError } from '@/domain/apiError'
import { STATUS_PARTS, type StatusPart } from '@/domain/status/verdict'
import { sameItems } from '@/domain/sameValue'
import type { KeyedQueryState } from './keyedQueries'
import { windowFailure, type QueryState, type ReadFailure } from './queryState'
import type { UnreadWindow } from './readIncidents'

/** How the last reads of a status went. */
interface StatusReads {
  readonly parts: Readonly<Record<StatusPart, QueryState>>
  /** The windows of incidents that could not be read. */
  readonly unread: Readonly<Ref<readonly UnreadWindow[]>>
  /** Whether incidents were read for a time that holds the instant of their read. */
  readonly isPresentRead: Readonly<Ref<boolean>>
  /** The incidents that only components name. */
  readonly hinted: Readonly<Ref<KeyedQueryState>>
  /** Why phases that incidents refer to could not be read; null = they could. */
  readonly phasesError: () => ApiError | null
  readonly updates: Readonly<Ref<KeyedQueryState>>
}

/** What is missing of a status, and why. Instants in epoch milliseconds. */
export function statusFailures({ parts, unread, isPresentRead, hinted, phasesError, updates }: StatusReads) {
  /** Whether what a component names is judged by an older answer. Without any, that component is unknown, and says why. */
  const isHintOld = computed(() => hinted.value.readAt !== null)
  /** The parts that are missing, that the last refresh could not confirm, or of which something could not be read. */
  const missing = computedItems(() =>
    STATUS_PARTS.filter(
      part => parts[part].error || parts[part].invalidCount || (part === 'incidents' && (unread.value.length || isHintOld.value)),
    ),
  )
  /** The same for now: a gap in the past is told, but what is going on now stands in every window that holds now. */
  const missingNow = computedItems(() =>
    missing.value.filter(
      part => part !== 'incidents' || !isPresentRead.value || parts[part].error || parts[part].invalidCount || isHintOld.value,
    ),
  )
  /** What is asked for one by one and could not be read, unless its list could not be either. */
  const detailFailures = computed(() => {
    const details: ReadFailure[] = [
      { part: 'incidents', ...hinted.value, invalidCount: 0, span: null },
      { part: 'phases', error: phasesError(), readAt: null, invalidCount: 0, span: null },
      { part: 'updates', ...updates.value, invalidCount: 0, span: null },
    ]
    return details.filter(({ part, error }) => error && !(part !== 'updates' && parts[part].error))
  })
  /** Everything with its reason; of incidents, each window that could not be read. */
  const failures = computed(() => [
    ...missing.value.flatMap((part): ReadFailure[] => {
      const whole = { part, ...parts[part], span: null }
      if (part !== 'incidents' || whole.error) return [whole]
      const windows = unread.value.map(windowFailure)
      return whole.invalidCount ? [whole, ...windows] : windows
    }),
    ...detailFailures.value,
  ])
  return { missing, missingNow, failures }
}

/** A list that stays the same one while it holds the same: ages of parts change with each poll, and what is missing seldom does. */
function computedItems<T>(make: () => readonly T[]): ComputedRef<readonly T[]> {
  return computed<readonly T[]>(before => {
    const now = make()
    return before && sameItems(before, now) ? before : now
  })
}
