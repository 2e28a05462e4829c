import { screen } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { severityScale } from '@/domain/severity/severity'
import SeverityField from '@/operator/form/SeverityField.vue'
import { say } from '../../../support/browser/texts'
import { choose, chosen, optionsOf } from '../../../support/choose'
import { textOf } from '../../../support/status'
import { leave, type } from '../../../support/type'
import { describing, press, renderControl, scale } from './support'

const manyBands = [10, 20, 30, 40, 50, 60, 100].map(value => ({ name: `Up to ${value}`, value }))

describe('a severity', () => {
  const render = (value: number | null, props = {}, language: 'en' | 'de' = 'en') =>
    renderControl(SeverityField, value, { label: 'Severity', scale, ...props }, language)
  const pressed = () => screen.queryAllByRole('button', { pressed: true }).map(textOf)

  it('is chosen by the name of its band and is its upper bound', async () => {
    const { values } = await render(null)
    expect(await optionsOf('Severity')).toEqual(['Notice', 'Degraded', 'Outage'])
    expect(pressed()).toEqual([])
    await choose('Severity', 'Degraded')
    expect(values()).toEqual([50])
    expect(pressed()).toEqual(['Degraded'])
    await choose('Severity', 'Degraded')
    expect(values()).toEqual([50])
  })

  it.each(['en', 'de'] as const)('may be maintenance where that is wished (%s)', async language => {
    const { values } = await render(null, { allowMaintenance: true }, language)
    await choose('Severity', say('level.maintenance', {}, language))
    expect(values()).toEqual([0])
  })

  it('may be maintenance and nothing else', async () => {
    await render(0, { only: 'maintenance' })
    expect(await optionsOf('Severity')).toEqual([say('level.maintenance')])
  })

  it('keeps its value when its own band is chosen again', async () => {
    const { values } = await render(35)
    await choose('Severity', 'Degraded')
    expect(values()).toEqual([])
  })

  it('that lies in no band, or may not be chosen, stays to be seen', async () => {
    const { part } = await render(0)
    expect(pressed()).toEqual([say('level.maintenance')])
    await part.setProps({ modelValue: 101 })
    expect(pressed()).toEqual([say('manage.field.valueUnknown', { value: 101 })])
  })

  it('tells what is wrong with it', async () => {
    const { getByRole } = await render(null, { errors: ['Choose one.'] })
    expect(describing(getByRole('group', { name: 'Severity' })).map(textOf)).toEqual(['Choose one.'])
  })

  it.each([{ compact: true }, { empty: 'unchanged' }, { scale: severityScale(manyBands) }])(
    'is a list to open in a row of a table, where it may stay as it is, and of many bands (%#)',
    async props => {
      const { element, values } = await render(null, props)
      const last = (props.scale ?? scale).bands.at(-1)!
      const none = 'empty' in props ? ['unchanged'] : []
      expect(await optionsOf('Severity')).toEqual([...none, ...(props.scale ?? scale).bands.map(({ name }) => name)])
      await choose('Severity', last.name!)
      expect(values()).toEqual([100])
      expect(chosen('Severity')).toBe(last.name)
      expect(textOf(element)).toContain(`${last.name}, 100`)
      if (!none.length) return
      await choose('Severity', 'unchanged')
      expect(values()).toEqual([100, null])
    },
  )

  it('in a list tells what is wrong with it, or only that something is', async () => {
    const { part } = await render(null, { compact: true, errors: ['Choose one.'] })
    const field = () => screen.getAllByRole('combobox', { name: 'Severity' }).find(one => one.matches('input'))!
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(describing(field()).map(textOf).join()).toContain('Choose one.')
    await part.setProps({ errors: [] })
    expect(field().getAttribute('aria-invalid')).toBe('false')
    await part.setProps({ wrong: true })
    expect(field().getAttribute('aria-invalid')).toBe('true')
  })
})

describe('an exact severity', () => {
  const open = async (value = 50, props = {}) => {
    const rendered = await renderControl(SeverityField, value, { label: 'Severity', scale, allowMaintenance: true, ...props })
    const button = rendered.getByRole('button', { expanded: false })
    await press(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    const input = rendered.getByRole<HTMLInputElement>('textbox', { name: say('manage.field.value', { label: 'Severity' }) })
    return {
      ...rendered,
      input,
      enter: async (text: string) => {
        await type(input, text)
        await leave(input)
      },
      incomplete: () => rendered.part.emitted<[boolean]>('incomplete')?.map(([is]) => is) ?? [],
      said: () => describing(input).map(textOf).join(),
    }
  }

  it.each([{}, { compact: true }])('is another value of the band (%#)', async props => {
    const { enter, values, input, incomplete, said, getByRole } = await open(50, props)
    expect(said()).toBe(say('manage.field.valueRange', { from: 21, to: 50 }))
    await enter('35')
    expect(values()).toEqual([35])
    expect(input.getAttribute('aria-invalid')).toBe('false')
    const slider = getByRole('slider', { name: 'Severity' })
    expect(['now', 'min', 'max'].map(name => slider.getAttribute(`aria-value${name}`))).toEqual(['35', '21', '50'])
    expect(incomplete()).toEqual([])
  })

  it.each([
    ['1.5', 'notWhole'],
    ['101', 'outside'],
    ['-1', 'outside'],
    ['0', 'maintenance'],
    ['', 'missing'],
    ['76', 'otherBand'],
  ] as const)('is refused in words where it is wrong: %s', async (text, code) => {
    const { enter, values, input, incomplete, said } = await open()
    await enter(text)
    expect(said()).toBe(say(`manage.field.refused.${code}`, { value: text, name: 'Outage' }))
    expect(input.value).toBe(text)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(values()).toEqual([])
    expect(incomplete()).toEqual([true])
    await enter('40')
    expect(values()).toEqual([40])
    expect(incomplete()).toEqual([true, false])
    expect(said()).toBe(say('manage.field.valueRange', { from: 21, to: 50 }))
  })

  it('above all bands is refused', async () => {
    const { enter, said } = await open(40, { scale: severityScale([{ name: 'Bad', value: 60 }]) })
    await enter('61')
    expect(said()).toBe(say('manage.field.refused.inNoBand', { value: 61 }))
  })

  it('of another band is taken on purpose, and the focus stays', async () => {
    const { enter, values, incomplete, getByRole, input } = await open()
    await enter('76')
    await press(getByRole('button', { name: say('manage.field.takeValue', { value: 76, name: 'Outage' }) }))
    expect(values()).toEqual([76])
    expect(incomplete()).toEqual([true, false])
    expect(document.activeElement).toBe(input)
    expect(chosen('Severity')).toBe('Outage')
  })

  it('is not told wrong while more digits may follow', async () => {
    const { input, said, incomplete } = await open()
    await type(input, '4')
    expect(said()).toBe(say('manage.field.valueRange', { from: 21, to: 50 }))
    expect(incomplete()).toEqual([true])
    await leave(input)
    expect(said()).toBe(say('manage.field.refused.otherBand', { value: 4, name: 'Notice' }))
  })

  it('that is wrong is forgotten with its field', async () => {
    const { enter, incomplete, getByRole } = await open()
    await enter('101')
    await press(getByRole('button', { expanded: true }))
    expect(incomplete()).toEqual([true, false])
  })
})
