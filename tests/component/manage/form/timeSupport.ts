import { fireEvent, within } from '@testing-library/dom'
import { nextTick } from 'vue'
import TimeField from '@/operator/form/TimeField.vue'
import type { Language } from '@/i18n/messages'
import { say } from '../../../support/browser/texts'
import { renderPart, type Surroundings } from '../../../support/mounted'
import { textOf } from '../../../support/status'

interface Options extends Partial<Pick<Surroundings, 'provider'>> {
  readonly zone?: string
  readonly language?: Language
}
/** The field, named Start, with a parent that takes over what it reports. */
export async function renderTime(modelValue: number | null, props: Record<string, unknown> = {}, options: Options = {}) {
  const { part, element } = await renderPart(TimeField, {
    props: {
      label: 'Start',
      modelValue,
      'onUpdate:modelValue': (value: number | null) => part.setProps({ modelValue: value }),
      ...props,
    },
    operator: true,
    zone: 'Europe/Berlin',
    ...options,
  })
  const inside = within(element)
  return {
    ...inside,
    part,
    element,
    values: () => (part.emitted('update:modelValue') ?? []).map(([value]) => value),
    press: async (name: string | RegExp) => {
      fireEvent.click(inside.getByRole('button', { name }))
      await nextTick()
    },
  }
}
/** What is said of other clocks. The day is written in words, whose spaces are those of Intl. */
export const readout = (element: Element, language: Language = 'en') => {
  const [, said] = textOf(element).split(say('manage.field.sameTime', {}, language))
  if (said === undefined) throw new Error('Nothing is said of other clocks')
  return said.replace(/[\u202f\u00a0]/g, ' ')
}
