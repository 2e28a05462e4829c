import { inject, type InjectionKey } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Config } from '@/config/schema'

/** How a provider's writes (and, where configured, reads) are authorised. The API has no opinion on login. */
export interface Auth {
  /** The bearer token for this provider's API; null where nobody is logged in. */
  accessToken(): string | null | Promise<string | null>
}

/** The embedded demo server behind a provider. */
export interface DemoControls {
  /** Throws all changes away and invents the cloud anew, relative to now. */
  reset(): void
}

/** A server that speaks the SCS Status Page API, with everything that a page needs to show it. Never a singleton. */
export interface Provider {
  readonly id: string
  readonly api: StatusApi
  readonly auth: Auth
  readonly config: Config
  /** null unless the provider is the embedded demo server. */
  readonly demo: DemoControls | null
}

export const anonymous: Auth = { accessToken: () => null }

export const providerKey: InjectionKey<Provider> = Symbol('provider')

/** The provider of the page around. */
export function useProvider(): Provider {
  const provider = inject(providerKey)
  if (!provider) throw new Error('No provider was provided above this component.')
  return provider
}
