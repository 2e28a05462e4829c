import type { Place } from './place'
import { say } from './texts'

/**
 * Types a date and a time of day into the field of that name.
 * @param at as the clocks of the displayed zone show it, `2026-03-10T14:00`
 */
export async function setTime(inside: Place, field: string, at: string): Promise<void> {
  const [date = '', time = ''] = at.split('T')
  await inside.getByRole('textbox', { name: say('manage.field.dateOf', { label: field }), exact: true }).fill(date)
  await inside.getByRole('textbox', { name: say('manage.field.timeOf', { label: field }), exact: true }).fill(time)
}
