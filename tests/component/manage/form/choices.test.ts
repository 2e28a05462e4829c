import { fireEvent } from '@testing-library/dom'
import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import ImpactTypeField from '@/features/manage/form/ImpactTypeField.vue'
import MarkdownField from '@/features/manage/form/MarkdownField.vue'
import PhaseField from '@/features/manage/form/PhaseField.vue'
import SeverityField from '@/features/manage/form/SeverityField.vue'
import TemplatePicker from '@/features/manage/form/TemplatePicker.vue'
import { say } from '../../../support/browser/texts'
import { renderPart } from '../../../support/mounted'
import { textOf } from '../../../support/status'
import { choose, chooseText, optionsOf, press, renderControl, scale, types } from './support'

const pleaseChoose = say('manage.field.choose')

describe('a severity', () => {
  const render = (value: number | null, props = {}, language: 'en' | 'de' = 'en') =>
    renderControl(SeverityField, value, { label: 'Severity', scale, ...props }, language)

  it('is chosen by the name of its band and is its upper bound', async () => {
    const { getByRole, values, element } = await render(null)
    const select = getByRole('combobox', { name: 'Severity' })
    expect(optionsOf(select)).toEqual([pleaseChoose, 'Notice', 'Degraded', 'Outage'])
    await chooseText(select, 'Degraded')
    expect(values()).toEqual([50])
    expect(textOf(element.querySelector('.mark'))).toBe('Degraded, 50')
  })

  it.each(['en', 'de'] as const)('may be maintenance where that is wished (%s)', async language => {
    const { getByRole, values } = await render(null, { allowMaintenance: true }, language)
    await chooseText(getByRole('combobox'), say('level.maintenance', {}, language))
    expect(values()).toEqual([0])
  })

  it('may be maintenance and nothing else', async () => {
    const { getByRole } = await render(0, { only: 'maintenance' })
    expect(optionsOf(getByRole('combobox'))).toEqual([pleaseChoose, say('level.maintenance')])
  })

  it('may be another value of its band, and none beyond', async () => {
    const { getByRole, queryByRole, values } = await render(50)
    expect(queryByRole('spinbutton')).toBeNull()
    const button = getByRole('button', { name: say('manage.field.setValue') })
    await press(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    const input = getByRole<HTMLInputElement>('spinbutton', { name: say('manage.field.value', { label: 'Severity' }) })
    await choose(input, '35')
    expect(values()).toEqual([35])
    for (const outside of ['20', '51', '30.5', '']) await choose(input, outside)
    expect(values()).toEqual([35])
    expect(input.value).toBe('35')
  })

  it('keeps its value when its own band is chosen again', async () => {
    const { getByRole, values } = await render(35)
    await chooseText(getByRole('combobox'), 'Degraded')
    expect(values()).toEqual([])
  })

  it('that lies in no band, or may not be chosen, stays to be seen', async () => {
    const { getByRole, part } = await render(0)
    const shown = () => getByRole<HTMLSelectElement>('combobox').selectedOptions[0]?.text
    expect(shown()).toBe(say('level.maintenance'))
    await part.setProps({ modelValue: 101 })
    expect(shown()).toBe(say('manage.field.valueUnknown', { value: 101 }))
  })
})

describe('an impact type', () => {
  it('is chosen by name and described', async () => {
    const { getByRole, getByText, values } = await renderControl(ImpactTypeField, null, { label: 'Impact', types })
    await chooseText(getByRole('combobox', { name: 'Impact' }), 'Slow responses')
    expect(values()).toEqual(['t1'])
    expect(getByRole('combobox').getAttribute('aria-describedby')).toBe(getByText('Requests take longer than usual.').id)
  })

  it('that is not listed any more stays', async () => {
    const { getByRole } = await renderControl(ImpactTypeField, 'old', { label: 'Impact', types })
    expect(getByRole<HTMLSelectElement>('combobox').selectedOptions[0]?.text).toBe(say('manage.field.keptType', { id: 'old' }))
  })
})

describe('a phase', () => {
  const list = { generation: 2, names: ['Looking', ' ', 'Done'] }
  const render = (value: unknown, props = {}) => renderControl(PhaseField, value, { label: 'Phase', list, ...props })

  it('is one of the current generation', async () => {
    const { getByRole, values } = await render(null)
    const select = getByRole('combobox', { name: 'Phase' })
    expect(optionsOf(select)).toEqual([pleaseChoose, 'Looking', say('incident.unknownPhase'), 'Done'])
    await chooseText(select, 'Done')
    expect(values()).toEqual([{ generation: 2, order: 2 }])
  })

  it('may stay the one of an older generation, also after another was chosen', async () => {
    const reference = { generation: 1, order: 1 }
    const { getByRole, values } = await render(reference, { current: { reference, name: 'Mending' } })
    const keep = say('manage.field.keepPhase', { name: 'Mending' })
    expect(optionsOf(getByRole('combobox'))).toEqual([pleaseChoose, keep, 'Looking', say('incident.unknownPhase'), 'Done'])
    await chooseText(getByRole('combobox'), 'Looking')
    await chooseText(getByRole('combobox'), keep)
    expect(values()).toEqual([{ generation: 2, order: 0 }, reference])
  })

  it('of the current generation is not listed twice', async () => {
    const reference = { generation: 2, order: 0 }
    const { getByRole } = await render(reference, { current: { reference, name: 'Looking' } })
    expect(optionsOf(getByRole('combobox')).filter(text => text.includes('Looking'))).toEqual(['Looking'])
  })

  it('can only stay where the list is missing, and that is said', async () => {
    const reference = { generation: 1, order: 1 }
    const { getByRole, getByText } = await render(reference, { list: null, current: { reference, name: null } })
    expect(optionsOf(getByRole('combobox'))).toHaveLength(2)
    expect(getByText(say('manage.field.phasesUnread'))).toBeDefined()
  })
})

describe('a Markdown text', () => {
  it('is typed, and shown as it will be only when asked', async () => {
    const { getByRole, values, element } = await renderControl(MarkdownField, '', { label: 'Text' })
    const input = getByRole('textbox', { name: 'Text' })
    fireEvent.input(input, { target: { value: 'It is **slow**' } })
    expect(values()).toEqual(['It is **slow**'])
    expect(element.querySelector('.markdown')).toBeNull()
    await press(getByRole('button', { name: say('manage.field.preview') }))
    expect(getByRole('region', { name: say('manage.field.previewOf', { label: 'Text' }) })).toBeDefined()
    await vi.waitFor(() => expect(element.querySelector('strong')?.textContent).toBe('slow'))
  })

  it('without words has nothing to show', async () => {
    const { getByRole, getByText } = await renderControl(MarkdownField, ' ', { label: 'Text' })
    await press(getByRole('button', { name: say('manage.field.preview') }))
    expect(getByText(say('manage.field.previewEmpty'))).toBeDefined()
  })
})

describe('templates', () => {
  const templates = [
    { id: 'a', name: 'Slow volumes', own: false },
    { id: 'b', name: 'Mine', own: true },
  ]
  const render = async (list: unknown = templates) => {
    const { part } = await renderPart(TemplatePicker, { props: { templates: list }, operator: true })
    return { part, control: (name: string) => part.findAll('button').find(button => button.text() === name) }
  }

  it('are used by the button, not by moving through them', async () => {
    const { part, control } = await render()
    expect(control(say('manage.field.useTemplate'))?.element.disabled).toBe(true)
    await part.get('select').setValue('a')
    expect(part.emitted()).not.toHaveProperty('choose')
    await control(say('manage.field.useTemplate'))?.trigger('click')
    expect(part.emitted('choose')).toEqual([['a']])
  })

  it('can be removed only where they are one’s own', async () => {
    const { part, control } = await render()
    await part.get('select').setValue('a')
    expect(control(say('manage.field.removeTemplate'))).toBeUndefined()
    await part.get('select').setValue('b')
    await control(say('manage.field.removeTemplate'))?.trigger('click')
    await nextTick()
    expect(part.emitted('remove')).toEqual([['b']])
  })

  it('can be made, also where there is none', async () => {
    const { part, control } = await render([])
    expect(part.find('select').exists()).toBe(false)
    await control(say('manage.field.saveTemplate'))?.trigger('click')
    expect(part.emitted('saveOwn')).toEqual([[]])
  })
})
