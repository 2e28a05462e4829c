import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { say } from './browser/texts'

/** Opens the menu of the header that has what is seldom wanted. */
export async function openMoreMenu(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: say('app.more') }))
  await screen.findByText(say('settings.title'))
}

/** Opens the settings of the display. */
export async function openSettings(): Promise<void> {
  await openMoreMenu()
  fireEvent.click(screen.getByText(say('settings.title')))
  await screen.findByRole('radiogroup', { name: say('settings.theme') })
  await flushPromises()
}
