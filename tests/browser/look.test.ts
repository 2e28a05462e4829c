import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { generateCloud } from '../support/generateCloud'
import { uuidOf } from '@/demo/uuid'
import type { MessageKey } from '@/i18n/messages'
import { buildData, buildIncident } from '../support/builders'
import { expectFitting, expectNoAxeViolations } from '../support/browser/axe'
import { chooseDisplay } from '../support/browser/header'
import { colorsOf, iconOf, shapeColorOf } from '../support/browser/look'
import { incidentPath as editedPath, openCloud, ongoing } from '../support/browser/manageCloud'
import { takenOver } from '../support/browser/page'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { AFFECTED_TITLE } from '../support/browser/affected'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incidentPath = `incidents/${uuidOf('incident slow volumes north')}`
const componentPath = `components/${uuidOf('component north.block')}`
const ready = (page: Page) => page.getByRole('heading', { name: say('recent.title') }).waitFor()

/** Background and ink of the page, and the colour of its worst state. */
const colors = async (page: Page) => {
  const banner = page.getByTestId('banner')
  return { ...(await colorsOf(page.getByRole('main'))), banner: await shapeColorOf(banner.getByRole('heading', { level: 1 })) }
}
const set = (page: Page, what: 'palette' | 'theme', key: MessageKey) => chooseDisplay(page, what, say(key))

describe('light and dark', () => {
  test('follow the system, also while the page is open, unless chosen otherwise; kept', async () => {
    const { page } = await openStatusPage({ colorScheme: 'dark' })
    await ready(page)
    const dark = await colors(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(async () => (await colors(page)).backgroundColor).toBe('rgb(246, 246, 244)')
    const light = await colors(page)
    expect(new Set([dark.backgroundColor, dark.color, light.backgroundColor, light.color]).size).toBe(4)

    await set(page, 'theme', 'settings.themeDark')
    await expect.poll(() => colors(page)).toEqual(dark)
    await page.reload()
    await ready(page)
    expect(await colors(page)).toEqual(dark)
    await set(page, 'theme', 'settings.themeSystem')
    await expect.poll(() => colors(page)).toEqual(light)
  })

  test('are given by the provider where nobody chose', async () => {
    const { page } = await openStatusPage({ config: { theme: { mode: 'dark' } }, colorScheme: 'light' })
    await ready(page)
    expect((await colors(page)).backgroundColor).not.toBe('rgb(246, 246, 244)')
  })
})

test('palettes change the colours of states, in light and dark, and are kept', async () => {
  const { page } = await openStatusPage()
  await ready(page)
  const seen = new Set<string>()
  for (const palette of ['settings.paletteDefault', 'settings.paletteColourBlind', 'settings.paletteHighContrast'] as const)
    for (const theme of ['settings.themeLight', 'settings.themeDark'] as const) {
      await set(page, 'palette', palette)
      await set(page, 'theme', theme)
      await expect.poll(async () => !seen.has((await colors(page)).banner)).toBe(true)
      seen.add((await colors(page)).banner)
    }
  await page.reload()
  await ready(page)
  expect((await colors(page)).banner).toBe([...seen].at(-1))
})

describe('the language', () => {
  test('is that of the browser: German in dates, numbers and every word', async () => {
    const { page } = await openStatusPage({ now: NOW, locale: 'de-DE' })
    await page.getByRole('heading', { name: say('recent.title', {}, 'de') }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    const text = await page.getByRole('main').innerText()
    expect(text).toMatch(/\d,\d\d\s%/)
    expect(text).toMatch(/\b(Mo|Di|Mi|Do|Fr|Sa|So)\.?, \d+\. März/)
    expect(text).not.toContain(say('components.title'))
  })

  test('is French in France and Canada: dates, numbers and every word; nobody else has its texts', async () => {
    const { page, site } = await openStatusPage({ now: NOW, locale: 'fr-CA' })
    await page.getByRole('heading', { name: say('recent.title', {}, 'fr') }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await page.getByRole('heading', { level: 1, name: AFFECTED_TITLE }).waitFor()
    const text = await page.getByRole('main').innerText()
    expect(text).toMatch(/\d,\d\d\s%/)
    expect(text).toMatch(/\b(lun|mar|mer|jeu|ven|sam|dim)\. \d+ mars/)
    expect(text).not.toContain(say('components.title'))
    await expectNoAxeViolations(page)
    const languagesOf = ({ requests }: typeof site) => {
      const codes = requests.flatMap(({ url }) => /\/(en|de|fr)[.-][^/]*\.js$/.exec(url)?.[1] ?? [])
      return [...new Set(codes)]
    }
    expect(languagesOf(site)).toEqual(['fr'])
    const other = await openStatusPage({ now: NOW })
    await ready(other.page)
    expect(languagesOf(other.site)).toEqual(['en'])
  })

  test('is French on every page, and none is wider than a phone', async () => {
    const { page, site } = await openStatusPage({ now: NOW, locale: 'fr-FR', viewport: { width: 360, height: 740 } })
    const french = (key: MessageKey) => page.getByRole('heading', { name: say(key, {}, 'fr'), exact: true }).waitFor()
    const pages: [path: string, shows: MessageKey][] = [
      ['', 'recent.title'],
      [incidentPath, 'incident.componentsAffected'],
      [componentPath, 'component.days'],
      ['history', 'history.title'],
      ['following', 'app.following'],
      ['?at=2026-03-05T11:00:00Z', 'components.title'],
      ['nowhere', 'notFound.title'],
    ]
    for (const [path, shows] of pages) {
      await page.goto(site.url + path)
      await french(shows)
      await page.waitForLoadState('networkidle')
      await expectFitting(page)
    }
  })

  test('can be chosen, stays, and reaches every page', async () => {
    const { page, site } = await openStatusPage({ locale: 'it-IT' })
    await ready(page)
    await chooseDisplay(page, 'language', 'Deutsch')
    await page.getByRole('heading', { name: say('recent.title', {}, 'de') }).waitFor()
    await page.goto(site.url + incidentPath)
    await page.getByRole('heading', { name: say('incident.updates', {}, 'de') }).waitFor()
    await page.goto(`${site.url}nowhere`)
    await page.getByRole('heading', { name: say('notFound.title', {}, 'de') }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
  })
})

test('title and icon of the tab follow the state', async () => {
  const incident = buildIncident({ beganAt: '2026-03-10T12:10:00Z', endedAt: '2026-03-10T12:20:00Z' })
  const config = { title: 'Example Cloud', pollIntervalSeconds: 3600, staleAfterSeconds: 7200 }
  const { page } = await openStatusPage({ now: NOW, config, server: { data: buildData({ incidents: [incident] }) } })
  const titled = (key: MessageKey) => expect.poll(() => page.title()).toBe(`${say(key, { n: 1 })} – Example Cloud`)
  await takenOver(page)
  await titled('banner.operational')
  const calm = await iconOf(page)
  await page.clock.fastForward('10:01')
  await titled('banner.affected')
  const alarmed = await iconOf(page)
  await page.clock.fastForward('10:01')
  await titled('banner.operational')
  expect(calm).toMatch(/^data:image\/svg\+xml,/)
  expect(alarmed).not.toBe(calm)
  expect(await iconOf(page)).toBe(calm)
})

/** An init script: adds up how much of the page jumped, as browsers measure it. */
function measureShifts() {
  const shifts: string[] = []
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node }[] })[])
      shifts.push(`${entry.value} ${entry.sources?.map(({ node }) => node?.nodeName).join()}`)
  }).observe({ type: 'layout-shift', buffered: true })
  Object.assign(globalThis, { shifts })
}

describe('the layout', () => {
  const sizes = [
    { width: 360, height: 740 },
    { width: 1440, height: 900 },
  ]
  test.each(sizes)('hardly jumps while the page loads ($width px)', async viewport => {
    const options: StatusPageOptions = { viewport, initScripts: [measureShifts], server: { latencyMs: 150 } }
    const { page } = await openStatusPage(options)
    await ready(page)
    await page.waitForLoadState('networkidle')
    const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)
    const sum = shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0)
    expect({ sum: sum > 0.02, shifts: sum > 0.02 ? shifts : [] }).toEqual({ sum: false, shifts: [] })
  })

  const calm = () => generateCloud({ components: 24, incidents: 0, days: 80, now: NOW })
  test.each([
    ['with incidents', undefined, 3_500],
    ['of a calm cloud in four groups', calm, 2_000],
  ])('is not too long for a phone, %s', async (_, data, most) => {
    const { page } = await openStatusPage({
      now: NOW,
      viewport: { width: 360, height: 740 },
      config: { components: { groupBy: 'region' } },
      server: data && { data: data() },
    })
    await ready(page)
    await page.getByText(say('calls.show')).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most)
  })

  test('ends above the pages of a phone', async () => {
    const { page, site } = await openStatusPage({ viewport: { width: 360, height: 740 } })
    for (const path of ['', 'history', 'nowhere']) {
      await page.goto(site.url + path)
      const navigation = page.getByRole('navigation', { name: say('app.navigation') })
      await Promise.all([navigation.waitFor(), page.waitForLoadState('networkidle')])
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      const [foot, pages] = await Promise.all([page.getByRole('contentinfo').boundingBox(), navigation.boundingBox()])
      expect(foot!.y + foot!.height, path).toBeLessThanOrEqual(pages!.y)
      await page.getByRole('link', { name: say('app.legend') }).click()
      await page.getByRole('heading', { level: 1, name: say('app.legend') }).waitFor()
    }
  })

  test('never needs to be scrolled sideways', async () => {
    const config = { about: [{ path: 'imprint', title: 'Imprint', markdown: `Text\n\n\`${'wide '.repeat(60)}\`` }] }
    const { page, site } = await openStatusPage({ config })
    for (const path of ['', '?view=table', '?quiet=hide&group=tier', incidentPath, 'about/imprint', 'nowhere']) {
      await page.goto(site.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        await expect.poll(wide, { message: `${path} at ${width} px` }).toBe(0)
      }
    }
  })

  test('gives the fields of an impact the whole row of a phone', async () => {
    const opened = await openCloud([ongoing()], { path: `${editedPath}/edit`, viewport: { width: 360, height: 900 } })
    const field = opened.page.getByRole('combobox', { name: say('manage.field.typeOf', { name: 'Compute' }), exact: true })
    const row = opened.page.getByRole('row').filter({ has: field })
    // The field around what has the role, with its arrow.
    const box = opened.page.locator('.v-select').filter({ has: field })
    expect((await box.boundingBox())!.width).toBeCloseTo((await row.boundingBox())!.width, 0)
  })
})
