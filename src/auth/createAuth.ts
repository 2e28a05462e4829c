import { shallowRef, type ShallowRef } from 'vue'
import type { Config } from '@/config/schema'
import { withoutLogin, type Auth, type LoginProblem, type Session } from '@/stores/provider'
import { remembersSession, tabPrefix } from './tabStorage'

/** What a way to log in gets from the page. */
export interface LoginSetting {
  readonly config: Config['auth']
  readonly session: ShallowRef<Session>
  readonly routing: Config['routing']
  /** How long the login may keep the page waiting. */
  readonly requestTimeoutSeconds: number
  /** Where the provider's pages begin, as the router writes it. */
  readonly path: string
  /** Address of the folder of the provider's pages, with a slash at its end. */
  readonly baseUrl: string
  /** Where to go on after a login that does not know, as the router writes it. */
  readonly home: string
  /** Begins every name in the tab's storage. */
  readonly prefix: string
}

export type Login = Omit<Auth, 'mode' | 'session' | 'restore' | 'canLogOut' | 'submitToken'> & {
  submitToken?(token: string): void
}

export const ANONYMOUS: Session = { state: 'anonymous', mayWrite: false }

/** The login is over. Only who was logged in is told so: the others are asked to log in. */
export function expireSession(session: ShallowRef<Session>, problem?: LoginProblem): void {
  if (session.value.state === 'loggedIn') session.value = { ...session.value, state: 'expired', ...(problem && { problem }) }
}

/** One chunk each: only the configured one is loaded, and only when somebody logs in or is remembered. */
const logins = {
  oidc: async () => (await import('./oidc')).createOidcLogin,
  token: async () => (await import('./token')).createTokenLogin,
  cookie: async () => (await import('./cookie')).createCookieLogin,
}

/** @param path where the provider's pages begin, as the router writes it */
export function createAuth(
  { apiUrl, auth: config, routing, requestTimeoutSeconds }: Pick<Config, 'apiUrl' | 'auth' | 'routing' | 'requestTimeoutSeconds'>,
  baseUrl = document.baseURI,
  path = '/',
): Auth {
  const { mode } = config
  if (mode === 'off' || mode === 'none') return withoutLogin(mode)
  const session = shallowRef(ANONYMOUS)
  const folder = new URL(`.${path}`, new URL('.', baseUrl))
  const prefix = tabPrefix(folder.pathname, apiUrl)
  let loading: Promise<Login> | undefined
  const load = () =>
    (loading ??= logins[mode]().then(create =>
      create({ config, session, routing, requestTimeoutSeconds, path, baseUrl: folder.href, home: `${path}manage`, prefix }),
    ))
  const remembered = () => (loading !== undefined || remembersSession(prefix) ? load() : undefined)

  return {
    mode,
    session,
    restore: async () => void (await remembered()),
    accessToken: async () => (await remembered())?.accessToken() ?? null,
    login: async (returnPath, options) => (await load()).login(returnPath, options),
    finishLogin: async address => (await load()).finishLogin(address),
    canLogOut: mode !== 'cookie' || config.logoutUrl !== null,
    logout: async () => (await load()).logout(),
    renew: async refused => (await load()).renew(refused),
    expire: () => void load().then(login => login.expire()),
    ...(mode === 'token' && { submitToken: async (token: string) => (await load()).submitToken?.(token) }),
  }
}
