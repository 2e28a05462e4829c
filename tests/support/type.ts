import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { say } from './browser/texts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The field of that name, whether or not it may be left empty. */
export function fieldOf(label: string, inside: HTMLElement = document.body): HTMLInputElement {
  const name = new RegExp(`^${escaped(label)}(\\s+${escaped(say('manage.field.optional'))})?$`)
  const named = within(inside).getAllByLabelText<HTMLInputElement>(name)
  // A part of the page that shows what is typed may have the same name.
  const [field, ...others] = named.filter(each => 'value' in each)
  if (!field || others.length) throw new Error(`${others.length + (field ? 1 : 0)} fields of the name ${label}`)
  return field
}

/**
 * Types a text in place of what the field holds.
 * @param field its label, or the element itself
 */
export async function type(field: string | HTMLElement, text: string, inside?: HTMLElement): Promise<void> {
  fireEvent.input(typeof field === 'string' ? fieldOf(field, inside) : field, { target: { value: text } })
  await flushPromises()
}

/** Goes on to another part of the page: only then do browsers tell that a field was changed. */
export async function leave(field: string | HTMLElement, inside?: HTMLElement): Promise<void> {
  const left = typeof field === 'string' ? fieldOf(field, inside) : field
  fireEvent.change(left)
  fireEvent.blur(left)
  await flushPromises()
}
