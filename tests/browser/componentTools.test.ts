import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { generateCloud } from '../support/generateCloud'
import { buildIncident } from '../support/builders'
import { choose, chosen, optionsOf } from '../support/browser/choose'
import { componentNames as names } from '../support/browser/components'
import { disclose, fold } from '../support/browser/disclose'
import { hasFocus } from '../support/browser/focus'
import { colorsOf } from '../support/browser/look'
import { say } from '../support/browser/texts'
import { openStatusPage, type StatusPageOptions } from '../support/browser/statusPage'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const config = { components: { groupBy: 'region', descriptionLabel: 'description' } }

/** The believable cloud: 17 components in two regions, one ongoing incident in North, maintenance in South. */
const open = (options: StatusPageOptions = {}) => openStatusPage({ now: NOW, config, ...options })
const groups = async (page: Page) => (await page.getByRole('heading', { level: 3 }).allTextContents()).filter(isRegion)
const isRegion = (text: string) => /^(north|south|east|west|Other|core|standard|best effort)$/.test(text)
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search).replaceAll('+', ' ')
const ready = (page: Page) => page.getByRole('searchbox', { name: say('components.search') }).waitFor()

describe('search and filters', () => {
  test('a search reacts while typing, is told, and lives in the address', async () => {
    const { page } = await open()
    await page.getByRole('searchbox', { name: say('components.search') }).pressSequentially('volumes')
    await page.getByText(say('components.results', { n: 1, total: 17 })).waitFor()
    expect(await names(page)).toEqual(['Block storage North'])
    expect(query(page)).toBe('?q=volumes')
    await page.getByRole('searchbox').fill('xyz')
    await page.getByText(say('components.noneMatch')).waitFor()
    await page.getByRole('button', { name: say('components.reset') }).click()
    await expect.poll(() => names(page)).toHaveLength(20)
    expect(query(page)).toBe('')
  })

  test('state and label narrow the list together, and a link restores both', async () => {
    const { page, site } = await open()
    await choose(page, say('components.state'), 'Operational')
    await choose(page, say('components.label'), 'storage')
    await expect.poll(() => names(page)).toEqual(['Object storage North', 'Block storage South', 'Object storage South'])
    expect(query(page)).toBe('?state=operational&label=category:storage')

    await page.goto(`${site.url}?state=operational&label=category:storage`)
    await expect.poll(() => names(page)).toEqual(['Object storage North', 'Block storage South', 'Object storage South'])
    expect(await chosen(page, say('components.state'))).toBe('Operational')
    expect(await chosen(page, say('components.label'))).toBe('storage')
    await page.getByText(say('components.results', { n: 3, total: 17 })).waitFor()
  })

  test('every state of the server is offered by its own name', async () => {
    const { page } = await open()
    await ready(page)
    const offered = await optionsOf(page, say('components.state'))
    const words = ['Operational', 'Informational', 'Maintenance', 'Degraded', 'Partial outage', 'Major outage', 'Unknown']
    expect(offered.slice(1).sort()).toEqual(words.sort())
  })
})

describe('the filters of a phone', () => {
  test('stand in a sheet over what is out of reach meanwhile; closed, the focus is back at its button', async () => {
    const { page } = await open({ viewport: { width: 360, height: 800 } })
    const opener = page.getByRole('button', { name: say('components.filters') })
    await opener.click()
    const sheet = page.getByRole('dialog', { name: say('components.filters') })
    await sheet.getByRole('button', { name: say('components.problemsFirst') }).click()
    expect(await page.locator('#app').evaluate(app => (app as HTMLElement).inert)).toBe(true)
    await sheet.getByRole('button', { name: say('app.close') }).click()
    await expect.poll(() => hasFocus(opener)).toBe(true)
    expect(query(page)).toContain('problems')
  })

  test('what is pressed is seen to be in forced colours', async () => {
    const { page } = await open({ forcedColors: 'active' })
    const button = page.getByRole('button', { name: say('components.problemsFirst') })
    const before = await colorsOf(button)
    await button.click()
    await expect.poll(() => colorsOf(button)).not.toEqual(before)
  })
})

describe('grouping and order', () => {
  test('groups by the configured label; a component with two values stands in both', async () => {
    const { page } = await open()
    await ready(page)
    expect(await groups(page)).toEqual(['north', 'south'])
    expect((await names(page)).filter(name => name === 'DNS')).toHaveLength(2)
  })

  test('another label groups anew, none makes one list, and a link restores either', async () => {
    const { page, site } = await open()
    await choose(page, say('components.groupBy'), 'tier')
    await expect.poll(() => groups(page)).toEqual(['best effort', 'core', 'standard'])
    expect(query(page)).toBe('?group=tier')
    await page.reload()
    await expect.poll(() => groups(page)).toEqual(['best effort', 'core', 'standard'])

    await page.goto(`${site.url}?group=`)
    await ready(page)
    expect(await groups(page)).toEqual([])
    expect(await names(page)).toHaveLength(17)
  })

  test('problems first: on request, by link too', async () => {
    const { page, site } = await open()
    await page.getByRole('button', { name: say('components.problemsFirst') }).click()
    await expect.poll(async () => (await names(page))[0]).toBe('Block storage North')
    expect(query(page)).toBe('?sort=problems')
    await page.goto(`${site.url}?sort=problems&group=`)
    const first = ['Block storage North', 'Compute North', 'Networking South', 'Kubernetes North']
    await expect.poll(async () => (await names(page)).slice(0, 4)).toEqual(first)
    expect(await page.getByRole('button', { name: say('components.problemsFirst') }).getAttribute('aria-pressed')).toBe('true')
  })

  test('in a long list only the group with a problem is open, and a choice of the visitor wins', async () => {
    const data = generateCloud({ components: 60, incidents: 0, days: 90, now: NOW })
    const broken = data.components.find(({ labels }) => labels?.region === 'east')
    const affects = [{ reference: broken?.id, type: data.impactTypes[0]?.id, severity: 60 }]
    data.incidents.push(buildIncident({ beganAt: '2026-03-10T11:00:00Z', endedAt: null, affects }))
    const { page } = await open({ server: { data } })
    const visible = () => page.getByRole('slider').count()
    await ready(page)
    expect(await groups(page)).toEqual(['east', 'north', 'south', 'west'])
    expect(await visible()).toBe(15)
    await disclose(page, 'north')
    await expect.poll(visible).toBe(30)
    await fold(page, 'east')
    await expect.poll(visible).toBe(15)
    await page.getByRole('searchbox').fill('Service 12')
    await expect.poll(visible).toBe(1)
  })
})

describe('the table', () => {
  test('says the same as the bars', async () => {
    const { page } = await open({ config: {} })
    const bar = page.getByRole('slider', { name: 'Dashboard: the last 90 days' })
    await bar.focus()
    await page.keyboard.press('Home')
    const days: string[] = []
    for (let day = 0; day < 90; day++) {
      const told = (await bar.getAttribute('aria-valuetext')) ?? ''
      if (!told.endsWith('Operational')) days.unshift(told)
      await page.keyboard.press('ArrowRight')
    }
    expect(days.length).toBeGreaterThan(2)

    await page.getByRole('button', { name: say('components.table') }).click()
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Dashboard', exact: true }) })
    await disclose(row, `${days.length} days`)
    const cells = await row
      .getByRole('row')
      .filter({ has: page.getByRole('cell') })
      .getByRole('cell')
      .allInnerTexts()
    const told = days.map((_, index) => `${cells[index * 4]}: ${cells[index * 4 + 1]}`)
    expect(told).toEqual(days)
    expect(query(page)).toBe('?view=table')
    await page.reload()
    await row.getByText(`${days.length} days`).waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
  })
})
