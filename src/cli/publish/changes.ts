import { DAY_MS } from '@/domain/time/units'
import type { Incident, IncidentUpdate } from '@/domain/incident/incident'

/** Epoch milliseconds; null = nobody knows. None of them lies ahead of the time of reading. */
export interface Changes {
  readonly published: number | null
  readonly updated: number | null
}

/**
 * When an incident was first told and last changed, as far as the API says: its begin, its end and its updates, once they are there.
 * The same in every round and on every host, as long as nothing happens.
 * @param at when it was read, epoch milliseconds
 */
export function changesOf({ beganAt, endedAt }: Incident, updates: readonly IncidentUpdate[], at: number): Changes {
  const past = [beganAt, endedAt, ...updates.map(({ createdAt }) => createdAt)].filter(time => time !== null && time <= at)
  return past.reduce<Changes>(
    ({ published, updated }, time) => ({
      published: Math.min(published ?? Infinity, time!),
      updated: Math.max(updated ?? -Infinity, time!),
    }),
    { published: null, updated: null },
  )
}

/**
 * A time for formats that want one also where nothing has happened yet. What is only announced came into sight when the window of the
 * page reached its begin; of the rest nothing is known, and it stays at the begin of all counting.
 * @param previewDays how far ahead the page looks
 */
export function stampOf({ updated }: Changes, { beganAt }: Incident, at: number, previewDays: number): number {
  return updated ?? (beganAt === null ? 0 : Math.min(at, beganAt - previewDays * DAY_MS))
}
