import { delay, http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createAuth } from '@/auth/createAuth'
import { LoginError } from '@/stores/provider'
import { atEnd } from '../support/cleanup'
import { buildConfig } from '../support/config'
import { answerFirst } from '../support/server'

const ISSUER = 'https://login.test'
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

type Claims = Record<string, unknown>
interface Options {
  /** In place of the issuer that the discovery document should name. */
  readonly issuer?: string
}

/** A provider of logins, that answers with the claims given for each token. */
function startProvider({ issuer = ISSUER }: Options = {}) {
  let claims: Claims = {}
  const asked: string[] = []
  answerFirst(
    http.get(`${ISSUER}/.well-known/openid-configuration`, () =>
      HttpResponse.json({ issuer, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token` }),
    ),
    http.post(`${ISSUER}/token`, async ({ request }) => {
      asked.push(new URLSearchParams(await request.text()).get('grant_type') ?? '')
      const token = `${encode({})}.${encode({ iss: ISSUER, aud: 'page', sub: 'olga', exp: inSeconds(600), ...claims })}.`
      return HttpResponse.json({ access_token: 'opaque', token_type: 'Bearer', refresh_token: 'again', id_token: token })
    }),
  )
  return { asked, tell: (told: Claims) => (claims = { ...claims, ...told }) }
}

const open = () =>
  createAuth(
    buildConfig({ auth: { mode: 'oidc', issuer: ISSUER, clientId: 'page' }, requestTimeoutSeconds: 1 }),
    'http://page.test/status/',
  )
const stored = () => JSON.stringify(sessionStorage)

/** Goes to the provider and comes back with a code. */
async function comeBack(provider: ReturnType<typeof startProvider>, claims: Claims = {}) {
  const auth = open()
  const replace = vi.spyOn(location, 'assign').mockReturnValue()
  atEnd(() => replace.mockRestore())
  // It never comes back to the page that it left.
  void auth.login('/manage')
  await vi.waitFor(() => expect(replace).toHaveBeenCalled())
  const { searchParams } = new URL(String(replace.mock.calls[0]?.[0]))
  provider.tell({ nonce: searchParams.get('nonce'), ...claims })
  const address = `http://page.test/status/login?code=abc&state=${searchParams.get('state')}`
  return { auth, finish: () => auth.finishLogin(address) }
}
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof LoginError ? error.kind : error),
  )

beforeEach(() => {
  sessionStorage.clear()
  // happy-dom has nothing to stop; the library stops a page that it was about to leave.
  vi.stubGlobal('stop', () => undefined)
})

describe('a login at an OpenID provider', () => {
  it('works', async () => {
    const { auth, finish } = await comeBack(startProvider())
    expect(await problemOf(finish())).toBe('none')
    expect(auth.session.value.state).toBe('loggedIn')
    expect(stored()).toContain('opaque')
  })

  it.each<[string, Claims, string]>([
    ['another issuer', { iss: 'https://evil.test' }, 'untrusted'],
    ['another client', { aud: 'shop' }, 'untrusted'],
    ['another client among several', { aud: ['page', 'shop'], azp: 'shop' }, 'untrusted'],
    ['the past', { exp: 1 }, 'outdated'],
    ['another login', { nonce: 'forged' }, 'invalid'],
  ])('with a token of %s ends, and nothing is kept', async (_, claims, kind) => {
    const { auth, finish } = await comeBack(startProvider(), claims)
    expect(await problemOf(finish())).toBe(kind)
    expect(auth.session.value.state).toBe('anonymous')
    expect(stored()).not.toContain('opaque')
    expect(await auth.accessToken()).toBeNull()
  })

  it('that calls itself otherwise is not gone to', async () => {
    startProvider({ issuer: 'https://evil.test' })
    const assign = vi.spyOn(location, 'assign').mockReturnValue()
    atEnd(() => assign.mockRestore())
    await expect(open().login('/manage')).rejects.toMatchObject({
      kind: 'untrusted',
      detail: expect.stringContaining('evil') as string,
    })
    expect(assign).not.toHaveBeenCalled()
  })

  it.each([
    ['never begins to answer', () => delay('infinite')],
    ['never ends its answer', () => new HttpResponse(new ReadableStream(), { headers: { 'Content-Type': 'application/json' } })],
  ] as const)(
    'that %s costs the configured time, whatever is asked',
    async (_, never) => {
      const provider = startProvider()
      const { finish } = await comeBack(provider)
      answerFirst(http.post(`${ISSUER}/token`, never as () => Promise<never>))
      expect(await problemOf(finish())).toBe('unreachable')
      answerFirst(http.get(`${ISSUER}/.well-known/openid-configuration`, never as () => Promise<never>))
      expect(await problemOf(open().login('/manage'))).toBe('unreachable')
    },
    6_000,
  )
})

describe('a renewal', () => {
  async function logIn() {
    const provider = startProvider()
    const { auth, finish } = await comeBack(provider)
    await finish()
    return { auth, provider, token: await auth.accessToken() }
  }

  it('works', async () => {
    const { auth, provider, token } = await logIn()
    provider.tell({ issue: 2 })
    expect(await auth.renew(token)).toBe(true)
    expect(await auth.accessToken()).not.toBe(token)
    expect(provider.asked).toEqual(['authorization_code', 'refresh_token'])
  })

  it.each<[string, Claims, string]>([
    ['another issuer', { iss: 'https://evil.test' }, 'untrusted'],
    ['another client', { aud: 'shop' }, 'untrusted'],
    ['the past', { exp: 1 }, 'outdated'],
  ])('with a token of %s ends the login, which says why, and is not kept', async (_, claims, problem) => {
    const { auth, provider, token } = await logIn()
    const before = stored()
    provider.tell(claims)
    expect(await auth.renew(token)).toBe(false)
    expect(auth.session.value).toMatchObject({ state: 'expired', problem })
    expect(stored()).toBe(before)
  })

  it.each([
    ['never begins', () => delay('infinite')],
    ['never ends', () => new HttpResponse(new ReadableStream(), { headers: { 'Content-Type': 'application/json' } })],
  ] as const)(
    'whose answer %s costs the configured time',
    async (_, never) => {
      const { auth, token } = await logIn()
      answerFirst(http.post(`${ISSUER}/token`, never as () => Promise<never>))
      const begin = performance.now()
      expect(await auth.renew(token)).toBe(false)
      expect(performance.now() - begin).toBeLessThan(3_000)
      expect(auth.session.value).toMatchObject({ state: 'expired', problem: 'unreachable' })
    },
    6_000,
  )

  it('that comes after logging out logs nobody in', async () => {
    const { auth, token } = await logIn()
    const renewal = auth.renew(token)
    await auth.logout()
    expect(await renewal).toBe(false)
    expect(auth.session.value.state).toBe('anonymous')
    expect(stored()).not.toContain('opaque')
  })
})
