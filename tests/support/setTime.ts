import { fireEvent, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { readTypedDate } from '@/domain/time/typedTime'
import { languageNames, type Language } from '@/i18n/messages'
import { say } from './browser/texts'
import { type } from './type'

/** Date and time of day of the field of that name: what it is made of is known here only. */
export function timeFields(
  label: string,
  inside: HTMLElement = document.body,
): { date: HTMLInputElement; time: HTMLInputElement } {
  const one = (key: 'dateOf' | 'timeOf') => {
    const names = new Set(
      (Object.keys(languageNames) as Language[]).map(language => say(`manage.field.${key}`, { label }, language)),
    )
    const [field, ...others] = [...names].flatMap(name => within(inside).queryAllByRole<HTMLInputElement>('textbox', { name }))
    if (!field || others.length) throw new Error(`${others.length + (field ? 1 : 0)} fields for the time ${label}`)
    return field
  }
  return { date: one('dateOf'), time: one('timeOf') }
}

/**
 * Types a date and a time of day into the field of that name.
 * @param at as the clocks of the zone show it, `2026-03-10T14:00`; empty to take it away
 */
export async function setTime(label: string, at: string, inside?: HTMLElement): Promise<void> {
  const { date, time } = timeFields(label, inside)
  const [day = '', clock = ''] = at.split('T')
  await type(date, day)
  await type(time, clock)
}

/** What the field of that name shows, as `setTime` takes it. */
export function timeIn(label: string, inside?: HTMLElement): string {
  const { date, time } = timeFields(label, inside)
  // All languages of the page write the day first.
  return date.value && time.value && `${readTypedDate(date.value, 'dmy', '2026-01-01')}T${time.value}`
}

/** Types a date, leaves out its time, and goes on to another field. */
export async function setTimeInPart(label: string, inside?: HTMLElement): Promise<void> {
  const { date, time } = timeFields(label, inside)
  if (!date.value) await type(date, '2026-03-10')
  await type(time, '')
  await leaveTime(label, inside)
}

/** Goes on to another field. */
export async function leaveTime(label: string, inside?: HTMLElement): Promise<void> {
  fireEvent.focusOut(timeFields(label, inside).time)
  await flushPromises()
}
