import { AFFECTED_TITLE } from '../support/browser/affected'
import { describe, expect, test } from 'vitest'
import { logInInWindow, openWithLogin, renewBySession, tokenCheck } from '../support/browser/login'
import { openStatusPage, startServer } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

describe('logging out', () => {
  test('of this tab leaves the provider alone', async () => {
    const { page, logIn, stored, provider } = await openWithLogin({ path: 'manage' })
    await logIn()
    await page.getByRole('button', { name: say('account.logout') }).click()
    await page.getByRole('link', { name: say('account.login') }).waitFor()
    expect((await stored()).tab).not.toContain('eyJ')
    expect(provider.requests.filter(request => request.includes('/session/end'))).toEqual([])
  })

  test('of the provider ends its session and comes back', async () => {
    const { page, logIn, provider, pathname } = await openWithLogin({ path: 'manage', auth: { logout: 'provider' } })
    await logIn()
    await page.getByRole('button', { name: say('account.logout') }).click()
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByRole('link', { name: say('account.login') }).waitFor()
    await expect.poll(pathname).toBe('/')
    expect(provider.requests.filter(request => /^GET \/session\/end\?.*id_token_hint=eyJ/.test(request))).toHaveLength(1)

    await page.goto(`${page.url()}manage`)
    await page.getByRole('button', { name: say('account.login') }).click()
    await page.getByRole('link', { name: 'Agree' }).waitFor()
  })
})

describe('a page that is all behind the login', () => {
  test('asks nothing before it, and everything after it', async () => {
    const { server: options, seen } = tokenCheck()
    const { page, server, logIn, pathname } = await openWithLogin({ server: options, auth: { readsNeedLogin: true } })
    await page.getByText(say('auth.allText')).waitFor()
    expect(server.requests).toEqual([])
    await logIn()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await expect.poll(pathname).toBe('/')
    expect(server.requests.length).toBeGreaterThan(0)
    expect(server.requests.filter(({ authorization }) => !authorization)).toEqual([])
    expect([...seen].every(token => token.startsWith('eyJ'))).toBe(true)
  })

  test('renews a login that the server refuses, once, and goes on', async () => {
    const { server: options, seen, refuseAll } = tokenCheck()
    const opened = await openWithLogin({ server: options, auth: { readsNeedLogin: true } })
    const { page, server, provider, logIn } = opened
    opened.expectProblem(/401/)
    await logIn()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await page.waitForLoadState('networkidle')
    refuseAll()
    server.requests.length = 0
    await page
      .getByRole('link', { name: /Slow volumes/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /Slow volumes/ }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(seen.size).toBe(2)
    expect(provider.requests.filter(request => request.startsWith('POST /token'))).toHaveLength(2)
    expect(await page.getByRole('link', { name: say('account.login') }).count()).toBe(0)
  })

  test('renews without a refresh token by the session of the provider', async () => {
    const { tokens, silent } = await renewBySession()
    expect(tokens).toHaveLength(2)
    expect(tokens.some(token => token.startsWith('eyJ'))).toBe(false)
    expect(silent).toHaveLength(1)
  })
})

describe('a login that ends while somebody works', () => {
  test('is told, and taken up again in a window beside the page', async () => {
    const opened = await openWithLogin({ path: 'manage', provider: { tokenSeconds: 8 } })
    const { page, context, provider, logIn } = opened
    opened.expectProblem(/400|invalid_grant|Failed to load/)
    await logIn()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
    await page.evaluate(() => Object.assign(window, { typed: 'half a sentence' }))
    provider.forgetAll()
    await page.getByText(say('auth.expired')).waitFor()
    const popup = await logInInWindow(context, page)
    await page.getByText(say('auth.expired')).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => (window as { typed?: string }).typed)).toBe('half a sentence')
    expect(popup.isClosed()).toBe(true)
  })
})

describe('other ways to log in', () => {
  test('a token that was pasted is kept for the tab', async () => {
    const { page, server } = await openStatusPage({ path: 'manage', config: { auth: { mode: 'token' } } })
    await page.getByLabel(say('auth.token')).fill('Bearer secret-token')
    await page.getByRole('button', { name: say('account.login') }).click()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
    expect(server.requests.filter(({ authorization }) => authorization)).toEqual([])
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret-token')

    await page.getByRole('button', { name: say('account.logout') }).click()
    await page.getByRole('link', { name: say('account.login') }).waitFor()
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('secret-token')
  })

  test('a proxy gets the address to come back to', async () => {
    // A second static host stands for the proxy's login page.
    const proxy = await startServer()
    const { page, site } = await openStatusPage({
      path: 'manage',
      allowedOrigins: [new URL(proxy.url).origin],
      config: { auth: { mode: 'cookie', loginUrl: `${proxy.url}/login?rd={return}`, logoutUrl: `${proxy.url}/logout` } },
      prepare: async context =>
        void (await context.route(`${proxy.url}/login?rd=*`, route =>
          route.fulfill({ status: 302, headers: { Location: new URL(route.request().url()).searchParams.get('rd') ?? '' } }),
        )),
    })
    await page.getByRole('button', { name: say('account.login') }).click()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
    expect(page.url()).toBe(`${site.url}manage`)
    await page.getByRole('button', { name: say('account.logout') }).waitFor()
  })
})
