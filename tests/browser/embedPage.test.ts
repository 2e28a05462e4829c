import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { choose, chosen } from '../support/browser/choose'
import { openPage } from '../support/browser/page'
import { openStatusPage, startServer, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const data = buildData({ incidents: [buildIncident({ beganAt: '2026-03-10T11:00:00.000Z', endedAt: null })] })
const open = (options: StatusPageOptions = {}) =>
  openStatusPage({ path: 'embed.html', now: NOW, config: { title: 'Northwind' }, server: { data }, ...options })
/** The texts of the page itself in a language that can be seen. */
const shown = (page: Page, language: string) =>
  page.evaluate(
    language =>
      Array.from(document.body.querySelectorAll<HTMLElement>(`[lang=${language}]:not(scs-status)`))
        .filter(text => text.checkVisibility())
        .map(text => text.innerText),
    language,
  )
const frameOf = (page: Page) => page.frameLocator('iframe')

test('shows frame and elements at work on the API of the page, under its strict policy', async () => {
  const { page, server } = await open()
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
  await frameOf(page).getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('200')
  const one = page.locator(`scs-status[component="${buildComponent().id}"] [part=headline]`)
  await expect.poll(() => one.innerText()).toContain('Compute: Major')
  // All elements of this page have asked once, and the frame once.
  await page.waitForLoadState('networkidle')
  expect(server.requests.filter(({ path }) => path === '/severities')).toHaveLength(2)

  await page.getByRole('checkbox', { name: 'banner' }).uncheck()
  await choose(page, 'Language', 'de')
  await frameOf(page).getByRole('heading', { level: 2, name: 'Komponenten' }).waitFor()
  expect(await frameOf(page).getByTestId('banner').count()).toBe(0)
})

test('takes no other API from its address where the page has one', async () => {
  const { page, server } = await open({ path: 'embed.html?api=http://127.0.0.1:1' })
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
  const named = await page.locator('scs-status').evaluateAll(all => all.map(one => one.getAttribute('api')))
  expect([...new Set(named)]).toEqual([server.url])
})

test('beside the demo asks for an API that can be asked', async () => {
  const server = await startServer({ data, now: () => NOW })
  const { page } = await openPage({
    path: 'embed.html',
    config: { apiUrl: 'demo' },
    allowedOrigins: [server.url],
    prepare: context => context.clock.install({ time: NOW }),
  })
  await frameOf(page).getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  await page.getByRole('textbox', { name: /Address of an API/ }).fill(server.url)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
})

describe('in German', () => {
  const german = (options: StatusPageOptions = {}) => open({ locale: 'de-AT', ...options })

  test('all that is read is German, the frame and the elements too', async () => {
    const { page } = await german()
    await page.locator('scs-status[look=list]').getByText('1 Komponente betroffen').waitFor()
    await frameOf(page).getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await frameOf(page)
      .getByText(say('banner.noEnd', {}, 'de'))
      .waitFor()
    await page.getByRole('heading', { level: 1, name: 'Den Status einbetten' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await page.title()).toBe('Den Status einbetten')
    expect(await page.getByRole('checkbox').count()).toBe(4)
    expect(await chosen(page, 'Sprache')).toBe('de')
    expect(await shown(page, 'en')).toEqual([])
    await expectNoAxeViolations(page)
  })

  test('every text has all languages', async () => {
    const { page } = await german()
    await page.getByRole('heading', { level: 1, name: 'Den Status einbetten' }).waitFor()
    const languages = await page.evaluate(() =>
      Array.from(document.body.querySelectorAll<HTMLElement>('[lang]:not(scs-status)'), ({ lang }) => lang),
    )
    expect(languages.length).toBeGreaterThan(30)
    expect(languages).toEqual(languages.map((_, index) => ['en', 'de', 'fr'][index % 3]))
    // What stands in none of them is the same in all: names, and values of the address.
    const alone = await page.getByRole('main').evaluate(main => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (!node.parentElement!.closest('[lang]:not(html), scs-status, #elements, code, option'))
          texts.push(node.textContent!.trim())
      return texts.filter(Boolean)
    })
    expect(alone).toEqual(['banner', 'incidents', 'maintenance', 'components'])
  })
})

test('in French the page and the frame are French; the element, which has no French words, speaks English', async () => {
  const { page } = await open({ locale: 'fr-CA' })
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
  await frameOf(page).getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect(await page.title()).toBe('Intégrer l’état')
  expect(await chosen(page, 'Langue')).toBe('fr')
  expect([...(await shown(page, 'en')), ...(await shown(page, 'de'))]).toEqual([])
  await expectNoAxeViolations(page)
})

test('another language of the browser gets English', async () => {
  const { page } = await open({ locale: 'it-IT' })
  await page.getByRole('heading', { level: 1, name: 'Embedding the status' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect([...(await shown(page, 'de')), ...(await shown(page, 'fr'))]).toEqual([])
})

test('beside a page under hash routing, on a host that knows nothing but files', async () => {
  const { page, site } = await open({
    config: { routing: 'hash' },
    kind: 'bucket',
    basePath: '/bucket/status/',
    fallback: false,
  })
  await frameOf(page).getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
  await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('200')
  await page.locator('scs-status').first().getByRole('link').first().click()
  await page.waitForURL(`${site.url}index.html#/`)
  expect(site.requests.filter(({ status }) => status !== 200)).toEqual([])
})

test.each([
  ['light', 360],
  ['dark', 1440],
] as const)('axe finds nothing in %s at %i px, and nothing is wider than the screen', async (colorScheme, width) => {
  const { page } = await open({ colorScheme, viewport: { width, height: 900 } })
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
  await expectNoAxeViolations(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})
