import { STATUS_PARTS } from '@/domain/status/verdict'
import { spanWithout } from '@/domain/time/spans'
import type { CachedContent } from '@/stores/offline/cacheSchema'
import { agesOf } from '@/stores/offline/offlineCache'
import type { Snapshot } from '@/stores/snapshot/snapshotFile'
import type { Publication } from './publication'

/** What one round knows, for `snapshot.json`; null = nothing was ever read. */
export function snapshotOf(
  { open: { store }, writtenAt, attemptedAt, incidents, updatesOf }: Publication,
  months: readonly string[],
) {
  const { parts } = store
  const ages = agesOf(store)
  if (!Object.keys(ages).length) return null
  const snapshot: Snapshot = {
    writtenAt,
    attemptedAt,
    failed: new Map(STATUS_PARTS.flatMap(part => (parts[part].error ? [[part, parts[part].error] as const] : []))),
    status: { ages, content: contentOf(store) },
    currentGeneration: store.currentGeneration,
    updates: new Map(
      incidents.flatMap(({ id }) => {
        const updates = updatesOf(id)
        return updates ? [[id, updates] as const] : []
      }),
    ),
    months,
  }
  return snapshot
}

function contentOf(store: Publication['open']['store']): CachedContent {
  const { listed, loadedWindow, parts } = store
  // Of a read that failed as a whole they say nothing about what is known from before.
  const unread = parts.incidents.error ? [] : store.unread
  const ids = new Set(listed.map(({ id }) => id))
  return {
    components: store.sentComponents,
    incidents: listed,
    hinted: store.incidents.filter(({ id }) => !ids.has(id)),
    window: loadedWindow,
    loaded: loadedWindow
      ? spanWithout(
          loadedWindow,
          unread.map(({ span }) => span),
        )
      : [],
    unread,
    severities: store.severities,
    impactTypes: store.impactTypes,
    generations: [...store.generations.values()],
    updates: [...store.newestUpdates.values()].filter(update => update !== null),
  }
}
