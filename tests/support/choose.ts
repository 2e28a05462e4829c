import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'

type Words = string | RegExp

const fits = (words: Words, text: string) => (typeof words === 'string' ? text === words : words.test(text))
const wordsOf = (element: Element) =>
  element.getAttribute('aria-label') ?? (element.textContent ?? '').replace(/\s+/g, ' ').trim()
const isNative = (field: HTMLElement): field is HTMLSelectElement => field instanceof HTMLSelectElement

/** The list box of a field that is none of the browser's own; opens it where it is closed. */
async function openListBox(field: HTMLElement): Promise<HTMLElement> {
  const opened = () => screen.queryByRole('listbox')
  if (!opened()) {
    fireEvent.mouseDown(field)
    fireEvent.click(field)
    await flushPromises()
  }
  return opened() ?? (await screen.findByRole('listbox'))
}

/**
 * Chooses an option by what it says, in the field of that name: a native select, a list box that opens, radio buttons and a
 * group of toggle buttons are the same to a test. Throws where there is no such field or option.
 * @param field its accessible name, or the element itself
 */
export async function choose(field: Words | HTMLElement, option: Words, inside: HTMLElement = document.body): Promise<void> {
  const control = field instanceof HTMLElement ? field : findChoice(field, inside)
  if (isNative(control)) {
    const wanted = [...control.options].find(each => fits(option, wordsOf(each)))
    if (!wanted) throw new Error(`No option ${String(option)} in: ${optionsIn(control).join(', ')}`)
    control.value = wanted.value
    fireEvent.change(control)
  } else if (control.getAttribute('role') === 'combobox') {
    fireEvent.click(within(await openListBox(control)).getByRole('option', { name: option }))
  } else {
    const one = within(control)
    fireEvent.click(one.queryByRole('radio', { name: option }) ?? one.getByRole('button', { name: option }))
  }
  await flushPromises()
}

/** What the field says that is chosen now. */
export function chosen(field: Words | HTMLElement, inside: HTMLElement = document.body): string {
  const control = field instanceof HTMLElement ? field : findChoice(field, inside)
  if (isNative(control)) return control.selectedOptions[0] ? wordsOf(control.selectedOptions[0]) : ''
  if (control.getAttribute('role') === 'combobox') return control instanceof HTMLInputElement ? control.value : wordsOf(control)
  const one = within(control)
  const [pressed] = [
    ...one.queryAllByRole<HTMLElement>('radio', { checked: true }),
    ...one.queryAllByRole<HTMLElement>('button', { pressed: true }),
  ]
  return pressed ? wordsOf(pressed.closest('label') ?? pressed) : ''
}

/** What may be chosen there, in order. */
export async function optionsOf(field: Words | HTMLElement, inside: HTMLElement = document.body): Promise<string[]> {
  const control = field instanceof HTMLElement ? field : findChoice(field, inside)
  if (isNative(control)) return optionsIn(control)
  if (control.getAttribute('role') === 'combobox')
    return within(await openListBox(control))
      .getAllByRole('option')
      .map(wordsOf)
  const one = within(control)
  return [...one.queryAllByRole('radio'), ...one.queryAllByRole('button')].map(each => wordsOf(each.closest('label') ?? each))
}

const optionsIn = (select: HTMLSelectElement) => [...select.options].map(wordsOf)

function findChoice(name: Words, inside: HTMLElement): HTMLElement {
  const page = within(inside)
  const found =
    page.queryByRole('combobox', { name }) ?? page.queryByRole('radiogroup', { name }) ?? page.queryByRole('group', { name })
  if (!found) throw new Error(`No field ${String(name)} to choose in`)
  return found
}
