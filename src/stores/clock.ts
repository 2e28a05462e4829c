import { shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { MINUTE_MS } from '@/domain/time/units'
import { injected } from './injected'

/**
 * The one place that asks what time it is. `now` moves each minute, and exactly when something begins or ends, so that
 * nothing is computed for a second that changes nothing on the page.
 */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: Readonly<ShallowRef<number>>
  /** The exact instant, for stamping what was just read. */
  read(): number
  /** What the device says, right or wrong. */
  device(): number
  /** Adds to what the device says from now on, milliseconds: its clock was found to be wrong. Replaces an earlier correction. */
  correctBy(ms: number): void
  /** Moves `now` at this instant too; replaces an earlier wish of the same one (by default there is only one). */
  wakeAt(instant: number | null, whose?: string): void
  /** Moves `now` to the present at once, e.g. after new data arrived. */
  touch(): void
  stop(): void
}

// setTimeout takes 31 bits of milliseconds; a clock that was suspended or set anew is caught by the next check.
const CHECK_MS = 1_000

export const clockKey: InjectionKey<Clock> = Symbol('clock')

export function createClock(source: () => number = Date.now): Clock {
  // Instants are whole milliseconds everywhere (docs/domain.md, "Instants and zones"); a clock in place of the browser's may know fractions.
  const device = () => Math.floor(source())
  let correction = 0
  const read = () => device() + correction
  const now = shallowRef(read())
  const wishes = new Map<string, number>()
  const check = () => {
    const instant = read()
    const minutePassed = Math.floor(instant / MINUTE_MS) !== Math.floor(now.value / MINUTE_MS)
    const due = [...wishes.values()].some(wake => instant >= wake && now.value < wake)
    if (minutePassed || due) now.value = instant
  }
  const timer = setInterval(check, CHECK_MS)
  return {
    now,
    read,
    device,
    correctBy(ms) {
      correction = ms
      now.value = read()
    },
    wakeAt: (instant, whose = '') => void (instant === null ? wishes.delete(whose) : wishes.set(whose, instant)),
    touch: () => (now.value = read()),
    stop: () => clearInterval(timer),
  }
}

export const useClock = (): Clock => injected(clockKey)
