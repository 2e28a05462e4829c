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
})
