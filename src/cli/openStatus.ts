import { createPinia, setActivePinia } from 'pinia'
import { effectScope, ref, toRef, type Ref } from 'vue'
import { createStatusApi } from '@/api/statusApi'
import { useComponentHistory, type ComponentHistory } from '@/composables/useComponentHistory'
import type { Config } from '@/config/schema'
import type { ProviderSetting } from '@/config/siteConfig'
import type { ServiceComponent } from '@/domain/component/component'
import { createClock, type Clock } from '@/stores/clock'
import type { CachedStatus } from '@/stores/offline/cacheSchema'
import { KEEPS_NOTHING, restoreStatus, type OfflineCache } from '@/stores/offline/offlineCache'
import { withoutLogin, type Provider } from '@/stores/provider'
import { useStatusStore, type StatusStore, type StatusView } from '@/stores/statusStore'

/** The environment's name for the token of an API whose reads need one. */
export const TOKEN = 'SCS_STATUS_TOKEN'

export interface OpenOptions {
  readonly setting: ProviderSetting
  /** A bearer token for reads; undefined = they are anonymous. */
  readonly token?: string | undefined
  /** IANA name; by default that of the configuration, UTC where it leaves the zone to visitors. */
  readonly zone?: string
  /** Epoch milliseconds; the clock of this machine by default. */
  readonly now?: () => number
  /** What was known before, taken up as the page takes up what a visit before has left. */
  readonly earlier?: CachedStatus | undefined
}

/** The status of one server, read by the very stores of the page, so that a command never says what the page would not. */
export interface OpenStatus {
  readonly provider: Provider
  readonly clock: Clock
  /** Nothing in it is confirmed that the page would not confirm: see stores/statusStore. */
  readonly store: StatusStore
  /** IANA name of the zone in which days are counted and times are written. */
  readonly zone: string
  /** Days and availability of a component, as its row has them. */
  historyOf(component: ServiceComponent): ComponentHistory
  /** Ends what runs. */
  close(): void
}

/** Gives what was known before, and keeps nothing: that is up to whoever publishes. */
const cacheOf = (earlier: CachedStatus): OfflineCache => ({
  ...KEEPS_NOTHING,
  followStatus: facts => Promise.resolve(restoreStatus(facts, earlier)),
})

/** A server has no visitor whose zone it could take. */
const zoneOf = (timeZone: string) => (timeZone === 'local' || timeZone === 'utc' ? 'UTC' : timeZone)

/**
 * Days and availability of the components of a status.
 * @param now epoch milliseconds
 * @param zone IANA name
 */
export function historyIn(view: StatusView, now: Readonly<Ref<number>>, zone: string, config: Config): OpenStatus['historyOf'] {
  const { historyOf } = useComponentHistory(
    {
      components: toRef(view, 'listedComponents'),
      incidents: toRef(view, 'incidents'),
      scale: toRef(view, 'scale'),
      observed: toRef(view, 'observed'),
      confirmed: toRef(view, 'confirmed'),
      states: toRef(view, 'states'),
      unclear: toRef(view, 'unclear'),
      now,
      zone: ref(zone),
    },
    config,
  )
  return component => historyOf.value(component)
}

/** Opens a server whose address is absolute. Nothing is read before `store.refresh()`, which never throws. */
export function openStatus({
  setting,
  token,
  zone = zoneOf(setting.config.timeZone),
  now = Date.now,
  earlier,
}: OpenOptions): OpenStatus {
  const { id, name, link, config } = setting
  const clock = createClock(now)
  const api = createStatusApi({
    baseUrl: config.apiUrl,
    requestTimeoutMs: config.requestTimeoutSeconds * 1000,
    ...(token !== undefined && { accessToken: () => token, readsNeedLogin: true }),
  })
  const provider: Provider = {
    id,
    name,
    link,
    path: '/',
    api,
    auth: withoutLogin('off'),
    config,
    demo: null,
    offlineCache: earlier ? () => Promise.resolve(cacheOf(earlier)) : null,
    recordCalls: () => Promise.resolve([]),
  }
  const scope = effectScope(true)
  return scope.run(() => {
    setActivePinia(createPinia())
    const store = useStatusStore(provider, clock)
    return {
      provider,
      clock,
      store,
      zone,
      historyOf: historyIn(store, clock.now, zone, config),
      close() {
        clock.stop()
        store.$dispose()
        scope.stop()
      },
    }
  })!
}
