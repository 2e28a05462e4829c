import type { Place } from './place'
import { say } from './texts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Types a date and a time of day into the field of that name, whether or not it may be left empty.
 * @param time as the clocks of the displayed zone show it, `2026-03-10T14:00`
 */
export const setTime = (inside: Place, field: string, time: string): Promise<void> =>
  inside.getByLabel(new RegExp(`^\\s*${escaped(field)}(\\s+${escaped(say('manage.field.optional'))})?\\s*$`)).fill(time)
