import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { isSkewed, skewOf, type HostAnswer } from '@/domain/time/clockSkew'
import { STATUS_PARTS } from '@/domain/status/verdict'
import type { Clock } from './clock'
import type { StatusStore } from './statusStore'

// Somebody set the clock, or the device slept.
const LEAP_MS = 30_000

/**
 * By how much this device's clock is wrong, as the host of the page has it. A first answer that says so is checked by a second one
 * past all caches, since a cache that forgets to tell its age looks like a clock that is ahead.
 * @param first what the host said when the configuration was read; null = it was not asked, undefined = it shall not be
 */
export const useClockCheck = (clock: Clock, first: HostAnswer | null | undefined) =>
  defineStore('clockCheck', () => {
    /** Device minus host, milliseconds; null = the host tells nothing. */
    const skew = shallowRef<number | null>(null)
    let correction = 0

    async function measure(answer: HostAnswer | null): Promise<void> {
      const said = answer ? skewOf(answer) : await askedSkew()
      const confirmed = isSkewed(said) ? await askedSkew() : said
      const isAgreed = said === null || confirmed === null || Math.sign(said) === Math.sign(confirmed)
      skew.value = isSkewed(said) && !isAgreed ? null : confirmed
    }

    async function askedSkew(): Promise<number | null> {
      const answer = await askHost()
      return answer && skewOf(answer)
    }

    // A host that sends no date will not send one later.
    if (first !== undefined && first?.date !== null) {
      void measure(first)
      const offset = () => clock.device() - performance.now()
      let known = offset()
      watch(clock.now, () => {
        const leap = Math.abs(offset() - known)
        known = offset()
        if (leap > LEAP_MS) void measure(null)
      })
    }

    /** Sets the clock right. What the stores have read so far was stamped by the wrong one. */
    function correct(ms: number, stores: readonly Pick<StatusStore, 'parts'>[]): void {
      const delta = ms - correction
      if (!delta) return
      correction = ms
      for (const { parts } of stores)
        for (const part of STATUS_PARTS) {
          const { readAt, isKept } = parts[part]
          if (readAt !== null && !isKept) parts[part] = { ...parts[part], readAt: readAt + delta }
        }
      clock.correctBy(ms)
    }

    return { skew, correct }
  })()

/** Asks for the page itself, under an address that no cache has seen. null = no answer. */
async function askHost(): Promise<HostAnswer | null> {
  const url = new URL(document.baseURI)
  url.search = `?clock=${Math.random()}`
  url.hash = ''
  try {
    const sentAt = Date.now()
    const { headers } = await fetch(url, { method: 'HEAD', cache: 'no-store' })
    return { sentAt, receivedAt: Date.now(), date: headers.get('Date'), age: headers.get('Age') }
  } catch {
    return null
  }
}
