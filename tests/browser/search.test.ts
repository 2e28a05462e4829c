import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { expectNoAxeViolations } from '../support/browser/axe'
import { hasFocus } from '../support/browser/focus'
import { cloud, NOW, ongoing, openCloud } from '../support/browser/manageCloud'
import { broken, fine, heading, openProviders, overall, pathOf } from '../support/browser/providers'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const field = (page: Page) => page.getByRole('combobox', { name: say('search.label') })
const options = (page: Page) => page.getByRole('dialog').getByRole('option')
const selected = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true })
const button = (page: Page) => page.getByRole('button', { name: say('app.search'), exact: true })
const isSearch = ({ url }: { url: string }) => /search/i.test(url)

const open = async (options: StatusPageOptions = {}) => {
  const opened = await openStatusPage({ now: NOW, server: { data: cloud([ongoing()]) }, ...options })
  await heading(opened.page, AFFECTED_TITLE).waitFor()
  return opened
}

describe('search everywhere', () => {
  test('is not part of the first visit; Ctrl-K loads it, a slip is forgiven, Enter goes there', async () => {
    const { page, site } = await open()
    await page.waitForLoadState('networkidle')
    expect(site.requests.filter(isSearch)).toEqual([])

    await page.keyboard.press('Control+k')
    await field(page).waitFor()
    expect(site.requests.filter(isSearch)).not.toEqual([])
    // What is not in order comes first.
    expect(await selected(page).textContent()).toContain('Compute')

    await page.keyboard.type('storge')
    await expect.poll(() => selected(page).textContent()).toContain('Storage')
    expect(await page.getByRole('dialog').getByRole('status').textContent()).toBe(say('search.found', { n: 1 }))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/components/${uuidOf('Storage')}`)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('by the button and the keys; Escape gives the focus back', async () => {
    const { page } = await open()
    await button(page).click()
    await field(page).waitFor()
    const count = await options(page).count()
    const names = await options(page).allTextContents()
    await page.keyboard.press('End')
    expect(await selected(page).textContent()).toBe(names[count - 1])
    await page.keyboard.press('ArrowDown')
    expect(await selected(page).textContent()).toBe(names[0])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    expect(await selected(page).textContent()).toBe(names[1])
    const id = await field(page).getAttribute('aria-activedescendant')
    expect(await selected(page).getAttribute('id')).toBe(id)

    await page.keyboard.press('Escape')
    await field(page).waitFor({ state: 'detached' })
    expect(await hasFocus(button(page))).toBe(true)

    const box = page.getByRole('searchbox')
    await box.focus()
    await page.keyboard.press('Control+k')
    await field(page).waitFor()
    await page.keyboard.press('Control+k')
    await field(page).waitFor({ state: 'detached' })
    expect(await hasFocus(box)).toBe(true)
  })

  test('a click leads on, with Ctrl in a new tab', async () => {
    const { page, context } = await open()
    await button(page).click()
    await field(page).fill('slow')
    const [other] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')])
    await heading(other, 'Slow volumes').waitFor()
    await field(page).fill(say('search.page.history'))
    await options(page).first().click()
    await heading(page, say('history.title')).waitFor()
  })

  test('what is not found is looked for in the history', async () => {
    const { page } = await open()
    await button(page).click()
    await field(page).fill('quite unheard of')
    await page.getByRole('link', { name: say('search.history') }).click()
    await heading(page, say('history.title')).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('quite unheard of')
  })

  test('a search that cannot be loaded is told, and breaks nothing', async () => {
    const { page, expectProblem } = await open()
    expectProblem(/Failed to load resource|net::ERR/)
    await page.route(/\/SearchPalette[^/]*\.js$/, route => route.abort(), { times: 1 })
    await button(page).click()
    await page.getByRole('alert').getByText(say('app.searchFailed')).waitFor()
    await heading(page, AFFECTED_TITLE).waitFor()
    await page.reload()
    await button(page).click()
    await field(page).waitFor()
  })

  test('leads from one of several providers deep into another', async () => {
    const { page } = await openProviders({ a: fine, b: broken }, { now: NOW, path: 'p/a/' })
    // It comes when the page of a provider stands.
    const openByKeys = async () => {
      await button(page).waitFor()
      await page.keyboard.press('Control+k')
    }
    await heading(page, say('banner.operational')).waitFor()
    await openByKeys()
    await field(page).fill('slow volumes')
    const hit = options(page).filter({ hasText: 'Slow volumes' })
    await hit.getByText('Cloud b').waitFor()
    await hit.click()
    await heading(page, 'Slow volumes').waitFor()
    expect(pathOf(page)).toBe(`/p/b/incidents/${ongoing().id}`)

    await openByKeys()
    await field(page).fill('cloud a')
    await page.keyboard.press('Enter')
    await heading(page, say('banner.operational')).waitFor()
    expect(pathOf(page)).toBe('/p/a/')
    await openByKeys()
    await field(page).fill(say('search.page.overview'))
    await page.keyboard.press('Enter')
    await heading(page, overall('affected', 1, 2)).waitFor()
  })

  test('for who may write it begins things as well, by keyboard, and from any page', async () => {
    const { page } = await openCloud([ongoing()])
    const groups = page.getByRole('dialog').getByRole('group')
    await heading(page, say('manage.title')).waitFor()
    await page.keyboard.press('Control+k')
    await expect.poll(() => groups.last().getByRole('option').count()).toBeGreaterThan(0)
    const actions = page.getByRole('group', { name: say('search.section.action') }).getByRole('option')
    await expect.poll(() => actions.allTextContents()).toContain(say('search.action.maintenance'))
    await expectNoAxeViolations(page, { within: page.getByRole('dialog') })
    await page.keyboard.type(say('search.action.maintenance'))
    await expect.poll(() => selected(page).textContent()).toBe(say('search.action.maintenance'))
    await page.keyboard.press('Enter')
    // It opens the form that was asked for, in place of the search.
    await page.getByRole('dialog', { name: say('manage.report.maintenance') }).waitFor()
    await field(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page
      .getByRole('link', { name: say('app.status'), exact: true })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    await page.keyboard.press('Control+k')
    await options(page).first().waitFor()
    // On the page of visitors what is urgent, without the lists that are kept.
    expect(await actions.allTextContents()).toEqual([
      say('search.action.report'),
      say('search.action.maintenance'),
      say('search.action.update', { title: 'Slow volumes' }),
    ])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on a small %s screen', async colorScheme => {
    const { page } = await open({ colorScheme, viewport: { width: 360, height: 740 }, hasTouch: true })
    await button(page).tap()
    await options(page).first().waitFor()
    await field(page).fill('comp')
    await expect.poll(() => selected(page).textContent()).toContain('Compute')
    await expectNoAxeViolations(page, { within: page.getByRole('dialog') })
    await field(page).fill('quite unheard of')
    await page.getByRole('link', { name: say('search.history') }).waitFor()
    await expectNoAxeViolations(page, { within: page.getByRole('dialog') })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
