import type { InjectionKey } from 'vue'
import type { SiteConfig } from '@/config/siteConfig'
import type { HostAnswer } from '@/domain/time/clockSkew'
import { injected } from './injected'
import type { Provider } from './provider'

/** The page as a whole, above its providers. */
export interface Site {
  readonly config: SiteConfig
  /** In the order of the configuration; usually there is only one. */
  readonly providers: readonly Provider[]
  /** What its host said about the time; null = it was not asked yet, missing = nobody shall. */
  readonly hostAnswer?: HostAnswer | null | undefined
}

export const siteKey: InjectionKey<Site> = Symbol('site')

export const useSite = (): Site => injected(siteKey)
