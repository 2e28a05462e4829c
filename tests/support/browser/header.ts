import { expect } from 'vitest'
import type { Page } from 'playwright'
import type { Language } from '@/i18n/messages'
import { choose } from './choose'
import { say } from './texts'

/** Opens the menu of the header that has what is seldom wanted. */
export async function openMoreMenu(page: Page, language: Language = 'en'): Promise<void> {
  await page.getByRole('button', { name: say('app.more', {}, language), exact: true }).click()
  await page.getByText(say('settings.title', {}, language), { exact: true }).waitFor()
}

/** Opens the settings of the display. */
export async function openSettings(page: Page, language: Language = 'en'): Promise<void> {
  await openMoreMenu(page, language)
  await page.getByText(say('settings.title', {}, language), { exact: true }).click()
  await page.getByRole('radiogroup', { name: say('settings.theme', {}, language) }).waitFor()
}

/** Closes the settings of the display, or any other dialog. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
}

/** Chooses how the page is displayed, as visitors do, and goes back to the page. */
export async function chooseDisplay(
  page: Page,
  what: 'palette' | 'theme' | 'timeZone' | 'language',
  option: string,
  language: Language = 'en',
): Promise<void> {
  await openSettings(page, language)
  await choose(page, say(`settings.${what}`, {}, language), option)
  await closeDialog(page)
}
