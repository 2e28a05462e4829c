import 'temporal-polyfill/global'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { publishedPages } from '@/cli/publish/page'
import type { DemoServer } from '@/demo/http/server'
import { seedBelievableCloud } from '@/demo/seed'
import { expectSound } from '../support/browser/axe'
import { openPage, takenOver, type OpenPageOptions } from '../support/browser/page'
import { startServer } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'
import { fineIn, toldBy } from '../support/browser/toldAsFine'
import { buildData } from '../support/builders'
import { buildPublishedSite, publicationOf } from '../support/publishedSite'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const HOUR_MS = 3_600_000

interface Published {
  readonly server: DemoServer
  readonly files: Record<string, string>
  readonly config: object
}

/** What was published of a server at NOW, on a static host. */
async function publish(data = seedBelievableCloud(NOW)): Promise<Published> {
  const server = await startServer({ data, now: () => NOW })
  const config = { apiUrl: server.url, timeZone: 'utc', components: { groupBy: 'category' } } as const
  const site = buildPublishedSite(config)
  const template = readFileSync('dist/404.html', 'utf8')
  const pages = publishedPages(await publicationOf(site, () => NOW), { index: template, notFound: null }, site)
  return { server, config, files: Object.fromEntries(pages) }
}

const open = ({ files, config }: Published, { now = NOW, ...options }: OpenPageOptions & { readonly now?: number } = {}) =>
  openPage({
    basePath: '/sub/',
    fallback: false,
    ...options,
    config,
    files: { ...files, ...options.files },
    async prepare(context) {
      await context.clock.install({ time: now })
      await options.prepare?.(context)
    },
  })

/** The scripts of the page do not come, so that what was published stays. */
const withoutPage = {
  prepare: (context: { route: (url: RegExp, handler: () => void) => Promise<unknown> }) =>
    context.route(/\/assets\/.*\.js$/, () => undefined).then(() => undefined),
}

const firstHeading = (page: Page) => page.locator('#first').getByRole('heading', { level: 1 })
const incidentPath = ({ files }: Published) => /incidents\/[\w-]+\//.exec(files['index.html']!.split('id="first"')[1]!)![0]

describe('a published status', () => {
  test.each([
    ['a desktop', {}],
    ['a phone, dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('is read without scripts, on %s', async (_, look) => {
    const published = await publish()
    const { page } = await open(published, { ...look, javaScriptEnabled: false })
    await firstHeading(page).filter({ hasText: 'Partial outage' }).waitFor()
    await page.getByText('Status of 10 Mar 2026, 12:00 UTC').waitFor()
    expect(await page.locator('#first noscript p').innerText()).toContain(say('published.stays'))
    await page.getByRole('link', { name: 'Slow volumes' }).first().click()
    await page.waitForURL(/\/sub\/incidents\/[\w-]+\/$/)
    await firstHeading(page).filter({ hasText: 'Slow volumes' }).waitFor()
    await page.getByRole('link', { name: say('incident.back') }).click()
    await page.waitForURL(/\/sub\/$/)
  })

  test.each([
    ['the status', false, {}],
    ['the status on a phone, dark', false, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    ['an incident', true, {}],
  ] as const)('has no problem that axe finds, and fits: %s', async (_, ofIncident, look) => {
    const published = await publish()
    const { page } = await open(published, { ...withoutPage, ...look, path: ofIncident ? incidentPath(published) : '' })
    await firstHeading(page).waitFor()
    await expectSound(page)
  })

  test.each([
    ['the status', false],
    ['an incident', true],
  ])('becomes the live page where there are scripts: %s', async (_, ofIncident) => {
    const published = await publish()
    const { page } = await open(published, { path: ofIncident ? incidentPath(published) : '' })
    await takenOver(page)
    await page.locator('#app').getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('style').evaluateAll(all => all.length)).toBeGreaterThan(0)
  })

  test('stays with its time when the API is dead and the page does not come', async () => {
    const published = await publish()
    await published.server.close()
    const { page, expectProblem } = await open(published, withoutPage)
    expectProblem(/ERR_CONNECTION_REFUSED/)
    await firstHeading(page).filter({ hasText: 'Partial outage' }).waitFor()
    await page.clock.fastForward(60_000)
    expect(await page.locator('#first').getAttribute('data-stale')).toBeNull()
  })

  test.each([
    ['three hours old', 3 * HOUR_MS],
    ['of tomorrow, by the clock of this device', -24 * HOUR_MS],
  ])('says so when it is %s, and calls nothing fine', async (_, age) => {
    const published = await publish(buildData())
    const { page } = await open(published, { ...withoutPage, now: NOW + age })
    await firstHeading(page).filter({ hasText: 'Last known, 10 Mar 2026, 12:00 UTC: not confirmed' }).waitFor()
    expect(fineIn({ ...(await toldBy(page.mainFrame())), icon: '' })).toEqual([])
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  })

  test('grows old while it is looked at', async () => {
    const { page } = await open(await publish(buildData()), withoutPage)
    await firstHeading(page)
      .filter({ hasText: say('banner.operational') })
      .waitFor()
    await page.clock.fastForward(320_000)
    await firstHeading(page).filter({ hasText: 'not confirmed' }).waitFor()
    expect(fineIn({ ...(await toldBy(page.mainFrame())), icon: '' })).toEqual([])
  })
})
