import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'

type Words = string | RegExp

/** What opens and closes: the browser's own disclosure, or a button that tells whether it is expanded. */
const CONTROL = 'summary, button[aria-expanded], [role=button][aria-expanded]'

/** What opens and closes what is folded up under that name, and whatever else it says. */
export function disclosure(name: Words, inside: HTMLElement = document.body): HTMLElement {
  const controls = within(inside)
    .queryAllByText(name)
    .flatMap(text => text.closest<HTMLElement>(CONTROL) ?? [])
  if (!controls[0]) throw new Error(`Nothing is folded up under ${String(name)}`)
  return controls[0]
}

export function isDisclosed(name: Words, inside?: HTMLElement): boolean {
  const control = disclosure(name, inside)
  const { parentElement } = control
  return parentElement instanceof HTMLDetailsElement ? parentElement.open : control.getAttribute('aria-expanded') === 'true'
}

/** Opens it, if it is not. */
export async function disclose(name: Words, inside?: HTMLElement): Promise<void> {
  if (!isDisclosed(name, inside)) fireEvent.click(disclosure(name, inside))
  await flushPromises()
}
