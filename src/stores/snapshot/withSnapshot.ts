import { effectScope, watch } from 'vue'
import { DECIDING_PARTS } from '@/domain/status/verdict'
import { KEEPS_NOTHING, restoreStatus, type OfflineCache, type StatusFacts } from '@/stores/offline/offlineCache'
import type { CachedIncident } from '@/stores/offline/cacheSchema'
import type { SnapshotSource } from './snapshotSource'

/** Before somebody who waits for the API is shown what was published. */
const SILENCE_MS = 4_000

/**
 * What this browser keeps, and beside it what was published: taken up like an answer of an earlier visit, with its age, by every part
 * that the API did not answer since. It is asked for at once, or (`isLate`) only when the API fails or is silent.
 */
export function withSnapshot(
  kept: OfflineCache | null,
  source: SnapshotSource,
  { isLate }: { readonly isLate: boolean },
): OfflineCache {
  const cache = kept ?? KEEPS_NOTHING

  async function followStatus(facts: StatusFacts): Promise<void> {
    const take = () => source.read().then(({ status }) => restoreStatus(facts, status), ignore)
    const deciding = () => DECIDING_PARTS.map(part => facts.parts[part])
    // Not tied to the page that asked for it first.
    const late = effectScope(true).run(
      () =>
        new Promise<void>(done => {
          const timer = setTimeout(() => void take().then(done), SILENCE_MS)
          // As long as reads fail, each failure asks again: the publisher may reach what this visitor cannot.
          watch(deciding, parts => {
            const hasFailed = parts.some(({ error }) => error)
            const isAnswered = parts.every(({ readAt, isKept }) => readAt !== null && !isKept)
            if (hasFailed || isAnswered) clearTimeout(timer)
            if (hasFailed) void take().then(done)
            else if (isAnswered) done()
          })
        }),
    )
    await Promise.all([cache.followStatus(facts), isLate ? late : take()])
  }

  async function incident(id: string): Promise<CachedIncident | null> {
    if (isLate) await new Promise(done => setTimeout(done, SILENCE_MS / 2))
    const [known, snapshot] = await Promise.all([cache.incident(id), source.read().catch(ignore)])
    if (!snapshot) return known
    const { content, ages } = snapshot.status
    const found = [...content.incidents, ...content.hinted].find(one => one.id === id)
    const readAt = ages.incidents?.readAt
    if (!found || readAt === undefined || (known && known.readAt >= readAt)) return known
    return { incident: found, updates: snapshot.updates.get(id) ?? null, readAt }
  }

  return { ...cache, followStatus, incident }
}

/** Whoever asked the API is told by it; that there is no snapshot either says nothing more. */
const ignore = () => undefined
