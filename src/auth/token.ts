import { LoginError } from '@/stores/provider'
import { ANONYMOUS, expireSession, type Login, type LoginSetting } from './createAuth'
import { SESSION } from './tabStorage'

/** A token that the operator pasted, kept for the tab. */
export function createTokenLogin({ session, prefix }: LoginSetting): Login {
  const key = `${prefix}${SESSION}token`
  let token = sessionStorage.getItem(key)
  const loggedIn = { state: 'loggedIn', mayWrite: true } as const
  if (token !== null) session.value = loggedIn

  const expire = () => expireSession(session)
  return {
    accessToken: () => token,
    // There is nowhere to go: the login page asks for another one.
    login: () => Promise.resolve(),
    finishLogin: () => Promise.resolve({ kind: 'none' }),
    logout() {
      token = null
      sessionStorage.removeItem(key)
      session.value = ANONYMOUS
      return Promise.resolve()
    },
    renew(refused) {
      if (token !== null && token !== refused) return Promise.resolve(true)
      expire()
      return Promise.resolve(false)
    },
    expire,
    submitToken(pasted) {
      const bare = pasted.trim().replace(/^Bearer\s+/i, '')
      // What no header can carry would fail at each write, and say nothing of the reason.
      if (!/^[\x21-\x7e]+$/.test(bare)) throw new LoginError('invalid')
      token = bare
      sessionStorage.setItem(key, bare)
      session.value = loggedIn
    },
  }
}
