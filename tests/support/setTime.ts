import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { fieldOf, type } from './type'

/** Date and time of day in one field: what it is made of is known here only. */
function timeField(label: string, inside?: HTMLElement): HTMLInputElement {
  const field = fieldOf(label, inside)
  if (field.type !== 'datetime-local') throw new Error(`${label} takes no time`)
  return field
}

/**
 * Types a date and a time of day into the field of that name.
 * @param time as the clocks of the displayed zone show it, `2026-03-10T14:00`; empty to take it away
 */
export async function setTime(label: string, time: string, inside?: HTMLElement): Promise<void> {
  const field = timeField(label, inside)
  Reflect.deleteProperty(field, 'validity')
  await type(field, time)
}

/** What the field of that name shows, as `setTime` takes it. */
export const timeIn = (label: string, inside?: HTMLElement) => timeField(label, inside).value

/** Types a date and leaves out its time. Of that a browser reports bad input, and nothing at all where the field was empty. */
export async function setTimeInPart(label: string, inside?: HTMLElement): Promise<void> {
  const field = timeField(label, inside)
  Object.defineProperty(field, 'validity', { value: { badInput: true }, configurable: true })
  if (field.value) fireEvent.input(field, { target: { value: '' } })
  await flushPromises()
}
