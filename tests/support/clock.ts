import { shallowRef } from 'vue'
import type { Clock } from '@/stores/clock'

/** Noon of a Tuesday, UTC. */
export const NOW = Date.parse('2026-03-10T12:00:00Z')
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The wire's time of an instant some milliseconds away from NOW. */
export const wireTime = (offsetMs: number, from = NOW) => new Date(from + offsetMs).toISOString()

const LAST = 'last'

/** A clock that stands still until it is moved. */
export function fixedClock(start = NOW): Clock & {
  moveTo(instant: number): void
  /** The last wish about what begins and ends, or the one of a name: ages have their own (`<id> age`). */
  readonly wish: (whose?: string) => number | null
} {
  const now = shallowRef(start)
  let present = start
  let correction = 0
  const wishes = new Map<string, number | null>()
  const read = () => present + correction
  return {
    now,
    read,
    device: () => present,
    correctBy(ms) {
      correction = ms
      now.value = read()
    },
    wakeAt(instant, whose = '') {
      wishes.set(whose, instant)
      if (!whose.endsWith(' age')) wishes.set(LAST, instant)
    },
    touch: () => (now.value = read()),
    stop: () => undefined,
    moveTo(instant) {
      present = instant
      now.value = read()
    },
    wish: (whose = LAST) => wishes.get(whose) ?? null,
  }
}
