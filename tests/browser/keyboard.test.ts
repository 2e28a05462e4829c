import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { buildData, buildIncident } from '../support/builders'
import { hasFocus, isNothingFocused } from '../support/browser/focus'
import { openStatusPage } from '../support/browser/statusPage'
import { say } from '../support/browser/texts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const incident = buildIncident({ displayName: 'Switch failure', beganAt: '2026-03-10T10:00:00Z', endedAt: null })
const open = (options = {}) => openStatusPage({ now: NOW, server: { data: buildData({ incidents: [incident] }) }, ...options })
const ready = (page: Page) => page.getByRole('heading', { name: say('recent.title') }).waitFor()

describe('by keyboard alone', () => {
  test('the first stop skips to the content', async () => {
    const { page } = await open()
    await ready(page)
    await page.keyboard.press('Tab')
    expect(await hasFocus(page.getByRole('link', { name: say('app.skip'), exact: true }))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await hasFocus(page.getByRole('main'))).toBe(true)
    expect(await page.getByText(say('app.unexpected')).count()).toBe(0)
  })

  test('a menu of the header closes by Escape, without a fault, and the focus goes back', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } })
    for (const [name, entry] of [
      [say('settings.language'), 'Deutsch'],
      [say('app.more'), say('settings.title')],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true })
      await button.press('Enter')
      await page.getByText(entry, { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByText(entry, { exact: true }).waitFor({ state: 'hidden' })
      expect(await hasFocus(button)).toBe(true)
    }
    expect(await page.getByText(say('app.unexpected')).count()).toBe(0)
  })

  test('another page takes the focus to its content, the first one and a filter do not', async () => {
    const { page } = await open()
    await ready(page)
    expect(await isNothingFocused(page)).toBe(true)
    const table = page.getByRole('button', { name: say('components.table') })
    await table.press('Enter')
    await page.getByRole('table').first().waitFor()
    expect(await hasFocus(table)).toBe(true)
    await page.getByRole('link', { name: 'Switch failure' }).first().press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Switch failure' }).waitFor()
    await expect.poll(() => hasFocus(page.getByRole('main'))).toBe(true)
  })

  test('asking again leaves the focus where it is', async () => {
    const { page } = await open({ faults: [{ path: '/phases', kind: 'html-200' }] })
    await ready(page)
    const retry = page.getByRole('button', { name: say('app.retry') })
    await retry.press('Enter')
    await expect.poll(() => retry.getAttribute('aria-disabled')).toBe('false')
    expect(await hasFocus(retry)).toBe(true)
  })
})
