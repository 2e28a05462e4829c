import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts'
import { LoginError, type LoginResult } from '@/stores/provider'
import { safeReturnPath } from '@/stores/returnPath'
import { ANONYMOUS, expireSession, type Login, type LoginSetting } from './createAuth'
import { claimOf, passesGate } from './gate'
import { homeAddress, returnAddress } from './returnAddress'
import { PENDING, SESSION } from './tabStorage'

/** A token this close to its end is renewed before it is used. */
const LEEWAY_S = 10
const MAX_TIMER_MS = 2 ** 31 - 1

/** Any OpenID provider by discovery: authorization code with PKCE, state and nonce. Everything is kept for the tab only. */
export function createOidcLogin(setting: LoginSetting): Login | Promise<Login> {
  const { config, session, home, prefix } = setting
  const store = (part: string) => new WebStorageStateStore({ store: sessionStorage, prefix: prefix + part })
  const states = store(PENDING)
  const manager = new UserManager({
    authority: config.issuer ?? '',
    client_id: config.clientId ?? '',
    redirect_uri: returnAddress(setting),
    post_logout_redirect_uri: homeAddress(setting),
    scope: config.scopes.join(' '),
    // What OpenID Connect asks for along with a refresh token.
    ...(config.scopes.includes('offline_access') && { prompt: 'consent' }),
    ...(config.resource !== null && { resource: config.resource, extraTokenParams: { resource: config.resource } }),
    automaticSilentRenew: false,
    filterProtocolClaims: false,
    stateStore: states,
    userStore: store(SESSION),
  })
  let user: User | null = null
  let renewing: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const bearer = (of: User) => (config.bearer === 'id_token' ? of.id_token : of.access_token)
  const secondsLeft = (of: User) => {
    const endsAt = config.bearer === 'id_token' ? of.profile.exp : of.expires_at
    return endsAt === undefined ? Infinity : endsAt - Date.now() / 1000
  }
  const nameOf = ({ profile }: User) => profile.name ?? profile.preferred_username ?? profile.email

  /** Claims for the gate: of the ID token, else of the access token, else what the provider tells when asked. */
  async function mayWrite(of: User): Promise<boolean> {
    const { gate } = config
    if (gate === null) return true
    const known = { ...payloadOf(of.access_token), ...of.profile }
    if (claimOf(known, gate.claim) !== undefined) return passesGate(known, gate)
    try {
      const endpoint = await manager.metadataService.getUserInfoEndpoint()
      const answer = await fetch(endpoint, { headers: { Authorization: `Bearer ${of.access_token}` } })
      return answer.ok && passesGate((await answer.json()) as object, gate)
    } catch {
      return false
    }
  }

  async function take(fresh: User): Promise<void> {
    const name = nameOf(fresh)
    user = fresh
    session.value = { state: 'loggedIn', mayWrite: await mayWrite(fresh), ...(name !== undefined && { name }) }
    clearTimeout(timer)
    const left = secondsLeft(fresh)
    // Told before a write finds out.
    if (left !== Infinity) timer = setTimeout(() => void renew(), Math.min(Math.max(left - LEEWAY_S, 5) * 1000, MAX_TIMER_MS))
  }

  function expire(): void {
    clearTimeout(timer)
    expireSession(session)
  }

  async function tryRenewing(): Promise<boolean> {
    if (user === null) return false
    try {
      let fresh = await manager.signinSilent()
      // A refresh need not bring a new ID token; the provider's session may.
      if (fresh && secondsLeft(fresh) <= 0) fresh = await manager.signinSilent({ forceIframeAuth: true, nonce: randomNonce() })
      if (fresh && bearer(fresh) !== undefined && secondsLeft(fresh) > 0) {
        await take(fresh)
        return true
      }
    } catch {
      // whatever the reason, the way on is the same: log in again
    }
    expire()
    return false
  }
  const renew = () => (renewing ??= tryRenewing().finally(() => (renewing = undefined)))

  async function forget(): Promise<void> {
    clearTimeout(timer)
    user = null
    session.value = ANONYMOUS
    await manager.removeUser()
  }

  /** The answer belongs to the tab that asked, which is the one above or the one that opened this. */
  async function handOver(address: string): Promise<boolean> {
    if (window.opener) await manager.signinPopupCallback(address)
    else if (window.parent !== window) await manager.signinSilentCallback(address)
    else return false
    return true
  }

  async function finishLogin(address: string): Promise<LoginResult> {
    const state = new URL(address).searchParams.get('state')
    if (state === null) return { kind: 'none' }
    try {
      const asked = await states.get(state)
      const isRedirect = asked !== null && (JSON.parse(asked) as { request_type?: string }).request_type === 'si:r'
      if (!isRedirect && (await handOver(address))) return { kind: 'closed' }
      const fresh = await manager.signinRedirectCallback(address)
      if (bearer(fresh) === undefined) throw new LoginError('refused', `no ${config.bearer}`)
      await take(fresh)
      return { kind: 'done', returnPath: safeReturnPath((fresh.state as { to?: unknown } | undefined)?.to, home) }
    } catch (error) {
      throw toLoginError(error)
    }
  }

  async function login(returnPath: string, { popup = false } = {}): Promise<void> {
    const args = { state: { to: safeReturnPath(returnPath, home) }, nonce: randomNonce() }
    if (popup) {
      try {
        return await take(await manager.signinPopup({ ...args, popupAbortOnClose: true }))
      } catch (error) {
        // A closed window is an answer; one that never opened is not.
        if (!(error instanceof Error) || !/navigat|blocked/i.test(error.message)) throw toLoginError(error)
      }
    }
    await manager.signinRedirect(args).catch((error: unknown) => {
      throw toLoginError(error)
    })
  }

  async function logout(): Promise<void> {
    const hadUser = user !== null
    if (config.logout === 'provider' && hadUser) {
      session.value = ANONYMOUS
      // A provider without such an endpoint: the login of this tab is gone all the same.
      await manager.signoutRedirect().catch(() => undefined)
    }
    await forget()
  }

  async function accessToken(): Promise<string | null> {
    if (user === null) return null
    if (secondsLeft(user) <= LEEWAY_S && !(await renew()) && secondsLeft(user) <= 0) throw new Error('The login has expired.')
    return bearer(user) ?? null
  }

  async function restore(): Promise<void> {
    const known = await manager.getUser().catch(() => null)
    if (known === null) return
    if (secondsLeft(known) > 0) return take(known)
    user = known
    session.value = { state: 'loggedIn', mayWrite: config.gate === null }
    await renew()
  }

  /** Whether a token was renewed after a call had left with it; then nothing is asked of the provider. */
  const isReplaced = (refused: string | null) => user !== null && session.value.state === 'loggedIn' && bearer(user) !== refused

  const result: Login = {
    accessToken,
    login,
    finishLogin,
    logout,
    renew: refused => (isReplaced(refused) ? Promise.resolve(true) : renew()),
    expire,
  }
  return restore().then(() => result)
}

const randomNonce = () => crypto.randomUUID()

function payloadOf(token: string): object {
  try {
    const [, payload = ''] = token.split('.')
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function toLoginError(cause: unknown): LoginError {
  if (cause instanceof LoginError) return cause
  if (cause instanceof ErrorResponse)
    return new LoginError('refused', cause.error_description ?? cause.error ?? undefined, { cause })
  const isNetwork =
    cause instanceof TypeError || (cause instanceof Error && /\(\d{3}\)|Content-Type|timed out/i.test(cause.message))
  return new LoginError(isNetwork ? 'unreachable' : 'invalid', undefined, { cause })
}
