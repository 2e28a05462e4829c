import { within } from '@testing-library/dom'
import { nextTick, type Component } from 'vue'
import { severityScale } from '@/domain/severity/severity'
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
    ...within(document.body),
    values: () => (part.emitted('update:modelValue') ?? []).map(([value]) => value),
    last: () => part.emitted('update:modelValue')?.at(-1)?.[0],
  }
}

export async function press(element: HTMLElement) {
  element.click()
  await nextTick()
  await nextTick()
}

/** What a control refers to for more about it, in order. */
export const describing = (control: HTMLElement): HTMLElement[] =>
  (control.getAttribute('aria-describedby') ?? '').split(' ').flatMap(id => document.getElementById(id) ?? [])
