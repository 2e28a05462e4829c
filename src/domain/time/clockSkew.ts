/** Whether the clock of a device can be trusted (ours; docs/domain.md, "The clock of the device"). */

/** What a host said about the time in answering a request, as it stood in the headers, and the device's clock around it. */
export interface HostAnswer {
  /** By the clock of the device, epoch milliseconds. */
  readonly sentAt: number
  readonly receivedAt: number
  readonly date: string | null
  /** Seconds that the answer has spent in caches since `date`. */
  readonly age: string | null
}

/** By how much a clock is wrong, and who says so. */
export interface ClockDoubt {
  /**
   * `ahead`, `behind`: the host says so of the device's clock. `disputed`: it does, but the status server's times say that the host's
   * is the wrong one. `future`: something carries a time of the status server that lies in the future; nobody knows whose fault that is.
   */
  readonly kind: 'ahead' | 'behind' | 'disputed' | 'future'
  /** Milliseconds, positive. */
  readonly byMs: number
}

/** Less than this is nobody's business: times are shown by the minute, and hosts keep their clocks by the second at best. */
const CLOCK_TOLERANCE_MS = 120_000
// An answer that took longer, because the device slept meanwhile say, tells nothing to the minute.
const MAX_WAIT_MS = 60_000
// Date and Age are whole seconds.
const ROUNDING_MS = 2_000

/**
 * By how much the device's clock is ahead of the host's, milliseconds; negative = behind, null = the answer does not tell. As small
 * as the answer allows: what lies between sending and receiving counts for the device.
 */
export function skewOf({ sentAt, receivedAt, date, age }: HostAnswer): number | null {
  const dated = Date.parse(date ?? '')
  const wait = receivedAt - sentAt
  if (Number.isNaN(dated) || wait < 0 || wait > MAX_WAIT_MS) return null
  const host = dated + (/^\d+$/.test(age ?? '') ? Number(age) * 1000 : 0)
  const least = sentAt - host - ROUNDING_MS
  const most = receivedAt - host
  return least > 0 ? least : most < 0 ? most : 0
}

/** Whether a skew is worth a word. */
export const isSkewed = (skew: number | null): skew is number => skew !== null && Math.abs(skew) > CLOCK_TOLERANCE_MS

/**
 * What is wrong with the clock; null = nothing that anybody would know of.
 * @param skew device minus host, milliseconds; null = the host said nothing
 * @param newest the newest time that the status server itself has set (the creation of an update; begins and ends may lie in the
 *   future by right), epoch milliseconds; null = there is none
 * @param deviceNow what the device takes for now, epoch milliseconds
 */
export function clockDoubt(skew: number | null, newest: number | null, deviceNow: number): ClockDoubt | null {
  const newestAfter = (now: number) => (newest ?? -Infinity) - now
  if (isSkewed(skew)) {
    const isDisputed = newestAfter(deviceNow - skew) > CLOCK_TOLERANCE_MS
    return { kind: skew < 0 ? 'behind' : isDisputed ? 'disputed' : 'ahead', byMs: Math.abs(skew) }
  }
  const ahead = newestAfter(deviceNow)
  return ahead > CLOCK_TOLERANCE_MS ? { kind: 'future', byMs: ahead } : null
}

/** What has to be added to the device's clock, milliseconds: only what the host says and nothing disputes. */
export function correctionFor(doubt: ClockDoubt | null): number {
  return doubt?.kind === 'ahead' ? -doubt.byMs : doubt?.kind === 'behind' ? doubt.byMs : 0
}
