import type { Route } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { openWithLogin } from '../support/browser/login'
import { OPERATOR } from '../support/browser/oidcProvider'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

/** Somebody on the way to the provider puts a value of their own into the question. */
function exchange(route: Route, name: string): Promise<void> {
  const question = new URL(route.request().url())
  if (question.searchParams.get(name) === 'forged') return route.continue()
  question.searchParams.set(name, 'forged')
  return route.fulfill({ status: 302, headers: { Location: question.href } })
}

const someIncident = `manage/incidents/${buildIncident().id}`
const ofOperators = /oidc|operator|manage|login/i

describe('a visitor', () => {
  test('of a page with login downloads nothing of it, and the provider hears nothing', async () => {
    const { page, provider, site } = await openWithLogin()
    await page.getByRole('link', { name: say('account.login') }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(site.requests.map(({ url }) => url).filter(url => ofOperators.test(url))).toEqual([])
    expect(provider.requests).toEqual([])
  })

  test('of a page without login finds no way to it', async () => {
    const { page } = await openStatusPage({ path: 'manage' })
    await page.getByRole('heading', { name: say('notFound.title') }).waitFor()
    expect(await page.getByRole('link', { name: say('account.login') }).count()).toBe(0)
    expect(await page.getByRole('link', { name: say('account.manage') }).count()).toBe(0)
  })

  test('of a page that a proxy guards may manage at once', async () => {
    const { page } = await openStatusPage({ config: { auth: { mode: 'none' } } })
    await page.getByRole('link', { name: say('account.manage') }).click()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
  })
})

describe('a login', () => {
  test('leads back to where the operator wanted to go, below any path, and keeps its tokens to itself', async () => {
    const { page, context, logIn, pathname, stored, provider } = await openWithLogin({
      basePath: '/some/where/',
      path: someIncident,
      server: { data: buildData({ incidents: [buildIncident()] }) },
    })
    const addresses: string[] = []
    context.on('request', request => addresses.push(request.url()))
    await page.getByRole('heading', { name: say('auth.title') }).waitFor()
    await expectNoAxeViolations(page)
    await logIn()
    await page.getByText(OPERATOR.name).waitFor()
    await page.waitForURL(`**/some/where/${someIncident}`)
    await expect.poll(pathname).toBe(`/some/where/${someIncident}`)

    const { local, tab } = await stored()
    const tokens = tab.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []
    expect(tokens.length).toBeGreaterThan(0)
    expect(tab).toContain('/some/where/')
    expect(local).not.toContain('eyJ')
    expect(addresses.filter(address => address.includes('eyJ'))).toEqual([])
    expect(provider.requests.filter(request => request.startsWith('POST /token'))).toHaveLength(1)

    await page.reload()
    await page.getByText(OPERATOR.name).waitFor()
    await expect.poll(pathname).toBe(`/some/where/${someIncident}`)
  })

  test('that the provider refuses is told, and can be tried again', async () => {
    const { page, pathname } = await openWithLogin({ path: 'manage' })
    await page.getByRole('button', { name: say('account.login') }).click()
    await page.getByRole('link', { name: 'Refuse' }).click()
    await page.getByText(say('auth.problem.refused')).waitFor()
    await page.getByText('The user changed their mind').waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.getByRole('button', { name: say('auth.again') }).click()
    await page.getByRole('link', { name: 'Agree' }).click()
    await page.getByText(OPERATOR.name).waitFor()
    await expect.poll(pathname).toBe('/manage')
  })

  test('whose provider cannot be reached is told', async () => {
    const opened = await openWithLogin({ path: 'login', auth: { issuer: 'http://127.0.0.1:9' } })
    opened.expectProblem(/foreign request: http:\/\/127.0.0.1:9/)
    opened.expectProblem(/Failed to load resource|UNSAFE_PORT|Fetch API cannot load/)
    await opened.page.getByRole('button', { name: say('account.login') }).click()
    await opened.page.getByText(say('auth.problem.unreachable')).waitFor()
  })

  test('that nobody here asked for is refused', async () => {
    const { page, stored } = await openWithLogin({ path: 'login?code=stolen&state=forged' })
    await page.getByText(say('auth.problem.invalid')).waitFor()
    expect(new URL(page.url()).search).toBe('')
    expect((await stored()).tab).not.toContain('eyJ')
  })

  test('whose state was exchanged on the way is refused', async () => {
    const { page, logIn, provider } = await openWithLogin({ path: 'login' })
    await page.route(`${provider.issuer}/auth?*`, route => exchange(route, 'state'))
    await logIn()
    await page.getByText(say('auth.problem.invalid')).waitFor()
  })

  test('whose nonce was exchanged on the way is refused', async () => {
    const { page, logIn, stored, provider } = await openWithLogin({ path: 'login' })
    await page.route(`${provider.issuer}/auth?*`, route => exchange(route, 'nonce'))
    await logIn()
    await page.getByText(say('auth.problem.invalid')).waitFor()
    expect((await stored()).tab).not.toContain('eyJ')
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/../up'])('never leads on to %s', async to => {
    const { page, logIn, pathname } = await openWithLogin({ path: `login?to=${encodeURIComponent(to)}` })
    await logIn()
    await page.getByText(OPERATOR.name).waitFor()
    await expect.poll(pathname).toBe('/manage')
  })

  test('of somebody whom the gate keeps out shows nothing to manage', async () => {
    const gate = { claim: 'groups', contains: 'status-operators' }
    const { page, logIn } = await openWithLogin({ path: 'manage', provider: { groups: ['staff'] }, auth: { gate } })
    await logIn()
    await page.getByRole('heading', { name: say('auth.notAllowed') }).waitFor()
    expect(await page.getByRole('link', { name: say('account.manage') }).count()).toBe(0)
    await expectNoAxeViolations(page)
  })

  test('of somebody whom the gate lets in leads on', async () => {
    const gate = { claim: 'groups', contains: 'status-operators' }
    const { page, logIn } = await openWithLogin({ path: 'manage', auth: { gate } })
    await logIn()
    await page.getByRole('heading', { level: 1, name: say('manage.title') }).waitFor()
  })
})
