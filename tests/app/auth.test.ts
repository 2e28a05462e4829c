import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createAuth } from '@/auth/createAuth'
import { createProvider } from '@/app/createProvider'
import type { ConfigInput } from '@/config/schema'
import { LoginError } from '@/stores/provider'
import { buildConfig, buildSite } from '../support/config'

const BASE = 'http://page.test/status/'
const auth = (config: NonNullable<ConfigInput['auth']>, { baseUrl = BASE, apiUrl = '/api', path = '/' } = {}) =>
  createAuth(buildConfig({ apiUrl, auth: config }), baseUrl, path)
const cookie = { mode: 'cookie', loginUrl: 'https://proxy.test/start?rd={return}' } as const

beforeEach(() => sessionStorage.clear())

describe('without a login', () => {
  it.each([
    ['off', false],
    ['none', true],
  ] as const)('%s: there is no token, and managing is open: %s', async (mode, mayWrite) => {
    const { session, accessToken, renew } = auth({ mode })
    expect(session.value).toEqual({ state: 'anonymous', mayWrite })
    expect(await accessToken()).toBeNull()
    expect(await renew(null)).toBe(false)
  })
})

describe('a pasted token', () => {
  it('is for this tab, this page and this API', async () => {
    const first = auth({ mode: 'token' })
    expect(await first.accessToken()).toBeNull()
    await first.submitToken?.(' Bearer abc ')
    expect(await first.accessToken()).toBe('abc')
    expect(first.session.value).toEqual({ state: 'loggedIn', mayWrite: true })
    expect(JSON.stringify(localStorage)).not.toContain('abc')

    const reloaded = auth({ mode: 'token' })
    await reloaded.restore()
    expect(reloaded.session.value.state).toBe('loggedIn')
    for (const other of [
      auth({ mode: 'token' }, { apiUrl: '/api2' }),
      auth({ mode: 'token' }, { baseUrl: 'http://page.test/' }),
      // Another provider on the same page, even if it is the same API.
      auth({ mode: 'token' }, { path: '/p/north/' }),
    ]) {
      await other.restore()
      expect(await other.accessToken()).toBeNull()
    }
  })

  it.each(['', '   ', 'two words', 'naïve', 'line\nbreak'])('%j is none', async token => {
    const { submitToken, accessToken } = auth({ mode: 'token' })
    await expect(submitToken?.(token)).rejects.toThrow(LoginError)
    expect(await accessToken()).toBeNull()
  })

  it('that is refused has expired, and logging out forgets it', async () => {
    const { session, submitToken, renew, logout, accessToken } = auth({ mode: 'token' })
    await submitToken?.('abc')
    // Refused was the one before, which a call had left with.
    expect(await renew('xyz')).toBe(true)
    expect(await renew('abc')).toBe(false)
    expect(session.value).toEqual({ state: 'expired', mayWrite: true })
    await logout()
    expect(session.value.state).toBe('anonymous')
    expect(await accessToken()).toBeNull()
    expect(sessionStorage).toHaveLength(0)
  })
})

describe('a login that nobody had', () => {
  it.each([cookie, { mode: 'token' }, { mode: 'oidc', issuer: 'https://login.test', clientId: 'page' }] as const)(
    'is refused, and has not expired: %o',
    async config => {
      const { session, renew, expire } = auth(config)
      expect(await renew(null)).toBe(false)
      expect(session.value).toEqual({ state: 'anonymous', mayWrite: false })
      expire()
      await vi.dynamicImportSettled()
      expect(session.value).toEqual({ state: 'anonymous', mayWrite: false })
    },
  )
})

describe('what would be sent', () => {
  it.each([
    [{ mode: 'none' }, false],
    [cookie, false],
    [{ mode: 'token' }, true],
    [{ mode: 'oidc', issuer: 'https://login.test', clientId: 'page' }, true],
  ] as const)('with %o carries a token: %s', async (config, authenticated) => {
    const { recordCalls } = await createProvider(buildSite({ auth: config }).providers[0])
    expect(await recordCalls(api => api.deleteIncident('a'))).toMatchObject([{ authenticated }])
  })
})

describe("a proxy's session", () => {
  it('begins at its address, which learns where to come back to', async () => {
    const assign = vi.spyOn(location, 'assign').mockReturnValue()
    const first = auth(cookie)
    await first.login('/manage/incidents/1')
    const asked = new URL(String(assign.mock.calls[0]?.[0]))
    expect(asked.origin + asked.pathname).toBe('https://proxy.test/start')
    const back = asked.searchParams.get('rd') ?? ''
    expect(back).toMatch(/^http:\/\/page\.test\/status\/login\?/)
    expect(first.session.value.state).toBe('anonymous')

    const second = auth(cookie)
    expect(await second.finishLogin(back)).toEqual({ kind: 'done', returnPath: '/manage/incidents/1' })
    expect(second.session.value.state).toBe('loggedIn')
    expect(await second.accessToken()).toBeNull()
    // The way back is good for one time.
    expect(await second.finishLogin(back)).toEqual({ kind: 'none' })
    vi.restoreAllMocks()
  })

  it('of one of several providers comes back to its pages', async () => {
    const assign = vi.spyOn(location, 'assign').mockReturnValue()
    const north = auth(cookie, { path: '/p/north/' })
    await north.login('//evil.example')
    const back = new URL(String(assign.mock.calls[0]?.[0])).searchParams.get('rd') ?? ''
    expect(back).toMatch(/^http:\/\/page\.test\/status\/p\/north\/login\?/)
    expect(await auth(cookie).finishLogin(back)).toEqual({ kind: 'none' })
    expect(await north.finishLogin(back)).toEqual({ kind: 'done', returnPath: '/p/north/manage' })
    vi.restoreAllMocks()
  })

  it('that the server refuses has expired, and this tab forgets it', async () => {
    sessionStorage.setItem('scs-status login /status/ /api session cookie', '')
    const { session, restore, renew } = auth(cookie)
    await restore()
    expect(session.value).toEqual({ state: 'loggedIn', mayWrite: true })
    expect(await renew(null)).toBe(false)
    expect(session.value).toEqual({ state: 'expired', mayWrite: true })
    expect(sessionStorage).toHaveLength(0)
  })

  it('was not begun by who only opens the address', async () => {
    const { finishLogin, session } = auth(cookie)
    expect(await finishLogin(`${BASE}login?done`)).toEqual({ kind: 'none' })
    expect(session.value.state).toBe('anonymous')
  })
})
