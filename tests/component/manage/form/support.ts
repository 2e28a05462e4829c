import { within } from '@testing-library/dom'
import { nextTick, type Component } from 'vue'
import { severityScale } from '@/domain/severity'
import type { Language } from '@/i18n/messages'
import { renderPart } from '../../../support/mounted'

export const scale = severityScale([
  { name: 'Notice', value: 20 },
  { name: 'Degraded', value: 50 },
  { name: 'Outage', value: 100 },
])
export const types = [
  { id: 't1', name: 'Slow responses', description: 'Requests take longer than usual.' },
  { id: 't2', name: 'No connection', description: '' },
]
export const component = (id: string, name: string, labels: Record<string, string> = {}) => ({ id, name, labels, hints: [] })

/** A control with a parent that takes over what it reports. */
export async function renderControl(
  control: Component,
  modelValue: unknown,
  props: Record<string, unknown> = {},
  language: Language = 'en',
) {
  const { part } = await renderPart(control, {
    props: { modelValue, 'onUpdate:modelValue': (value: unknown) => part.setProps({ modelValue: value }), ...props },
    operator: true,
    language,
  })
  const element = part.element as HTMLElement
  return {
    part,
    element,
    ...within(element.parentElement!),
    values: () => (part.emitted('update:modelValue') ?? []).map(([value]) => value),
    last: () => part.emitted('update:modelValue')?.at(-1)?.[0],
  }
}

export async function choose(element: HTMLElement, value: string) {
  ;(element as HTMLSelectElement).value = value
  element.dispatchEvent(new Event('change', { bubbles: true }))
  await nextTick()
}

/** The option of a select by what it says. */
export const chooseText = (element: HTMLElement, text: string) =>
  choose(element, [...(element as HTMLSelectElement).options].find(option => option.text === text)!.value)

export async function press(element: HTMLElement) {
  element.click()
  await nextTick()
  await nextTick()
}

/** Names of the options of a select. */
export const optionsOf = (element: HTMLElement) => [...(element as HTMLSelectElement).options].map(({ text }) => text)
