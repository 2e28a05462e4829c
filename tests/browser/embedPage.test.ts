import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { openPage } from '../support/browser/page'
import { openStatusPage, startServer, type StatusPageOptions } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const data = buildData({ incidents: [buildIncident({ beganAt: '2026-03-10T11:00:00.000Z', endedAt: null })] })
const open = (options: StatusPageOptions = {}) =>
  openStatusPage({ path: 'embed.html', now: NOW, config: { title: 'Northwind' }, server: { data }, ...options })
const frameOf = (page: Page) => page.frameLocator('iframe')

test('shows frame and elements at work on the API of the page, under its strict policy', async () => {
  const { page, server } = await open()
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
  await frameOf(page).getByRole('heading', { level: 1, name: '1 component affected' }).waitFor()
  await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('200')
  const one = page.locator(`scs-status[component="${buildComponent().id}"] [part=headline]`)
  await expect.poll(() => one.innerText()).toContain('Compute: Major')

  await page.getByRole('checkbox', { name: 'banner' }).uncheck()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await frameOf(page).getByRole('heading', { level: 2, name: 'Komponenten' }).waitFor()
  expect(await frameOf(page).getByTestId('banner').count()).toBe(0)
  // All elements of this page have asked once, and the page once for its examples.
  const asked = server.requests.filter(({ path }) => path === '/severities')
  expect(asked.length).toBeLessThanOrEqual(3)
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
  await frameOf(page)
    .getByRole('heading', { level: 1, name: /affected/ })
    .waitFor()
  await page.getByRole('textbox', { name: /Address of an API/ }).fill(server.url)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.locator('scs-status[look=list]').getByText('1 component affected').waitFor()
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
