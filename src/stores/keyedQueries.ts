import { shallowRef } from 'vue'
import type { ApiError } from '@/domain/apiError'
import { earliest } from '@/domain/time/earliest'
import type { Clock } from './clock'
import { asApiError } from './readIncidents'

/** How the reads of one kind went the last time. */
export interface KeyedQueryState {
  /** Why one of those that failed did, rather than that it does not exist; null = none did. */
  readonly error: ApiError | null
  /** The age of the oldest of what is shown instead, epoch milliseconds; null = for one of them there is nothing to show. */
  readonly readAt: number | null
}

interface Known<T> {
  readonly value: T
  readonly readAt: number
}

const FINE: KeyedQueryState = { error: null, readAt: null }

/**
 * Things of one kind that are asked for one by one, each by a key. One that cannot be read keeps what was read before, unless the
 * answer is that it does not exist.
 */
export function keyedQueries<T>(clock: Pick<Clock, 'read'>) {
  const state = shallowRef<KeyedQueryState>(FINE)
  let known: ReadonlyMap<string, Known<T>> = new Map()

  /**
   * Asks for the first `most` of the keys; what is known of the others stays, and what is none of them is forgotten. Never throws.
   * @returns whether there is no reason to come back sooner than usual: what does not exist will not exist in a minute
   */
  async function refresh(
    wanted: readonly string[],
    most: number,
    ask: (key: string) => Promise<T>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const next = new Map<string, Known<T>>()
    const failed: { error: ApiError; readAt: number | null }[] = []
    const keep = (key: string) => {
      const old = known.get(key)
      if (old) next.set(key, old)
      return old?.readAt ?? null
    }
    wanted.slice(most).forEach(keep)
    await Promise.all(
      wanted.slice(0, most).map(async key => {
        try {
          const value = await ask(key)
          next.set(key, { value, readAt: clock.read() })
        } catch (thrown) {
          const error = asApiError(thrown)
          failed.push({ error, readAt: isGone(error) ? null : keep(key) })
        }
      }),
    )
    if (signal.aborted) return false
    known = next
    const real = failed.filter(({ error }) => !isGone(error))
    const told = real.length ? real : failed
    state.value = told.length ? { error: told[0]!.error, readAt: earliest(told.map(({ readAt }) => readAt)) } : FINE
    return !real.length
  }

  /** Takes up what an earlier visit read, where this one has read nothing yet. `readAt` in epoch milliseconds. */
  function restore(values: Iterable<readonly [key: string, value: T]>, readAt: number): void {
    const kept = new Map<string, Known<T>>()
    for (const [key, value] of values) kept.set(key, { value, readAt })
    known = new Map([...kept, ...known])
  }

  return { state, refresh, restore, valueOf: (key: string): T | null => known.get(key)?.value ?? null }
}

const isGone = ({ kind }: ApiError) => kind === 'notFound'
