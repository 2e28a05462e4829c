import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import ImpactTypeField from '@/operator/form/ImpactTypeField.vue'
import MarkdownField from '@/operator/form/MarkdownField.vue'
import PhaseField from '@/operator/form/PhaseField.vue'
import TemplatePicker from '@/operator/form/TemplatePicker.vue'
import { say } from '../../../support/browser/texts'
import { choose, chosen, optionsOf } from '../../../support/choose'
import { isDisabled } from '../../../support/disabled'
import { renderPart } from '../../../support/mounted'
import { textOf } from '../../../support/status'
import { type } from '../../../support/type'
import { describing, press, renderControl, types } from './support'

describe('an impact type', () => {
  const render = (value: string | null, props = {}) => renderControl(ImpactTypeField, value, { label: 'Impact', types, ...props })
  const many = Array.from({ length: 7 }, (_, at) => ({ id: `m${at}`, name: `Kind ${at}`, description: `About ${at}.` }))

  it('is chosen by name and described; none is to begin with', async () => {
    const { getByRole, queryByRole, values } = await render(null)
    expect(queryByRole('button', { pressed: true })).toBeNull()
    await choose('Impact', 'Slow responses')
    expect(values()).toEqual(['t1'])
    expect(chosen('Impact')).toBe('Slow responses')
    expect(describing(getByRole('group', { name: 'Impact' })).map(textOf)).toEqual(['Requests take longer than usual.'])
  })

  it('that is not listed any more stays', async () => {
    await render('old')
    expect(chosen('Impact')).toBe(say('manage.field.keptType', { id: 'old' }))
  })

  it.each([{ compact: true }, { empty: 'unchanged' }, { types: many }])(
    'is one of a list, with what each means, where there is little room or much to choose (%#)',
    async props => {
      const { getByRole, values } = await render(null, props)
      const [first] = props.types ?? types
      expect(await optionsOf('Impact')).toContain(first!.name)
      expect(textOf(getByRole('option', { name: first!.name }))).toContain(first!.description)
      await choose('Impact', first!.name)
      expect(values()).toEqual([first!.id])
      expect(chosen('Impact')).toBe(first!.name)
    },
  )
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
