import { shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { StatusApi } from '@/api/statusApi'
import type { Config } from '@/config/schema'
import type { ShownRequest } from '@/domain/curl'
import type { Clock } from './clock'
import { injected } from './injected'
import type { OfflineCache } from './offline/offlineCache'

/** Who is at the keyboard, as far as this page knows. */
export interface Session {
  /** `expired`: was logged in, and the login is over; what was typed stays and a new login goes on with it. */
  readonly state: 'anonymous' | 'loggedIn' | 'expired'
  readonly name?: string
  /** Whether the management view is open to them. The server has the last word on each write. */
  readonly mayWrite: boolean
  /** Why it has expired, where it could have gone on. */
  readonly problem?: LoginProblem
}

/** How a provider's writes (and, where configured, reads) are authorised. The API has no opinion on login. */
export interface Auth {
  readonly mode: Config['auth']['mode']
  readonly session: Readonly<ShallowRef<Session>>
  /** Takes up what this tab remembers of a login. Called before the first page that depends on it. */
  restore(): Promise<void>
  /** The bearer token for this provider's API; null where none is needed. Rejects where the login is over. */
  accessToken(): string | null | Promise<string | null>
  /**
   * Leaves for the login and comes back to the path (below the base, as the router writes it). With `popup` the page stays, and
   * what is typed with it; resolves when the popup is done. Throws LoginError.
   */
  login(returnPath: string, options?: { popup?: boolean }): Promise<void>
  /** Takes what the login came back with, from the query of the login page, given as an address. Answers where to go on. Throws LoginError. */
  finishLogin(address: string): Promise<LoginResult>
  /** Whether a login can be ended from here. The session of a proxy ends at its own address, which may not be configured. */
  readonly canLogOut: boolean
  logout(): Promise<void>
  /**
   * A token was refused: tries for a new one, unless another call has got one already, and says whether there is one. Otherwise the
   * session of who was logged in has expired.
   */
  renew(refused: string | null): Promise<boolean>
  /** The server refuses even a new token. */
  expire(): void
  /** Mode `token`: what the operator pasted. Throws LoginError for what cannot be one. */
  submitToken?(token: string): Promise<void>
}

/** `none`: this address carries no login. `closed`: it belonged to another window, which goes on. */
export type LoginResult = { readonly kind: 'none' | 'closed' } | { readonly kind: 'done'; readonly returnPath: string }

/**
 * Why a login failed. `refused`: by the provider; `invalid`: what came back is not the answer to what this tab asked; `untrusted`: it
 * is from somebody else, or for somebody else; `outdated`: it was over when it came; `unreachable`: no answer; `unreadable`: no answer
 * of a login provider; `closed`, `blocked`: the window of the login, by the operator or by the browser.
 */
export type LoginProblem = 'refused' | 'invalid' | 'untrusted' | 'outdated' | 'unreachable' | 'unreadable' | 'closed' | 'blocked'

/** A login that failed; `detail` is for who sets it up, in the provider's words or in the specification's. */
export class LoginError extends Error {
  constructor(
    readonly kind: LoginProblem,
    readonly detail?: string,
    options?: ErrorOptions,
  ) {
    super(`login ${kind}`, options)
    this.name = 'LoginError'
  }
}

/** The embedded demo server behind a provider. */
export interface DemoControls {
  /** Throws all changes away and invents the cloud anew, relative to now. */
  reset(): void
}

/** A server that speaks the SCS Status Page API, with everything that a page needs to show it. Never a singleton. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Address of its own site; null = none is given. */
  readonly link: string | null
  /** Where its pages begin, as the router writes it, with a slash at its end: `/`, or `/p/<id>/` where there are several. */
  readonly path: string
  readonly api: StatusApi
  readonly auth: Auth
  readonly config: Config
  /** null unless the provider is the embedded demo server. */
  readonly demo: DemoControls | null
  /** What the browser keeps of its answers between visits, when it is loaded; null where nothing may be kept, or cannot be. */
  readonly offlineCache: ((clock: Clock) => Promise<OfflineCache | null>) | null
  /** What some calls would send, without sending anything. */
  recordCalls(call: (api: StatusApi) => Promise<unknown>): Promise<readonly ShownRequest[]>
}

/** Nobody logs in here; `none`: nobody needs to. */
export const withoutLogin = (mode: 'off' | 'none'): Auth => ({
  mode,
  session: shallowRef({ state: 'anonymous', mayWrite: mode === 'none' }),
  restore: () => Promise.resolve(),
  accessToken: () => null,
  login: () => Promise.resolve(),
  finishLogin: () => Promise.resolve({ kind: 'none' }),
  canLogOut: false,
  logout: () => Promise.resolve(),
  renew: () => Promise.resolve(false),
  expire: () => undefined,
})

/** Whether its reads need a login that is not there: then nothing is asked, which could only be refused. */
export const isLocked = ({ auth, config }: Provider): boolean =>
  config.auth.readsNeedLogin && ['oidc', 'token'].includes(auth.mode) && auth.session.value.state !== 'loggedIn'

export const providerKey: InjectionKey<Provider> = Symbol('provider')

/** The provider of the page around. */
export const useProvider = (): Provider => injected(providerKey)
