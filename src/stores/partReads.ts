import { shallowReactive } from 'vue'
import { withKnown } from '@/domain/sameValue'
import type { ParsedList } from '@/domain/status/parsedList'
import { STATUS_PARTS, type StatusPart } from '@/domain/status/verdict'
import type { Clock } from './clock'
import { UNREAD, type QueryState } from './queryState'
import { asApiError } from './readIncidents'

// Severities, phases and impact types hardly ever change: a poll asks for them only now and then.
const CATALOG_AGE_MS = 15 * 60_000

/** What is kept of a reading beside what it says. */
export type ReadFacts = Pick<ParsedList<unknown>, 'invalidCount' | 'ageMs'>

/** How the last read of each part went. */
export function partReads(clock: Pick<Clock, 'read'>) {
  const parts = shallowReactive(Object.fromEntries(STATUS_PARTS.map(part => [part, UNREAD])) as Record<StatusPart, QueryState>)

  /** Errors are recorded, never thrown. @returns whether it answered */
  async function read(part: StatusPart, signal: AbortSignal, ask: () => Promise<ReadFacts>): Promise<boolean> {
    try {
      const { invalidCount, ageMs = 0 } = await ask()
      if (!signal.aborted) parts[part] = { readAt: clock.read() - ageMs, error: null, invalidCount }
      return true
    } catch (error) {
      if (!signal.aborted) parts[part] = { ...parts[part], error: asApiError(error) }
      return false
    }
  }

  /** Whether a part of the catalog is to be asked for again. */
  function isOld(part: StatusPart): boolean {
    const { readAt, error, isKept } = parts[part]
    return error !== null || readAt === null || isKept === true || clock.read() - readAt > CATALOG_AGE_MS
  }

  return { parts, read, isOld }
}

/** Takes over what an answer says anew; what says the same as before stays, so that a refresh that changed nothing renders nothing. */
export function reuseIdentity<T extends { readonly id: string }>(
  target: { value: readonly T[] },
  reading: ParsedList<T>,
): ReadFacts {
  target.value = withKnown(target.value, reading.items)
  return reading
}
