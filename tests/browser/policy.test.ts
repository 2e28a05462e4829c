import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildImpactType, buildIncident, buildUpdate } from '../support/builders'
import { act } from '../support/browser/actions'
import { choose } from '../support/browser/choose'
import { closeDialog, openSettings } from '../support/browser/header'
import { disclose } from '../support/browser/disclose'
import { downloaded } from '../support/browser/download'
import { follows } from '../support/browser/following'
import { renewBySession } from '../support/browser/login'
import { showsPicture } from '../support/browser/look'
import { NOW, openCloud, ongoing } from '../support/browser/manageCloud'
import { button } from '../support/browser/managePage'
import { openPage, withoutTemporal } from '../support/browser/page'
import { broken, fine, heading, openProviders, overall } from '../support/browser/providers'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

// What the policy forbids, and what Trusted Types refuse, is told on the console or thrown: either fails the test (guard.ts).
const MARKDOWN =
  '**Bold**, a [link](https://elsewhere.test/), and\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<b style="color:red">x</b>'
const CONFIG: StatusPageOptions['config'] = {
  logo: { light: 'logo.svg', dark: 'logo.svg' },
  severities: { Critical: { color: '#b3261e' } },
  about: [
    { path: 'imprint', title: 'Imprint', source: 'imprint.md' },
    { path: 'terms', title: 'Terms', markdown: MARKDOWN },
  ],
}
const FILES = {
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"/>',
  'imprint.md': '# Imprint\n\nExample Ltd',
}

const maintenance = (name: string, begin: string, end: string) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    beganAt: begin,
    endedAt: end,
    description: MARKDOWN,
    affects: [{ reference: uuidOf('DNS'), type: buildImpactType().id, severity: 0 }],
  })
function data() {
  const incident = ongoing({ description: MARKDOWN })
  const all = buildData({
    components: ['Compute', 'DNS'].map(name => buildComponent({ id: uuidOf(name), displayName: name })),
    incidents: [
      incident,
      maintenance('Switch', '2026-03-12T10:00:00Z', '2026-03-12T11:00:00Z'),
      maintenance('Router', '2026-03-13T10:00:00Z', '2026-03-13T11:00:00Z'),
    ],
  })
  all.updates[incident.id] = [buildUpdate({ description: MARKDOWN })]
  return all
}

const open = (options: StatusPageOptions = {}) =>
  openStatusPage({
    policy: 'header',
    basePath: '/status/',
    now: NOW,
    server: { data: data() },
    config: CONFIG,
    files: FILES,
    permissions: ['clipboard-write', 'clipboard-read'],
    ...options,
  })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).first().click()
const affected = (page: Page) => heading(page, AFFECTED_TITLE).waitFor()
async function download(page: Page, name: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, name)])
  expect(await file.failure()).toBeNull()
}

/** All that a visitor can come to. */
async function visit(page: Page, url: string) {
  await affected(page)
  await expect.poll(() => showsPicture(page, 'logo.svg')).toBe(true)
  await openSettings(page)
  await choose(page, say('settings.theme'), say('settings.themeDark'))
  await choose(page, say('settings.palette'), say('settings.paletteHighContrast'))
  await choose(page, say('settings.language'), 'Deutsch')
  await heading(page, AFFECTED_TITLE).waitFor()
  await choose(page, say('settings.language', {}, 'de'), 'English')
  await choose(page, say('settings.theme'), say('settings.themeLight'))
  await closeDialog(page)
  await affected(page)
  await press(page, say('components.table'))
  await page.getByRole('searchbox', { name: say('components.search') }).fill('comp')
  await page.getByRole('searchbox', { name: say('components.search') }).fill('')
  await press(page, say('components.bars'))
  await press(page, say('components.follow', { name: 'Compute' }))
  await download(page, say('calendar.addAll', { n: 2 }))
  await disclose(page, say('calls.show'))
  await page.getByText('curl').first().waitFor()

  await follow(page, 'Slow volumes')
  await heading(page, 'Slow volumes').waitFor()
  const text = page.getByTestId('markdown')
  await text.getByRole('strong').first().waitFor()
  await text.getByRole('table').first().waitFor()
  expect(await text.locator('[style]').count()).toBe(0)
  await act(page, say('share.copyText'))
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Bold, a link')

  await page.goto(`${url}incidents/${uuidOf('Switch')}`)
  await heading(page, 'Switch').waitFor()
  await downloaded(page, () => act(page, say('calendar.addNamed', { title: 'Switch' })))

  await page.goto(`${url}components/${uuidOf('Compute')}`)
  await page.getByRole('heading', { level: 1, name: 'Compute' }).waitFor()
  await page.getByRole('tab', { name: say('component.tabs.history') }).click()
  await page.getByRole('grid').waitFor()
  await page.getByRole('tab', { name: say('component.tabs.embed') }).click()
  await press(page, `${say('component.copy')} (${say('component.embedFrame')})`)
  await page.getByRole('status').getByText(say('share.copied')).waitFor()

  await page.goto(`${url}history`)
  await heading(page, say('history.title')).waitFor()
  await page.getByRole('searchbox', { name: say('history.search') }).fill('Slow')
  await page.waitForURL('**/history?q=Slow')
  await page.getByRole('main').getByRole('link', { name: 'Slow volumes' }).waitFor()
  for (const format of ['history.csv', 'history.json'] as const) {
    await press(page, say('history.save'))
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(say(format), { exact: true }).click()])
    expect(await file.failure()).toBeNull()
  }
  await press(page, say('history.calendar'))
  await page.getByRole('grid').waitFor()

  await page.goto(`${url}?at=2026-03-10T11:00:00Z`)
  await page.getByRole('region', { name: say('past.strip') }).waitFor()
  await press(page, say('past.choose'))
  await press(page, say('past.hourBack'))
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: say('search.label') }).fill('dns')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'DNS' }).waitFor()

  await follow(page, say('app.following'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await press(page, say('share.copyLink'))
  await follow(page, 'Imprint')
  await page.getByText('Example Ltd').waitFor()
  await follow(page, 'Terms')
  await page.getByTestId('markdown').getByRole('strong').waitFor()
  await page.goto(`${url}nowhere`)
  await heading(page, say('notFound.title')).waitFor()
}

describe('under the policy of its own configuration the page works', () => {
  test.each([true, false])('with a style sheet of its own as the last word, first paint included: %s', async inline => {
    const files = { ...FILES, 'brand.css': '.brand { letter-spacing: 3px }' }
    const { page } = await open({ inline, files, config: { ...CONFIG, theme: { css: 'brand.css' } } })
    await expect
      .poll(() =>
        page
          .getByRole('link', { name: 'Status', exact: true })
          .first()
          .evaluate(link => getComputedStyle(link).letterSpacing),
      )
      .toBe('3px')
    expect(await page.evaluate(() => [...document.styleSheets].filter(({ href }) => href?.endsWith('brand.css')).length)).toBe(1)
    expect(await page.evaluate(() => document.styleSheets[document.styleSheets.length - 1]!.href)).toMatch(
      /\/status\/brand\.css$/,
    )
  })

  test.each(['header', 'page'] as const)('for visitors, who ask nobody but page and API (policy in the %s)', async policy => {
    const opened = await open({ policy })
    const { page, context, server, site } = opened
    const asked = new Set<string>()
    context.on('request', request => asked.add(new URL(request.url()).origin))
    await visit(page, site.url)
    asked.delete('null')
    expect([...asked].sort()).toEqual([site.origin, new URL(server.url).origin].sort())
  })

  test('for visitors whose browser has no Temporal, and who are told of changes', async () => {
    const { page } = await open({ initScripts: [withoutTemporal], prepare: follows(['Compute'], true), path: 'following' })
    await heading(page, say('app.following')).waitFor()
    await page.waitForLoadState('networkidle')
  })

  test('in a frame of another page', async () => {
    const { page, site } = await open({
      policy: 'page',
      files: { 'frame.html': '<!doctype html><link rel="icon" href="data:,">' },
    })
    const src = `${site.url}components/${uuidOf('Compute')}?embed`
    await page.goto(`${site.url}frame.html`)
    await page.evaluate(src => document.body.append(Object.assign(document.createElement('iframe'), { src })), src)
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Compute' }).waitFor()
  })

  test('for visitors of several providers', async () => {
    const opened = await openProviders({ a: fine, b: broken }, { now: NOW, policy: 'header' })
    const { page } = opened
    await heading(page, overall('affected', 1, 2)).waitFor()
    await follow(page, 'Cloud b')
    await affected(page)
    await follow(page, 'Slow volumes')
    await heading(page, 'Slow volumes').waitFor()
  })

  test('for operators, who publish', async () => {
    const { page, takeWrites } = await openCloud([], { policy: 'header' })
    await button(page, 'manage.report.incident').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'DNS' }).check()
    await dialog.getByRole('textbox', { name: say('manage.report.message') }).fill(MARKDOWN)
    await disclose(dialog, say('calls.show'))
    await button(dialog, 'manage.report.publish.incident').click()
    await page.getByRole('link', { name: say('manage.report.open') }).click()
    // The incident, and what is said about it.
    expect(takeWrites().map(({ method }) => method)).toEqual(['POST', 'POST'])
    for (const [place, key] of [
      ['components', 'components'],
      ['severities', 'severities'],
      ['impact-types', 'impactTypes'],
      ['phases', 'phases'],
      ['provisioning', 'provisioning'],
    ] as const) {
      const ways = page.getByRole('navigation', { name: say('manage.nav.label') })
      await ways.getByRole('link', { name: say(`manage.nav.${key}`), exact: true }).click()
      await page.waitForURL(`**/manage/${place}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
    }
  })

  test('for operators who log in at a provider, whose session renews the login in a frame', async () => {
    const { tokens, silent } = await renewBySession({ policy: 'header' })
    expect(tokens).toHaveLength(2)
    expect(silent).toHaveLength(1)
  })

  test('for the demo', async () => {
    const { page } = await openPage({ policy: 'header', config: { apiUrl: 'demo', auth: { mode: 'none' } } })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('link', { name: say('account.manage') }).click()
    await heading(page, say('manage.title')).waitFor()
  })
})
