import { AFFECTED_TITLE } from '../support/browser/affected'
import { describe, expect, test } from 'vitest'
import { inCase } from '../support/browser/inCase'
import { logInInWindow, openProvidersWithLogin, openWithLogin, renewBySession } from '../support/browser/login'
import { cloud, NOW, ongoing } from '../support/browser/manageCloud'
import { button, openManagePage } from '../support/browser/managePage'
import { OPERATOR } from '../support/browser/oidcProvider'
import { heading } from '../support/browser/providers'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const bucket = { kind: 'bucket', basePath: '/bucket/status/', fallback: false } as const
const START = '/bucket/status/index.html'

describe('behind #', () => {
  test('a login that ends is taken up again in a window beside the page', async () => {
    const opened = await openWithLogin({
      ...bucket,
      hashDocument: 'index.html',
      path: 'index.html#/manage',
      provider: { tokenSeconds: 8 },
    })
    const { page, context, provider, logIn } = opened
    opened.expectProblem(/400|invalid_grant|Failed to load/)
    await logIn()
    await heading(page, say('manage.title')).waitFor()
    provider.forgetAll()
    await page.getByText(say('auth.expired')).waitFor()
    // Words that the window asks for beside the login, and that do not come before it closes.
    await context.route('**/assets/en-*.js', async route => {
      const response = await route.fetch()
      const isAside = (await response.text()).includes('noResultsText')
      if (!isAside) await route.fulfill({ response })
    })
    const popup = await logInInWindow(context, page)
    await page.getByText(say('auth.expired')).waitFor({ state: 'detached' })
    expect(popup.isClosed()).toBe(true)
  })

  test('a page that is all behind the login asks for it, and the end of the login leaves nothing on the screen', async () => {
    const { page, logIn, provider } = await openWithLogin({
      ...bucket,
      hashDocument: 'index.html',
      path: 'index.html',
      server: { bearer: () => true, readsNeedLogin: true },
      auth: { readsNeedLogin: true, logout: 'provider' },
    })
    await page.getByText(say('auth.allText')).waitFor()
    await logIn()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await page.getByRole('button', { name: say('account.logout') }).click()
    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByText(say('auth.allText')).waitFor()
    expect(new URL(page.url()).pathname).toBe(START)
    expect(provider.requests.filter(request => request.startsWith('GET /session/end'))).toHaveLength(1)
  })

  test('the session of the provider renews the login in a frame, under the strict policy as well', async () => {
    const options = { ...bucket, policy: 'page', hashDocument: 'index.html', path: 'index.html' } as const
    const { tokens, silent } = await renewBySession(options)
    expect(tokens).toHaveLength(2)
    expect(silent).toHaveLength(1)
  })

  test('the login at one of several providers comes back to its pages', async () => {
    const { page, site, provider, logIn } = await openProvidersWithLogin({ ...bucket, config: { routing: 'hash' } })
    await provider.admit(site.url, `${site.url}index.html?p=b`)
    await page.goto(`${site.url}index.html#/p/b/manage/components`)
    await logIn()
    await heading(page, say('manage.nav.components')).waitFor()
    await page.getByText(OPERATOR.name).waitFor()
    expect(page.url()).toBe(`${site.url}index.html#/p/b/manage/components`)
  })

  test('an answer that nobody asked for is refused', async () => {
    const { page, stored } = await openWithLogin({
      ...bucket,
      hashDocument: 'index.html',
      path: 'index.html?code=stolen&state=forged',
    })
    await page.getByText(say('auth.problem.invalid')).waitFor()
    expect(page.url()).not.toContain('stolen')
    expect((await stored()).tab).not.toContain('eyJ')
  })

  test('never leads on to another host', async () => {
    const [first, ...others] = ['//evil.example', 'https:evil.example', '/\\evil.example', '/%2F/evil.example']
    const loginAt = (to: string) => `index.html#/login?to=${encodeURIComponent(to)}`
    const { page, logIn, site } = await openWithLogin({ ...bucket, hashDocument: 'index.html', path: loginAt(first) })
    const expectInside = async (name: string) => {
      await inCase(name, page.getByText(OPERATOR.name).waitFor())
      await expect.poll(() => page.url(), { message: name }).toBe(`${site.url}index.html#/manage`)
    }
    await logIn()
    await expectInside(first)
    for (const to of others) {
      await page.getByRole('button', { name: say('account.logout') }).click()
      await page.waitForURL(`${site.url}index.html#/`)
      await page.goto(site.url + loginAt(to))
      // The provider knows the operator by now, and asks for nothing.
      await page.getByRole('button', { name: say('account.login') }).click()
      await expectInside(to)
    }
  })

  test('a pasted token leads to the management, whose links are right', async () => {
    const { page } = await openManagePage({
      ...bucket,
      now: NOW,
      server: { data: cloud([ongoing()]) },
      config: { routing: 'hash' },
      path: 'index.html#/manage',
    })
    await heading(page, say('manage.title')).waitFor()
    await button(page, 'manage.report.incident').click()
    await page.getByRole('dialog').waitFor()
  })

  test('the session of a proxy comes back with its answer before the #', async () => {
    const { page, site } = await openStatusPage({
      ...bucket,
      config: { routing: 'hash', auth: { mode: 'cookie', loginUrl: 'proxy.html?rd={return}' } },
      files: { 'proxy.html': '<!doctype html><link rel="icon" href="data:," />' },
      path: 'index.html#/manage',
    })
    await button(page, 'account.login').click()
    await page.waitForURL('**/proxy.html?*')
    const back = new URL(page.url()).searchParams.get('rd')!
    expect(back).toBe(`${site.url}index.html?done`)
    await page.goto(back)
    await page.waitForURL(`**${START}#/manage`)
  })
})
