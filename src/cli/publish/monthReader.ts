import { touchesSpan } from '@/domain/time/spans'
import type { Span } from '@/domain/time/calendar'
import type { CachedWindow } from '@/stores/offline/cacheSchema'
import { readIncidents } from '@/stores/readIncidents'
import type { OpenStatus } from '@/cli/openStatus'

// What is over hardly ever changes.
const AGE_MS = 6 * 3_600_000
const monthStart = (instant: number, months = 0) => {
  const day = new Date(instant)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months)
}

/**
 * The UTC months that the window does not hold whole, newest first, each with its name, `2026-03`.
 * @param start of the window, epoch milliseconds
 */
function monthsBefore(start: number, count: number): { readonly name: string; readonly span: Span }[] {
  return Array.from({ length: count }, (_, index) => {
    const span = { start: monthStart(start, -index), end: monthStart(start, 1 - index) }
    return { name: new Date(span.start).toISOString().slice(0, 7), span }
  })
}

/** Reads the history before the window, a month at a time, each again after some hours. What cannot be read keeps what was read before. */
export function monthReader({ provider: { api }, clock }: OpenStatus, count: number) {
  const known = new Map<string, CachedWindow>()

  /** @param start of the window, epoch milliseconds; @returns by name, those that are known whole */
  return async (start: number): Promise<ReadonlyMap<string, CachedWindow>> => {
    const wanted = monthsBefore(start, count)
    // One after the other: nobody waits for them, and the server has others to answer.
    for (const { name, span } of wanted) {
      const readAt = clock.read()
      if (readAt - (known.get(name)?.readAt ?? -Infinity) < AGE_MS) continue
      const { items, invalidCount, unread } = await readIncidents(api, span)
      if (unread.length || invalidCount) continue
      known.set(name, { span, readAt, incidents: items.filter(item => touchesSpan(item, span)) })
    }
    const names = new Set(wanted.map(({ name }) => name))
    for (const name of known.keys()) if (!names.has(name)) known.delete(name)
    return new Map([...known].sort(([a], [b]) => a.localeCompare(b)))
  }
}
