import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident, buildUpdate } from '../support/builders'
import { expectNoAxeViolations } from '../support/browser/axe'
import { disclose } from '../support/browser/disclose'
import { openPage } from '../support/browser/page'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incidentPath = `incidents/${uuidOf('incident slow volumes north')}`
const MARKDOWN = `## Example Cloud

[Mail](mailto:a@example.org)

| a wide | table |
|---|---|
| ${'not-to-be-broken-'.repeat(9)} | 1 |

    ${'code '.repeat(60)}`
const about = [{ path: 'imprint', title: 'Imprint', markdown: MARKDOWN }]
const links = {
  horizon: 'https://cloud.example.org/',
  components: [{ name: 'Metrics', url: 'https://m.example.org/{componentId}' }],
}
const config = { about, links, components: { groupBy: 'region', descriptionLabel: 'description' } }

const shades = ['light', 'dark'] as const
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } }
const cases = shades.flatMap(shade => (['phone', 'desk'] as const).map(size => ({ shade, size })))
const ready = (page: Page) => page.getByRole('heading', { name: say('recent.title') }).waitFor()

describe.each(cases)('axe finds nothing on a $shade $size', ({ shade, size }) => {
  const look = { colorScheme: shade, viewport: sizes[size], hasTouch: size === 'phone' }
  const open = (options: StatusPageOptions = {}) => openStatusPage({ ...look, now: NOW, config, ...options })

  test('the status page: bars, settings, a day, table, filters', async () => {
    const { page } = await open()
    await ready(page)
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: say('settings.title') }).click()
    await disclose(page, say('availability.formulaTitle'))
    await expectNoAxeViolations(page)

    const bar = page.getByRole('slider', { name: /^Block storage North/ })
    await (size === 'phone' ? bar.tap() : bar.click())
    await page.getByRole('dialog').waitFor()
    await expectNoAxeViolations(page, { within: page.getByRole('dialog') })
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: say('components.table') }).click()
    await page.getByRole('row').first().waitFor()
    await disclose(page, /^\d+ days?$/)
    await page.getByRole('button', { name: say('components.problemsFirst') }).click()
    await expectNoAxeViolations(page)
    await page.getByRole('searchbox').fill('xyz')
    await page.getByText(say('components.noneMatch')).waitFor()
    await expectNoAxeViolations(page)
  })

  test('loading, all is well, not confirmed, unknown, empty', async () => {
    const waiting = await open({ faults: [{ path: '/', kind: 'timeout' }] })
    await waiting.page.getByRole('heading', { name: say('banner.loading') }).waitFor()
    await expectNoAxeViolations(waiting.page)

    const fine = await open({ server: { data: buildData() } })
    await fine.page.getByRole('heading', { name: say('banner.operational') }).waitFor()
    await expectNoAxeViolations(fine.page)

    const partly = await open({ server: { data: buildData() }, faults: [{ path: '/phases', kind: 'html-200' }] })
    await partly.page.getByRole('heading', { name: say('banner.partial') }).waitFor()
    await expectNoAxeViolations(partly.page)

    const broken = await open({ faults: [{ path: '/', kind: 'html-200' }] })
    await broken.page.getByRole('heading', { name: say('banner.unknown') }).waitFor()
    await expectNoAxeViolations(broken.page)

    const empty = await open({ server: { data: 'empty' } })
    await empty.page.getByRole('heading', { name: say('banner.empty') }).waitFor()
    await expectNoAxeViolations(empty.page)
  })

  test('an incident, a missing one, a page of the provider, an address that leads nowhere', async () => {
    const { page, site, expectProblem } = await open({ path: incidentPath })
    await page.getByRole('heading', { name: say('incident.updates') }).waitFor()
    await page.waitForLoadState('networkidle')
    await expectNoAxeViolations(page)
    const pages = [
      [`incidents/${uuidOf('nothing')}`, say('incident.notFound')],
      ['about/imprint', 'Imprint'],
      ['about/nothing', say('notFound.title')],
      ['nowhere', say('notFound.title')],
    ] as const
    expectProblem(/status of 404/)
    for (const [path, name] of pages) {
      await page.goto(site.url + path)
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await expectNoAxeViolations(page)
    }
  })

  test('demo mode and a configuration with problems', async () => {
    const demo = await openPage({ ...look, config: { apiUrl: 'demo' } })
    await demo.page.getByTestId('demo-mark').waitFor()
    await expectNoAxeViolations(demo.page, { within: demo.page.getByTestId('demo-mark') })

    const { page } = await openPage({ ...look, config: { title: '', theme: { accent: 'red' }, other: 1 } })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('row').count()).toBe(4)
    await expectNoAxeViolations(page)
  })
})

test('axe finds nothing without groups, as rows and as table', async () => {
  const { page } = await openStatusPage({ now: NOW, config: { ...config, components: { groupBy: null } } })
  await ready(page)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: say('components.table') }).click()
  await page.getByRole('row').first().waitFor()
  await expectNoAxeViolations(page)
})

test('axe finds nothing where texts have headings', async () => {
  const description = ['# One', '### Three', '###### Six', '## Two', 'Two underlined\n---', '<h1>HTML</h1>'].join('\n\n')
  const incident = buildIncident({ description, beganAt: '2026-03-10T10:00:00Z', endedAt: null })
  const updates = { [incident.id]: [buildUpdate({ order: 0, description })] }
  const { page, site } = await openStatusPage({
    now: NOW,
    config: { ...config, about: [{ path: 'imprint', title: 'Imprint', markdown: description }] },
    server: { data: buildData({ incidents: [incident], updates }) },
  })
  for (const path of ['', `incidents/${incident.id}`, 'about/imprint']) {
    await page.goto(site.url + path)
    await page.getByTestId('markdown').getByRole('strong').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await expectNoAxeViolations(page)
  }
})

test.each(['colour-blind', 'high-contrast'] as const)('axe finds nothing in the palette %s', async palette => {
  const { page } = await openStatusPage({ now: NOW, config: { ...config, theme: { palette } } })
  await ready(page)
  await expectNoAxeViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoAxeViolations(page)
})
