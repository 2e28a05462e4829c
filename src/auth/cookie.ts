import { safeReturnPath } from '@/stores/returnPath'
import { ANONYMOUS, expireSession, type Login, type LoginSetting } from './createAuth'
import { homeAddress, returnAddress } from './returnAddress'
import { PENDING, SESSION } from './tabStorage'

const DONE = 'done'

/** A proxy's session, whose cookie no script can see: what is known is that somebody went to log in and came back. */
export function createCookieLogin(setting: LoginSetting): Login {
  const { config, session, baseUrl, home, prefix } = setting
  const key = `${prefix}${SESSION}cookie`
  const pending = `${prefix}${PENDING}cookie`
  const loggedIn = { state: 'loggedIn', mayWrite: true } as const
  if (sessionStorage.getItem(key) !== null) session.value = loggedIn

  const go = (template: string, back: string) =>
    location.assign(new URL(template.replaceAll('{return}', encodeURIComponent(back)), baseUrl))
  const expire = () => {
    sessionStorage.removeItem(key)
    expireSession(session)
  }
  return {
    accessToken: () => null,
    login(returnPath) {
      sessionStorage.setItem(pending, safeReturnPath(returnPath, home))
      const back = returnAddress(setting)
      go(config.loginUrl ?? '', `${back}${back.includes('?') ? '&' : '?'}${DONE}`)
      return Promise.resolve()
    },
    finishLogin(address) {
      const returnPath = sessionStorage.getItem(pending)
      if (returnPath === null || !new URL(address).searchParams.has(DONE)) return Promise.resolve({ kind: 'none' })
      sessionStorage.removeItem(pending)
      sessionStorage.setItem(key, '')
      session.value = loggedIn
      return Promise.resolve({ kind: 'done', returnPath: safeReturnPath(returnPath, home) })
    },
    logout() {
      sessionStorage.removeItem(key)
      session.value = ANONYMOUS
      if (config.logoutUrl !== null) go(config.logoutUrl, homeAddress(setting))
      return Promise.resolve()
    },
    renew() {
      expire()
      return Promise.resolve(false)
    },
    expire,
  }
}
