import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { cloud, NOW, ongoing } from '../support/browser/manageCloud'
import { broken, fine, heading, link, openProviders, overall } from '../support/browser/providers'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

// One build, on every kind of host. Routes behind "#" have a file of their own: hashRoutes.test.ts.
const incidentPath = `incidents/${ongoing().id}`
const open = (options: StatusPageOptions) => openStatusPage({ now: NOW, server: { data: cloud([ongoing()]) }, ...options })
const affected = (page: Page) => heading(page, AFFECTED_TITLE).waitFor()
const incident = (page: Page) => heading(page, 'Slow volumes').waitFor()
const component = (page: Page) => page.getByRole('heading', { level: 1, name: 'Compute' }).waitFor()
const place = (page: Page) => page.url().replace(/^https?:\/\/[^/]+/, '')

/** From the start to an incident, to the component and back, by links. */
async function walk(page: Page) {
  await affected(page)
  await page.getByRole('main').getByRole('link', { name: 'Slow volumes' }).first().click()
  await incident(page)
  await page.getByRole('main').getByRole('link', { name: 'Compute' }).first().click()
  await component(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Status', exact: true }).click()
  await affected(page)
}

describe.each(['/', '/any/sub/path/'])('below %s', basePath => {
  describe.each([
    ['a host that answers unknown paths with the page', true],
    ['a host that answers them with 404.html', '404.html'],
  ] as const)('on %s', (_, fallback) => {
    test('pages are reached by links, by their addresses, and again', async () => {
      const opened = await open({ basePath, fallback })
      const { page, site } = opened
      if (fallback === '404.html') opened.expectProblem(/status of 404/)
      await walk(page)
      for (const [path, isThere] of [
        [incidentPath, incident],
        [`components/${uuidOf('Compute')}?embed`, component],
        ['history?q=Slow', (of: Page) => link(of, 'Slow volumes').waitFor()],
        ['?at=2026-03-10T11:00:00Z', (of: Page) => of.getByRole('region', { name: say('past.strip') }).waitFor()],
      ] as const) {
        await page.goto(site.url + path)
        await isThere(page)
        await page.reload()
        await isThere(page)
      }
      // Nothing was looked for where it is not.
      expect(site.requests.filter(({ url, status }) => status !== 200 && url.includes('/assets/'))).toEqual([])
    })

    test('those of several providers too', async () => {
      const opened = await openProviders({ a: fine, b: broken }, { now: NOW, basePath, fallback, path: `p/b/${incidentPath}` })
      if (fallback === '404.html') opened.expectProblem(/status of 404/)
      await incident(opened.page)
      await link(opened.page, say('overview.all')).click()
      await heading(opened.page, overall('affected', 1, 2)).waitFor()
      expect(place(opened.page)).toBe(basePath)
    })
  })

  test('on a plain server the page is shown, and its links work', async () => {
    const { page, site } = await open({ basePath, fallback: false })
    await walk(page)
    expect(site.requests.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('in object storage, where index.html must be named, it is shown as well', async () => {
    const { page, site } = await open({ basePath, fallback: false, kind: 'bucket', path: 'index.html' })
    await affected(page)
    await page.reload()
    await walk(page)
    expect(site.requests.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('an address of hash routing leads to its page', async () => {
    const { page } = await open({ basePath, path: `#/${incidentPath}` })
    await incident(page)
    expect(place(page)).toBe(basePath + incidentPath)
  })
})

test('several providers are shown by a named index.html', async () => {
  const { page } = await openProviders({ a: fine, b: broken }, { now: NOW, fallback: false, kind: 'bucket', path: 'index.html' })
  await heading(page, overall('affected', 1, 2)).waitFor()
  await link(page, 'Cloud b').click()
  await affected(page)
})

test('an address of hash routing leads to no other host', async () => {
  const { page, site } = await open({ path: '#//evil.test/' })
  await heading(page, say('notFound.title')).waitFor()
  await link(page, say('notFound.home')).click()
  await affected(page)
  expect(new URL(page.url()).origin).toBe(site.origin)
})
