import { describe, expect, test } from 'vitest'
import { generateCloud } from '@/demo/generateCloud'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident } from '../support/builders'
import { takenOver } from '../support/browser/page'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')

const colorsOf = (selector: string) => {
  const { color, backgroundColor } = getComputedStyle(document.querySelector(selector)!)
  return { color, backgroundColor }
}
const black = { color: 'rgb(0, 0, 0)' }

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

    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => {
        queueMicrotask(() =>
          Object.assign(globalThis, { printed: document.querySelectorAll('details[open] [data-component]').length }),
        )
      })
    })
    await page.pdf()
    expect(await page.evaluate(() => (globalThis as { printed?: number }).printed)).toBe(60)
    await expect.poll(() => page.getByRole('slider').count()).toBe(0)

    await page.emulateMedia({ media: 'print' })
    for (const name of [say('settings.title'), say('components.table'), say('recent.hideQuiet')])
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    expect(await page.getByRole('searchbox').count()).toBe(0)
    expect(await page.evaluate(colorsOf, 'h1')).toMatchObject(black)
    expect(await page.evaluate(colorsOf, 'body')).toEqual({ ...black, backgroundColor: 'rgb(255, 255, 255)' })
  })

  test('an incident is black on white and has no tools', async () => {
    const path = `incidents/${uuidOf('incident slow volumes north')}`
    const { page } = await openStatusPage({ path, colorScheme: 'dark' })
    await page.getByRole('button', { name: say('incident.print') }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.evaluate(colorsOf, 'h1')).toMatchObject(black)
    expect(await page.evaluate(colorsOf, 'body')).toEqual({ ...black, backgroundColor: 'rgb(255, 255, 255)' })
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toHaveLength(3)
  })

  test.each([
    [450, 450, null],
    [10_000, 1000, 9000],
  ])('an incident of %i impacts has %i of them, the worst, and says how many are left out', async (all, onPaper, leftOut) => {
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

    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => {
        queueMicrotask(() =>
          Object.assign(globalThis, {
            rows: document.querySelectorAll('tbody tr').length,
            said: document.querySelector('.left-out')?.textContent ?? null,
          }),
        )
      })
    })
    await page.pdf()
    const said = leftOut === null ? null : say('incident.unprinted', { n: leftOut })
    expect(
      await page.evaluate(() => {
        const { rows, said } = globalThis as { rows?: number; said?: string | null }
        return { rows, said }
      }),
    ).toEqual({ rows: onPaper, said })
    await expect.poll(() => page.getByRole('row').count()).toBe(201)
    expect(await page.locator('.left-out').isVisible()).toBe(false)
  })

  test('the button prints', async () => {
    const path = `incidents/${uuidOf('incident slow volumes north')}`
    const noPrinter = () => Object.assign(window, { print: () => Object.assign(globalThis, { asked: true }) })
    const { page } = await openStatusPage({ path, initScripts: [noPrinter] })
    await page.getByRole('button', { name: say('incident.print') }).click()
    expect(await page.evaluate(() => 'asked' in globalThis)).toBe(true)
  })
})
