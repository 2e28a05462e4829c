import { withoutLogin, type Provider } from '@/stores/provider'
import type { Clock } from '@/stores/clock'
import type { OfflineCache } from '@/stores/offline/offlineCache'
import { snapshotApi } from '@/stores/snapshot/snapshotApi'
import { createSnapshotSource } from '@/stores/snapshot/snapshotSource'
import { withSnapshot } from '@/stores/snapshot/withSnapshot'

/** A provider of which the status is published as files as well, or (`only`) as nothing else: then its API is never asked. */
export function snapshotProvider(provider: Provider): Provider {
  const { config } = provider
  const url = new URL(config.snapshotUrl, document.baseURI).href
  // The clock of the page, as soon as there is one: it may be set right.
  let clock: Pick<Clock, 'read'> = { read: Date.now }
  const source = createSnapshotSource(url, config.requestTimeoutSeconds * 1000, { read: () => clock.read() })
  let cache: Promise<OfflineCache> | undefined
  const offlineCache = async (ofPage: Clock): Promise<OfflineCache> => {
    clock = ofPage
    cache ??= Promise.resolve(provider.offlineCache?.(ofPage) ?? null).then(kept =>
      withSnapshot(kept, source, { isLate: config.snapshot === 'fallback' }),
    )
    return cache
  }
  if (config.snapshot !== 'only') return { ...provider, offlineCache }
  return { ...provider, api: snapshotApi(source, { read: () => clock.read() }), auth: withoutLogin('off'), offlineCache }
}
