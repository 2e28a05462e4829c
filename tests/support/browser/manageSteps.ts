import type { Page } from 'playwright'
import { button } from './managePage'
import { say } from './texts'

export const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
export const press = (page: Page, key: Parameters<typeof button>[1], values: Record<string, string> = {}) =>
  button(page, key, values).click()
/** Closes the dialog in which nothing was typed. */
export async function dismiss(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('app.close'), exact: true })
    .first()
    .click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
/** Closes the dialog, and what was typed in it is thrown away. */
export async function discard(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await press(page, 'manage.leave.discard')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
export const headline = (page: Page) => page.getByLabel(say('manage.update.headline'))
/** A button of the page that opens a dialog. */
export const opens = async (page: Page, key: Parameters<typeof say>[0], name = say(key)) => {
  await press(page, key)
  await dialogOf(page, name).waitFor()
}
