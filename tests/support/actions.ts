import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import type { Language } from '@/i18n/messages'
import { say } from './browser/texts'

/** Opens the menu of what can be done with what a page shows. */
export async function openActions(language?: Language, page = document.body) {
  const name = say('share.actions', {}, language)
  fireEvent.click(await within(page).findByRole('button', { name }))
  return within(await screen.findByRole('menu', { name }))
}

/** Does something of that menu. */
export async function act(name: string, language?: Language, page?: HTMLElement): Promise<void> {
  const menu = await openActions(language, page)
  fireEvent.click(menu.getByRole('menuitem', { name }))
  await flushPromises()
}
