import { ApiError } from '@/domain/apiError'
import type { CachedWindow } from '@/stores/offline/cacheSchema'
import type { Clock } from '@/stores/clock'
import { monthFile, readMonth, readSnapshot, type Snapshot } from './snapshotFile'

/** Files that were published, read anew when somebody asks. Everything rejects with an ApiError. */
export interface SnapshotSource {
  /** One request for all who ask within some seconds. Its ages are told by the clock of this page, or older. */
  read(): Promise<Snapshot>
  /** @param month `2026-03`; of months that the snapshot names */
  month(month: string): Promise<CachedWindow>
}

// Clocks are a little wrong always.
const TOLERANCE_MS = 60_000
// The parts of one refresh ask one after the other; the next poll asks again.
const SHARED_MS = 4_000

/**
 * @param url of `snapshot.json`, absolute
 * @param timeoutMs from sending to the end of the answer's body
 */
export function createSnapshotSource(url: string, timeoutMs: number, clock: Pick<Clock, 'read'>): SnapshotSource {
  let asked: { readonly at: number; readonly answer: Promise<Snapshot> } | null = null
  // A file that says word for word the same is not read anew, and whoever compares has nothing to do.
  let last: { readonly text: string; readonly snapshot: Snapshot } | null = null
  const months = new Map<string, Promise<CachedWindow>>()

  /** A conditional request: what a cache on the way holds is asked for by its mark. */
  async function load(address: string): Promise<{ readonly text: string; readonly date: string | null }> {
    const call = { method: 'GET', path: address } as const
    const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(timeoutMs) }).catch(
      (cause: unknown) => {
        const isTimeout = cause instanceof DOMException && cause.name === 'TimeoutError'
        throw new ApiError(isTimeout ? 'timeout' : 'network', call, { cause })
      },
    )
    const { status } = response
    if (!response.ok) throw new ApiError(status === 404 ? 'notFound' : 'server', call, { status })
    const text = await response.text().catch((cause: unknown) => {
      throw new ApiError('network', call, { cause })
    })
    return { text, date: response.headers.get('Date') }
  }
  const malformed = (path: string) => new ApiError('malformed', { method: 'GET', path })

  async function readNow(): Promise<Snapshot> {
    const { text, date } = await load(url)
    const behind = date === null ? 0 : Date.parse(date) - clock.read()
    const snapshot = last?.text === text ? last.snapshot : readSnapshot(text, clock.read() + Math.max(0, behind || 0))
    if (!snapshot) throw malformed(url)
    last = { text, snapshot }
    return behind > TOLERANCE_MS ? olderBy(behind, snapshot) : snapshot
  }

  return {
    read() {
      const now = performance.now()
      if (!asked || now - asked.at > SHARED_MS) asked = { at: now, answer: readNow() }
      return asked.answer
    },
    month(month) {
      const address = new URL(monthFile(month), url).href
      const known = months.get(month)
      if (known) return known
      const answer = load(address).then(({ text }) => {
        const read = readMonth(text, clock.read())
        if (!read) throw malformed(address)
        return read
      })
      months.set(month, answer)
      // What failed is asked for again.
      answer.catch(() => months.delete(month))
      return answer
    },
  }
}

/** For a clock that is behind that of the host, to which an old file would look new. */
function olderBy(ms: number, snapshot: Snapshot): Snapshot {
  const { ages, content } = snapshot.status
  const older = Object.entries(ages).map(([part, age]) => [part, { ...age, readAt: age.readAt - ms }])
  return { ...snapshot, status: { ages: Object.fromEntries(older) as typeof ages, content } }
}
