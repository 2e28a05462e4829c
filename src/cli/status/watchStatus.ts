import { setTimeout as wait } from 'node:timers/promises'
import { watch } from 'vue'
import type { OpenStatus } from '@/cli/openStatus'
import type { Terminal } from '@/cli/terminal'
import type { StatusReport } from './reportTypes'

/** One status, in words as well. */
export interface Told {
  readonly report: StatusReport
  readonly text: string
}

interface WatchOptions {
  readonly seconds: number
  /** The present status, by what was read last. */
  readonly tell: () => Told
  /** Between two that are written. */
  readonly separator: string
}

/** What makes two statuses different: not their ages, and not the percentages that move with each minute. */
const essence = ({ report: { verdict, problems, components, incidents, maintenance, stale } }: Told): string =>
  JSON.stringify([
    verdict,
    problems.map(({ part, reason, text }) => [part, reason, text]),
    components.map(({ id, name, state: { lastKnown, ...state }, since }) => [id, name, state, lastKnown?.key, since]),
    incidents,
    maintenance,
    stale,
  ])

/**
 * Reads every so often, and writes the status when it is another one than before: also when something begins or ends by the clock in
 * between, or grows too old. Nothing that was written is cleared.
 * @returns the last status, when somebody ended it
 */
export async function watchStatus(
  { store, clock }: OpenStatus,
  { seconds, tell, separator }: WatchOptions,
  { out, onEnd }: Pick<Terminal, 'out' | 'onEnd'>,
): Promise<StatusReport> {
  const ended = new AbortController()
  const { signal } = ended
  const forget = onEnd(() => ended.abort())
  const over = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
  let last: { readonly told: Told; readonly essence: string } | null = null
  let defect: Error | null = null

  function show() {
    const told = tell()
    const now = essence(told)
    if (last?.essence !== now) out(`${last ? separator : ''}${told.text}`)
    last = { told, essence: now }
  }
  const stop = watch(clock.now, () => {
    // Of the first answers some are there before others.
    if (store.loading || store.refreshing || signal.aborted) return
    try {
      show()
    } catch (error) {
      defect = error as Error
      ended.abort()
    }
  })
  try {
    while (!signal.aborted) {
      await Promise.race([store.refresh(), over])
      if (signal.aborted) break
      show()
      await wait(seconds * 1000, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    stop()
    forget()
  }
  // Set from within the callback, which the compiler does not see.
  if (defect) throw defect as Error
  return (last ?? { told: tell() }).told.report
}
