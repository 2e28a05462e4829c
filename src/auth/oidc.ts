import { ErrorTimeout, User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { LoginError, type LoginProblem, type LoginResult } from '@/stores/provider'
import { safeReturnPath } from '@/stores/returnPath'
import { ANONYMOUS, expireSession, type Login, type LoginSetting } from './createAuth'
import { checkIdToken, claimOf, claimsOf, passesGate } from './claims'
import { toLoginError } from './loginError'
import { homeAddress, returnAddress } from './returnAddress'
import { PENDING, SESSION } from './tabStorage'

/** A token this close to its end is renewed before it is used. */
const LEEWAY_S = 10
const MAX_TIMER_MS = 2 ** 31 - 1

/** Any OpenID provider by discovery: authorization code with PKCE, state and nonce. Everything is kept for the tab only. */
export function createOidcLogin(setting: LoginSetting): Login | Promise<Login> {
  const { config, session, home, prefix, requestTimeoutSeconds } = setting
  const issuer = config.issuer ?? ''
  const clientId = config.clientId ?? ''
  const store = (part: string) => new WebStorageStateStore({ store: sessionStorage, prefix: prefix + part })
  const states = store(PENDING)
  const users = store(SESSION)
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: returnAddress(setting),
    post_logout_redirect_uri: homeAddress(setting),
    scope: config.scopes.join(' '),
    // What OpenID Connect asks for along with a refresh token.
    ...(config.scopes.includes('offline_access') && { prompt: 'consent' }),
    ...(config.resource !== null && { resource: config.resource, extraTokenParams: { resource: config.resource } }),
    automaticSilentRenew: false,
    filterProtocolClaims: false,
    requestTimeoutInSeconds: requestTimeoutSeconds,
    silentRequestTimeoutInSeconds: requestTimeoutSeconds,
    stateStore: states,
    // Whatever way a token comes, it passes here first: what is wrong is never kept.
    userStore: {
      get: key => users.get(key),
      remove: key => users.remove(key),
      getAllKeys: () => users.getAllKeys(),
      async set(key, value) {
        check(User.fromStorageString(value))
        await users.set(key, value)
      },
    },
  })
  const { metadataService } = manager
  const discover = metadataService.getMetadata.bind(metadataService)
  // Every question to the provider begins here.
  metadataService.getMetadata = async () => {
    const metadata = await inTime(discover(), patience())
    // OpenID Connect Discovery 4.3
    if (metadata.issuer !== issuer) throw new LoginError('untrusted', `issuer: ${metadata.issuer} (${issuer})`)
    return metadata
  }
  let user: User | null = null
  let renewing: Promise<boolean> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const bearer = (of: User) => (config.bearer === 'id_token' ? of.id_token : of.access_token)
  const secondsLeft = (of: User) => {
    const endsAt = config.bearer === 'id_token' ? of.profile.exp : of.expires_at
    return endsAt === undefined ? Infinity : endsAt - Date.now() / 1000
  }
  const patience = () => AbortSignal.timeout(requestTimeoutSeconds * 1000)

  /** Throws for an ID token that is not for this page. A renewal may leave the one that was checked before. */
  function check({ id_token: token }: User): void {
    if (token === undefined ? !config.scopes.includes('openid') : token === user?.id_token) return
    const fault = checkIdToken(token ?? '', { issuer, clientId, now: Date.now() / 1000 })
    if (fault === null) return
    throw new LoginError(fault === 'exp' ? 'outdated' : 'untrusted', `${fault}: ${String(claimsOf(token ?? '')[fault])}`)
  }

  /** An answer that comes too late counts for nothing: what was known before is kept. */
  async function ask<T extends User | null>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await inTime(answer, signal)
    } catch (error) {
      if (signal.aborted) answer.then(() => manager.storeUser(user)).catch(() => undefined)
      throw error
    }
  }

  /** Claims for the gate: of the ID token, else of the access token, else what the provider tells when asked. */
  async function mayWrite(of: User, signal: AbortSignal): Promise<boolean> {
    const { gate } = config
    if (gate === null) return true
    const known = { ...claimsOf(of.access_token), ...of.profile }
    if (claimOf(known, gate.claim) !== undefined) return passesGate(known, gate)
    try {
      const endpoint = await metadataService.getUserInfoEndpoint()
      const answer = await fetch(endpoint, { headers: { Authorization: `Bearer ${of.access_token}` }, signal })
      return answer.ok && passesGate((await answer.json()) as object, gate)
    } catch {
      // A renewal that learns nothing takes nothing away.
      return user?.profile.sub === of.profile.sub && session.value.mayWrite
    }
  }

  async function take(fresh: User, signal = patience()): Promise<void> {
    const { profile } = fresh
    const name = profile.name ?? profile.preferred_username ?? profile.email
    const isOpen = await mayWrite(fresh, signal)
    user = fresh
    session.value = { state: 'loggedIn', mayWrite: isOpen, ...(name !== undefined && { name }) }
    clearTimeout(timer)
    const left = secondsLeft(fresh)
    // Told before a write finds out.
    if (left !== Infinity) timer = setTimeout(() => void renew(), Math.min(Math.max(left - LEEWAY_S, 5) * 1000, MAX_TIMER_MS))
  }

  function expire(problem?: LoginProblem): void {
    clearTimeout(timer)
    expireSession(session, problem)
  }

  async function tryRenewing(): Promise<boolean> {
    const before = user
    if (before === null) return false
    const signal = patience()
    let problem: LoginProblem | undefined
    try {
      const fresh = await ask(askForAnother(), signal)
      // Somebody logged in or out in the meantime, who has the last word.
      if (user !== before) await manager.storeUser(user)
      else if (fresh && bearer(fresh) !== undefined && secondsLeft(fresh) > 0) await take(fresh, signal)
    } catch (error) {
      // That the provider wants a new login is no problem to tell of.
      const { kind } = toLoginError(error)
      if (kind !== 'refused') problem = kind
    }
    if (user !== before) return session.value.state === 'loggedIn'
    expire(problem)
    return false
  }

  async function askForAnother(): Promise<User | null> {
    // Said each time: for the refresh grant the library forgets its own setting.
    const args = { nonce: randomNonce(), silentRequestTimeoutInSeconds: requestTimeoutSeconds }
    const fresh = await manager.signinSilent(args)
    // A refresh need not bring a new ID token; the provider's session may.
    if (!fresh || secondsLeft(fresh) > 0) return fresh
    return manager.signinSilent({ ...args, nonce: randomNonce(), forceIframeAuth: true })
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
      const signal = patience()
      const fresh = await ask(manager.signinRedirectCallback(address), signal)
      if (bearer(fresh) === undefined) throw new LoginError('refused', `no ${config.bearer}`)
      await take(fresh, signal)
      return { kind: 'done', returnPath: safeReturnPath((fresh.state as { to?: unknown } | undefined)?.to, home) }
    } catch (error) {
      throw toLoginError(error)
    }
  }

  async function login(returnPath: string, { popup = false } = {}): Promise<void> {
    const args = { state: { to: safeReturnPath(returnPath, home) }, nonce: randomNonce() }
    try {
      if (popup) await take(await manager.signinPopup({ ...args, popupAbortOnClose: true }))
      else await manager.signinRedirect(args)
    } catch (error) {
      throw toLoginError(error)
    }
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
    expire: () => expire(),
  }
  return restore().then(() => result)
}

const randomNonce = () => crypto.randomUUID()

/** Rejects when the time is over: the library limits only how long an answer takes to begin, each for itself. */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = () => reject(new ErrorTimeout('The login provider does not answer.'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
