import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildImpactType, buildIncident } from '../support/builders'
import { act } from '../support/browser/actions'
import { downloaded } from '../support/browser/download'
import { hasFocus } from '../support/browser/focus'
import { follows } from '../support/browser/following'
import { inCase } from '../support/browser/inCase'
import { openWithLogin } from '../support/browser/login'
import { cloud, NOW, ongoing } from '../support/browser/manageCloud'
import { OPERATOR } from '../support/browser/oidcProvider'
import { broken, fine, heading, link, openProviders, overall } from '../support/browser/providers'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'
import { parseCalendar } from '../support/ical'

// Hosts that answer unknown paths with nothing of ours: how the start is opened, and what it is called there.
const HOSTS = [
  { name: 'a plain server', kind: 'plain', basePath: '/', start: '' },
  { name: 'a plain server, below a path', kind: 'plain', basePath: '/any/sub/path/', start: '' },
  { name: 'a plain server, by its name', kind: 'plain', basePath: '/status/', start: 'index.html' },
  { name: 'object storage', kind: 'bucket', basePath: '/bucket/status/', start: 'index.html' },
] as const
const bucket = { kind: 'bucket', basePath: '/bucket/status/', fallback: false } as const
const START = '/bucket/status/index.html'

const incidentPath = `/incidents/${ongoing().id}`
const planned = buildIncident({
  id: uuidOf('Switch'),
  displayName: 'Switch',
  beganAt: '2026-03-12T10:00:00Z',
  endedAt: '2026-03-12T11:00:00Z',
  affects: [{ reference: uuidOf('DNS'), type: buildImpactType().id, severity: 0 }],
})
const open = ({ config, path = 'index.html', ...options }: StatusPageOptions = {}) =>
  openStatusPage({
    ...bucket,
    now: NOW,
    server: { data: cloud([ongoing(), planned]) },
    permissions: ['clipboard-read', 'clipboard-write'],
    path,
    ...options,
    config: { routing: 'hash', ...config },
  })
const affected = (page: Page) => heading(page, AFFECTED_TITLE).waitFor()
const incident = (page: Page) => heading(page, 'Slow volumes').waitFor()
const place = (page: Page) => page.url().replace(/^https?:\/\/[^/]+/, '')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

describe.each(HOSTS)('on $name', ({ kind, basePath, start }) => {
  const options = { kind, basePath, fallback: false }

  test('every page is reached by links, by its address, and again', async () => {
    const { page, site } = await open({ ...options, path: start })
    await affected(page)
    expect(place(page)).toBe(`${basePath}${start}#/`)
    await page.getByRole('main').getByRole('link', { name: 'Slow volumes' }).first().click()
    await incident(page)
    expect(place(page)).toBe(`${basePath}${start}#${incidentPath}`)
    await page.reload()
    await incident(page)
    await page.goBack()
    await affected(page)
    // In a tab of its own, which knows nothing but the address.
    const href = await page
      .getByRole('main')
      .getByRole('link', { name: 'Compute' })
      .first()
      .evaluate((a: HTMLAnchorElement) => a.href)
    const other = await page.context().newPage()
    await other.goto(href)
    await other.getByRole('heading', { level: 1, name: 'Compute' }).waitFor()
    expect(site.requests.filter(({ status, url }) => status !== 200 && !url.endsWith('/'))).toEqual([])
  })

  test('several providers have their pages', async () => {
    const opened = await openProviders({ a: fine, b: broken }, { now: NOW, ...options, config: { routing: 'hash' }, path: start })
    const { page } = opened
    await heading(page, overall('affected', 1, 2)).waitFor()
    await link(page, 'Cloud b').click()
    await affected(page)
    await page.getByRole('main').getByRole('link', { name: 'Slow volumes' }).first().click()
    await incident(page)
    expect(place(page)).toBe(`${basePath}${start}#/p/b${incidentPath}`)
    await page.reload()
    await incident(page)
    expect(await page.title()).toContain('Cloud b')
  })

  test('a login comes back to where the operator wanted to go', async () => {
    const { page, logIn } = await openWithLogin({ ...options, hashDocument: start, path: `${start}#/manage` })
    await logIn()
    await page.getByText(OPERATOR.name).waitFor()
    await heading(page, say('manage.title')).waitFor()
    expect(place(page)).toBe(`${basePath}${start}#/manage`)
    await page.reload()
    await heading(page, say('manage.title')).waitFor()
  })
})

describe('behind #', () => {
  test('focus, title, the skip link and the search are those of any page; filters and moments stand in the address', async () => {
    const { page, site } = await open()
    await affected(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.getByRole('main'))).toBe(true)
    expect(place(page)).toBe(`${START}#/`)
    // It comes when the page stands.
    await page.getByRole('button', { name: say('app.search'), exact: true }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: say('search.label') }).fill('slow vol')
    await page.keyboard.press('Enter')
    await incident(page)
    expect(await hasFocus(page.getByRole('main'))).toBe(true)
    expect(await page.title()).toContain('Slow volumes')

    await page.goto(`${site.url}index.html#/`)
    await page.getByRole('searchbox', { name: say('components.search') }).fill('dns')
    await page.waitForURL(`**${START}#/?q=dns`)
    await page.goto(`${site.url}index.html#/?at=2026-03-10T11:00:00Z`)
    await page.getByRole('region', { name: say('past.strip') }).waitFor()
    await press(page, say('past.choose'))
    await press(page, say('past.hourBack'))
    await page.waitForURL(url => url.hash.includes('at=2026-03-10T10'))
    await page.keyboard.press('Escape')
    await page.goto(`${site.url}index.html#/history?q=Slow`)
    await link(page, 'Slow volumes').waitFor()
    await press(page, say('history.save'))
    const file = await downloaded(page, () => page.getByText(say('history.json'), { exact: true }).click())
    expect(file.text).toContain(`"link": "${site.url}index.html#${incidentPath}"`)
  })

  test('an address that leads nowhere says so; links that leave the page name it whole: text, calendar, embedding, a list', async () => {
    const { page, site } = await open({ path: 'index.html#/nowhere', prepare: follows(['DNS']) })
    await heading(page, say('notFound.title')).waitFor()
    await link(page, say('notFound.home')).click()
    await affected(page)
    expect(place(page)).toBe(`${START}#/`)

    const address = `${site.url}index.html#`
    await page.goto(address + incidentPath)
    await incident(page)
    await act(page, say('share.copyLink'))
    await expect.poll(() => copied(page)).toBe(address + incidentPath)

    await page.goto(`${address}/incidents/${uuidOf('Switch')}`)
    const file = await downloaded(page, () => act(page, say('calendar.addNamed', { title: 'Switch' })))
    expect(JSON.stringify(parseCalendar(file.text))).toContain(`${address}/incidents/${uuidOf('Switch')}`)

    await page.goto(`${address}/components/${uuidOf('Compute')}`)
    await page.getByRole('tab', { name: say('component.tabs.embed') }).click()
    await press(page, `${say('component.copy')} (${say('component.embedFrame')})`)
    await expect.poll(() => copied(page)).toContain(`src="${address}/components/${uuidOf('Compute')}?embed"`)

    await page.goto(`${address}/following`)
    await press(page, say('share.copyLink'))
    await expect.poll(() => copied(page)).toBe(`${address}/following?components=${uuidOf('DNS')}`)
  })

  test('an embedded component opens its links in the window around', async () => {
    const files = { 'frame.html': '<!doctype html><link rel="icon" href="data:," />' }
    const { page, site } = await open({ files, path: 'frame.html' })
    const src = `${site.url}index.html#/components/${uuidOf('Compute')}?embed`
    await page.evaluate(src => document.body.append(Object.assign(document.createElement('iframe'), { src, height: '600' })), src)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { level: 1, name: 'Compute' }).waitFor()
    await frame.getByRole('link', { name: say('component.fullPage') }).click()
    await page.waitForURL(`**${START}#/components/${uuidOf('Compute')}`)
    await link(page, say('app.search'))
      .or(page.getByRole('button', { name: say('app.search'), exact: true }))
      .waitFor()
  })

  test('addresses of history routing lead to their pages', async () => {
    const base = '/sub/'
    const [first, ...others] = [incidentPath, '/history?q=Slow', '/?at=2026-03-10T11:00:00Z']
    const { page, site } = await open({ kind: 'plain', basePath: base, fallback: true, path: first.slice(1) })
    await inCase(first, page.waitForURL(`**${base}#${first}`))
    for (const path of others) {
      await page.goto(site.url + path.slice(1))
      await inCase(path, page.waitForURL(`**${base}#${path}`))
    }
  })

  test('a page of an older release is loaded whole', async () => {
    let gone = true
    const opened = await open({
      prepare: async context =>
        void (await context.route('**/assets/IncidentPage*.js', route => (gone ? route.abort() : route.continue()))),
    })
    opened.expectProblem(/Failed to (load|fetch)/)
    await affected(opened.page)
    opened.page.on('request', request => (gone &&= !request.isNavigationRequest()))
    await opened.page.getByRole('main').getByRole('link', { name: 'Slow volumes' }).first().click()
    await incident(opened.page)
  })
})
