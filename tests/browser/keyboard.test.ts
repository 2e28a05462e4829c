import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildData, buildIncident } from '../support/builders'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ displayName: 'Switch failure', beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const open = (options = {}) => openStatusPage({ now: NOW, server: { data: buildData({ incidents: [incident] }) }, ...options })
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
const ready = (page: Page) => page.getByRole('heading', { name: say('recent.title') }).waitFor()

describe('by keyboard alone', () => {
  test('the first stop skips to the content', async () => {
    const { page } = await open()
    await ready(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say('app.skip'))
    await page.keyboard.press('Enter')
    expect(await focusedId(page)).toBe('content')
    expect(await page.getByText(say('app.unexpected')).count()).toBe(0)
  })

  test('another page takes the focus to its content, the first one and a filter do not', async () => {
    const { page } = await open()
    await ready(page)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    const table = page.getByRole('button', { name: say('components.table') })
    await table.press('Enter')
    await page.getByRole('table').first().waitFor()
    expect(await table.evaluate(button => button === document.activeElement)).toBe(true)
    await page.getByRole('link', { name: 'Switch failure' }).first().press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Switch failure' }).waitFor()
    await expect.poll(() => focusedId(page)).toBe('content')
  })

  test('asking again leaves the focus where it is', async () => {
    const { page } = await open({ faults: [{ path: '/phases', kind: 'html-200' }] })
    await ready(page)
    const retry = page.getByRole('button', { name: say('app.retry') })
    await retry.press('Enter')
    await expect.poll(() => retry.getAttribute('aria-disabled')).toBe('false')
    expect(await retry.evaluate(button => button === document.activeElement)).toBe(true)
  })
})
