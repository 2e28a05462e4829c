import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import ImpactTypeField from '@/operator/form/ImpactTypeField.vue'
import MarkdownField from '@/operator/form/MarkdownField.vue'
import PhaseField from '@/operator/form/PhaseField.vue'
import SeverityField from '@/operator/form/SeverityField.vue'
import TemplatePicker from '@/operator/form/TemplatePicker.vue'
import { say } from '../../../support/browser/texts'
import { choose, chosen, optionsOf } from '../../../support/choose'
import { isDisabled } from '../../../support/disabled'
import { renderPart } from '../../../support/mounted'
import { textOf } from '../../../support/status'
import { leave, type } from '../../../support/type'
import { describing, press, renderControl, scale, types } from './support'

const pleaseChoose = say('manage.field.choose')

describe('a severity', () => {
  const render = (value: number | null, props = {}, language: 'en' | 'de' = 'en') =>
    renderControl(SeverityField, value, { label: 'Severity', scale, ...props }, language)

  it('is chosen by the name of its band and is its upper bound', async () => {
    const { values, element } = await render(null)
    expect(await optionsOf('Severity')).toEqual([pleaseChoose, 'Notice', 'Degraded', 'Outage'])
    await choose('Severity', 'Degraded')
    expect(values()).toEqual([50])
    expect(textOf(element)).toContain('Degraded, 50')
  })

  it.each(['en', 'de'] as const)('may be maintenance where that is wished (%s)', async language => {
    const { values } = await render(null, { allowMaintenance: true }, language)
    await choose('Severity', say('level.maintenance', {}, language))
    expect(values()).toEqual([0])
  })

  it('may be maintenance and nothing else', async () => {
    await render(0, { only: 'maintenance' })
    expect(await optionsOf('Severity')).toEqual([pleaseChoose, say('level.maintenance')])
  })

  it('may be another value of its band, and none beyond', async () => {
    const { getByRole, queryByRole, values } = await render(50)
    expect(queryByRole('spinbutton')).toBeNull()
    const button = getByRole('button', { name: say('manage.field.setValue') })
    await press(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    const input = getByRole<HTMLInputElement>('spinbutton', { name: say('manage.field.value', { label: 'Severity' }) })
    const enter = async (text: string) => {
      await type(input, text)
      await leave(input)
    }
    await enter('35')
    expect(values()).toEqual([35])
    for (const outside of ['20', '51', '30.5', '']) await enter(outside)
    expect(values()).toEqual([35])
    expect(input.value).toBe('35')
  })

  it('keeps its value when its own band is chosen again', async () => {
    const { values } = await render(35)
    await choose('Severity', 'Degraded')
    expect(values()).toEqual([])
  })

  it('that lies in no band, or may not be chosen, stays to be seen', async () => {
    const { part } = await render(0)
    expect(chosen('Severity')).toBe(say('level.maintenance'))
    await part.setProps({ modelValue: 101 })
    expect(chosen('Severity')).toBe(say('manage.field.valueUnknown', { value: 101 }))
  })
})

describe('an impact type', () => {
  it('is chosen by name and described', async () => {
    const { getByRole, values } = await renderControl(ImpactTypeField, null, { label: 'Impact', types })
    await choose('Impact', 'Slow responses')
    expect(values()).toEqual(['t1'])
    expect(describing(getByRole('combobox')).map(textOf)).toEqual(['Requests take longer than usual.'])
  })

  it('that is not listed any more stays', async () => {
    await renderControl(ImpactTypeField, 'old', { label: 'Impact', types })
    expect(chosen('Impact')).toBe(say('manage.field.keptType', { id: 'old' }))
  })
})

describe('a phase', () => {
  const list = { generation: 2, names: ['Looking', ' ', 'Done'] }
  const render = (value: unknown, props = {}) => renderControl(PhaseField, value, { label: 'Phase', list, ...props })

  it('is one of the current generation', async () => {
    const { values } = await render(null)
    expect(await optionsOf('Phase')).toEqual(['Looking', say('incident.unknownPhase'), 'Done'])
    await choose('Phase', 'Done')
    expect(values()).toEqual([{ generation: 2, order: 2 }])
  })

  it('is chosen in a list where there are too many for a line', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Phase ${index}`)
    const { values } = await render(null, { list: { generation: 2, names } })
    await choose('Phase', 'Phase 7')
    expect(values()).toEqual([{ generation: 2, order: 7 }])
  })

  it('may stay the one of an older generation, also after another was chosen', async () => {
    const reference = { generation: 1, order: 1 }
    const { values } = await render(reference, { current: { reference, name: 'Mending' } })
    const keep = say('manage.field.keepPhase', { name: 'Mending' })
    expect(await optionsOf('Phase')).toEqual([keep, 'Looking', say('incident.unknownPhase'), 'Done'])
    await choose('Phase', 'Looking')
    await choose('Phase', keep)
    expect(values()).toEqual([{ generation: 2, order: 0 }, reference])
  })

  it('of the current generation is not listed twice', async () => {
    const reference = { generation: 2, order: 0 }
    await render(reference, { current: { reference, name: 'Looking' } })
    expect((await optionsOf('Phase')).filter(text => text.includes('Looking'))).toEqual(['Looking'])
  })

  it('can only stay where the list is missing, and that is said', async () => {
    const reference = { generation: 1, order: 1 }
    const { getByText } = await render(reference, { list: null, current: { reference, name: null } })
    expect(await optionsOf('Phase')).toHaveLength(1)
    expect(getByText(say('manage.field.phasesUnread'))).toBeDefined()
  })
})

describe('a Markdown text', () => {
  it('is typed, and shown as it will be only when asked', async () => {
    const { getByRole, queryByRole, findByRole, values, element } = await renderControl(MarkdownField, '', { label: 'Text' })
    await type(getByRole('textbox', { name: 'Text' }), 'It is **slow**')
    expect(values()).toEqual(['It is **slow**'])
    const shown = { name: say('manage.field.previewOf', { label: 'Text' }) }
    expect(queryByRole('tabpanel', shown)).toBeNull()
    expect(textOf(element)).not.toContain('slow')
    await press(getByRole('tab', { name: say('manage.field.preview') }))
    expect(getByRole('tabpanel', shown).contains(await findByRole('strong'))).toBe(true)
    expect(textOf(getByRole('strong'))).toBe('slow')
  })

  it('without words has nothing to show', async () => {
    const { getByRole, getByText } = await renderControl(MarkdownField, ' ', { label: 'Text' })
    await press(getByRole('tab', { name: say('manage.field.preview') }))
    expect(getByText(say('manage.field.previewEmpty'))).toBeDefined()
  })
})

describe('templates', () => {
  const templates = [
    { id: 'a', name: 'Slow volumes', own: false },
    { id: 'b', name: 'Mine', own: true },
  ]
  const render = async (list: unknown = templates) =>
    (await renderPart(TemplatePicker, { props: { templates: list }, operator: true })).part
  const picker = say('manage.field.template')
  const button = (key: 'useTemplate' | 'removeTemplate' | 'saveTemplate') =>
    screen.getByRole('button', { name: say(`manage.field.${key}`) })

  it('are used by the button, not by moving through them', async () => {
    const part = await render()
    expect(isDisabled(button('useTemplate'))).toBe(true)
    await choose(picker, 'Slow volumes')
    expect(part.emitted()).not.toHaveProperty('choose')
    await press(button('useTemplate'))
    expect(part.emitted('choose')).toEqual([['a']])
  })

  it('can be removed only where they are one’s own', async () => {
    const part = await render()
    await choose(picker, 'Slow volumes')
    expect(screen.queryByRole('button', { name: say('manage.field.removeTemplate') })).toBeNull()
    await choose(picker, 'Mine')
    await press(button('removeTemplate'))
    expect(part.emitted('remove')).toEqual([['b']])
  })

  it('can be made, also where there is none', async () => {
    const part = await render([])
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(screen.queryByLabelText(picker)).toBeNull()
    await press(button('saveTemplate'))
    expect(part.emitted('saveOwn')).toEqual([[]])
  })
})
