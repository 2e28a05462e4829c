import type { Page } from 'playwright'
import type { Language } from '@/i18n/messages'
import type { Place } from './place'
import { say } from './texts'

const menu = (inside: Place, language?: Language) => inside.getByRole('menu', { name: say('share.actions', {}, language) })

/** Opens the menu of what can be done with what a page shows, if it is not open. */
export async function openActions(page: Page, language?: Language) {
  const opened = menu(page, language)
  if (!(await opened.isVisible())) await page.getByRole('button', { name: say('share.actions', {}, language) }).click()
  await opened.waitFor()
  return opened
}

/** Does something of that menu. */
export async function act(page: Page, name: string, language?: Language): Promise<void> {
  await (await openActions(page, language)).getByRole('menuitem', { name, exact: true }).click()
}

/** The calls of a page whose menu has them. */
export async function openCalls(page: Page) {
  await act(page, say('calls.show'))
  const calls = page.getByRole('dialog', { name: say('calls.title') })
  await calls.getByText(/^curl/).waitFor()
  return calls
}
