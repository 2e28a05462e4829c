import { describe, expect, test } from 'vitest'
import { buildData } from '../support/builders'
import { routeTo } from '../support/browser/byRouter'
import { inCase } from '../support/browser/inCase'
import { openProvidersWithLogin } from '../support/browser/login'
import { cloud, NOW, ongoing } from '../support/browser/manageCloud'
import { logIn } from '../support/browser/managePage'
import { broken, fine, heading, link, openProviders, overall, pathOf } from '../support/browser/providers'
import { openStatusPage } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const AFFECTED = say('banner.affected', { n: 1 })
const OPERATIONAL = say('banner.operational')
const incidentPath = `incidents/${ongoing().id}`

describe('an address of one of several providers', () => {
  const open = (path: string, basePath = '/') => openProviders({ a: fine, b: broken }, { now: NOW, path, basePath })

  test.each(['/', '/status/'])('leads deep, and its links stay inside (below %s)', async basePath => {
    const { page, site, servers } = await open(`p/b/${incidentPath}`, basePath)
    await heading(page, 'Slow volumes').waitFor()
    expect(site.requests.filter(({ status }) => status !== 200)).toEqual([])
    expect(servers.a.requests).toEqual([])
    await link(page, say('incident.back')).click()
    await heading(page, AFFECTED_TITLE).waitFor()
    expect(pathOf(page)).toBe(`${basePath}p/b/`)
    expect(await page.title()).toBe(`${AFFECTED} – Cloud b`)
    await page.getByRole('main').getByRole('link', { name: 'Slow volumes' }).first().click()
    await heading(page, 'Slow volumes').waitFor()
    expect(pathOf(page)).toBe(`${basePath}p/b/${incidentPath}`)
    await link(page, say('overview.all')).click()
    await heading(page, overall('affected', 1, 2)).waitFor()
    await link(page, 'Cloud a').click()
    await heading(page, OPERATIONAL).waitFor()
    expect(await page.title()).toBe(`${OPERATIONAL} – Cloud a`)
    await page.evaluate(() => history.go(-2))
    await heading(page, 'Slow volumes').waitFor()
    expect(pathOf(page)).toBe(`${basePath}p/b/${incidentPath}`)
  })

  test('is its status page, with a slash or without; the pages of the operator of the page belong to none', async () => {
    const about = [{ path: 'imprint', title: 'Imprint', markdown: 'Example Group Ltd' }]
    const opened = await openProviders({ a: fine, b: broken }, { now: NOW, path: 'p/b', config: { about } })
    const { page } = opened
    await inCase('p/b', heading(page, AFFECTED_TITLE).waitFor())
    await link(page, 'Imprint').click()
    await page.getByText('Example Group Ltd').waitFor()
    expect(pathOf(page)).toBe('/about/imprint')
    await link(page, 'All clouds').click()
    await heading(page, overall('affected', 1, 2)).waitFor()
    await routeTo(opened, 'p/b/')
    await inCase('p/b/', heading(page, AFFECTED_TITLE).waitFor())
  })

  test('leads nowhere where it names no page, and from there to the overview', async () => {
    const [first, ...others] = [
      'p/c/',
      `p/c/${incidentPath}`,
      'p/b/nowhere',
      'p',
      incidentPath,
      'manage',
      'p/b/manage',
      'p/b/login',
    ]
    const opened = await open(first)
    const { page } = opened
    const expectNowhere = async () => {
      await heading(page, say('notFound.title')).waitFor()
      await link(page, say('notFound.home')).click()
      await heading(page, overall('affected', 1, 2)).waitFor()
    }
    await inCase(first, expectNowhere())
    for (const path of others) {
      await routeTo(opened, path)
      await inCase(path, expectNowhere())
    }
  })
})

describe('with one provider nothing of several shows', () => {
  test.each([
    ['apiUrl', () => openStatusPage({ server: { data: buildData() }, config: { title: 'Mine' } })],
    ['a list of one', () => openProviders({ north: { server: { data: buildData() } } }, { config: { title: 'Mine' } })],
  ])('%s', async (_, open) => {
    const { page, site } = await open()
    await heading(page, OPERATIONAL).waitFor()
    // For a moment, while the page takes the place of first paint, it is the name alone.
    await expect.poll(() => page.title()).toBe(`${OPERATIONAL} – Mine`)
    expect(pathOf(page)).toBe('/')
    expect(await page.getByRole('link', { name: say('overview.all') }).count()).toBe(0)
    const leads = page.getByRole('link', { includeHidden: true }).evaluateAll(links => links.map(one => one.getAttribute('href')))
    expect((await leads).filter(href => href!.includes('/p/'))).toEqual([])
    expect(site.requests.filter(({ url }) => /several|overview/i.test(url))).toEqual([])
    await page.goto(`${site.url}p/north/`)
    await heading(page, say('notFound.title')).waitFor()
  })
})

describe('a login at one provider', () => {
  const TOKEN = 'a-token-for-tests'
  const guarded = { server: { data: cloud(), bearer: TOKEN }, auth: { mode: 'token' } } as const

  test('is none at another', async () => {
    const { page, site } = await openProviders({ a: guarded, b: guarded, c: fine }, { path: 'p/a/manage' })
    await page.waitForURL(/\/p\/a\/login/)
    await logIn(page, TOKEN)
    await page.waitForURL(/\/p\/a\/manage/)
    await page.goto(`${site.url}p/a/`)
    await link(page, say('account.manage')).waitFor()
    await link(page, say('overview.all')).click()
    await link(page, 'Cloud b').click()
    await link(page, say('account.login')).waitFor()
    expect(await link(page, say('account.manage')).count()).toBe(0)
    await page.goto(`${site.url}p/b/manage`)
    await page.waitForURL(/\/p\/b\/login/)
    await page.goto(`${site.url}p/a/manage/components`)
    await heading(page, say('manage.nav.components')).waitFor()

    await page.getByRole('button', { name: say('account.logout') }).click()
    await page.waitForURL(/\/p\/a\/$/)
    await link(page, say('account.login')).waitFor()
  })

  test('cannot be gone around by the history of the browser', async () => {
    const { page } = await openProviders({ a: guarded, b: guarded }, { path: 'p/b/manage' })
    await page.waitForURL(/\/p\/b\/login/)
    await link(page, say('overview.all')).click()
    await link(page, 'Cloud a').click()
    await link(page, say('account.login')).click()
    await logIn(page, TOKEN)
    await page.waitForURL(/\/p\/a\/manage/)
    await page.evaluate(() => {
      history.replaceState({ ...(history.state as object) }, '', '/p/b/manage')
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
    })
    await page.waitForURL(/\/p\/b\/login/)
  })

  test('comes first where its reads need one, and the overview says so', async () => {
    const { page, row, servers } = await openProviders({
      a: { server: { ...guarded.server, readsNeedLogin: true }, auth: { mode: 'token', readsNeedLogin: true } },
      b: fine,
    })
    await row('b').getByText(OPERATIONAL).waitFor()
    await row('a').getByText(say('overview.locked')).waitFor()
    expect(servers.a.requests).toEqual([])
    await heading(page, overall('unconfirmed', 1, 2)).waitFor()
    await link(page, 'Cloud a').click()
    await page.waitForURL(/\/p\/a\/login/)
    await logIn(page, TOKEN)
    await heading(page, OPERATIONAL).waitFor()
    expect(pathOf(page)).toBe('/p/a/')
    await link(page, say('overview.all')).click()
    await row('a').getByText(OPERATIONAL).waitFor()
  })

  test('by an OpenID provider comes back to its pages', async () => {
    const { page, site, provider, logIn } = await openProvidersWithLogin()
    await provider.admit(`${site.url}p/b/`)
    await page.goto(`${site.url}p/b/manage/components`)
    await logIn()
    await heading(page, say('manage.nav.components')).waitFor()
    expect(pathOf(page)).toBe('/p/b/manage/components')
    await link(page, say('overview.all')).click()
    await link(page, 'Cloud a').click()
    await link(page, say('account.login')).waitFor()
  })
})
