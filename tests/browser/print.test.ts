import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { generateCloud } from '../support/generateCloud'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident } from '../support/builders'
import { act } from '../support/browser/actions'
import { componentRows } from '../support/browser/components'
import { colorsOf } from '../support/browser/look'
import { takenOver } from '../support/browser/page'
import { printed } from '../support/browser/printed'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')

const black = { color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' }
const leftOut = (page: Page) => page.getByText(new RegExp(say('incident.unprinted', { n: 0 }).replace('0', '\\d+')))

describe('on paper', () => {
  test('the status page has every row, also those of closed groups, and no tools', async () => {
    const { page } = await openStatusPage({
      now: NOW,
      colorScheme: 'dark',
      config: { components: { groupBy: 'region' } },
      server: { data: generateCloud({ components: 60, incidents: 20, days: 60, now: NOW - 86_400_000 }) },
    })
    await takenOver(page)
    await page.getByRole('heading', { name: 'north' }).waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)

    await page.waitForLoadState('networkidle')
    const sheet = await printed(page)
    expect(await componentRows(sheet).count()).toBe(60)
    expect(await sheet.getByText(/10 March 2026 at \d\d:00:\d\d \w+: http/).textContent()).toContain(page.url())
    await expect.poll(() => page.getByRole('slider').count()).toBe(0)

    await page.emulateMedia({ media: 'print' })
    for (const name of [say('app.more'), say('app.getUpdates'), say('components.table')])
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    expect(await page.getByRole('searchbox').count()).toBe(0)
    expect(await colorsOf(page.getByRole('heading', { level: 1 }))).toEqual(black)
    expect(await colorsOf(page.getByRole('main'))).toEqual(black)
  })

  test('an incident is black on white and has no tools', async () => {
    const path = `incidents/${uuidOf('incident slow volumes north')}`
    const { page } = await openStatusPage({ path, colorScheme: 'dark' })
    await page.getByRole('button', { name: say('share.actions') }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await colorsOf(page.getByRole('heading', { level: 1 }))).toEqual(black)
    expect(await colorsOf(page.getByRole('main'))).toEqual(black)
    expect((await colorsOf(page.getByRole('table'))).backgroundColor).toBe(black.backgroundColor)
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toHaveLength(3)
  })

  test.each([
    [450, 450, null],
    [10_000, 1000, 9000],
  ])('an incident of %i impacts has %i of them, the worst, and says how many are left out', async (all, onPaper, missing) => {
    const incident = buildIncident({
      beganAt: '2026-03-10T11:00:00Z',
      endedAt: null,
      affects: Array.from({ length: all }, (_, index) => ({ ...buildIncident().affects![0]!, severity: 1 + (index % 100) })),
    })
    const { page } = await openStatusPage({
      now: NOW,
      path: `incidents/${incident.id}`,
      server: { data: buildData({ incidents: [incident] }) },
    })
    await page.getByRole('button', { name: say('incident.moreImpacts', { n: 200, total: all }) }).waitFor()
    expect(await page.getByRole('row').count()).toBe(201)

    const sheet = await printed(page)
    expect(await sheet.getByRole('rowheader').count()).toBe(onPaper)
    expect(await leftOut(sheet).allTextContents()).toEqual(missing === null ? [] : [say('incident.unprinted', { n: missing })])
    await expect.poll(() => page.getByRole('row').count()).toBe(201)
    expect(await leftOut(page).isVisible()).toBe(false)
  })

  test('the button prints', async () => {
    const path = `incidents/${uuidOf('incident slow volumes north')}`
    const noPrinter = () => Object.assign(window, { print: () => Object.assign(globalThis, { asked: true }) })
    const { page } = await openStatusPage({ path, initScripts: [noPrinter] })
    await act(page, say('incident.print'))
    expect(await page.evaluate(() => 'asked' in globalThis)).toBe(true)
  })
})
