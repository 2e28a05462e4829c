import { fireEvent } from '@testing-library/dom'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import ComponentPicker from '@/operator/form/ComponentPicker.vue'
import { say } from '../../../support/browser/texts'
import { tickOf } from '../../../support/tickOf'
import { type } from '../../../support/type'
import { component, press, renderControl } from './support'

const components = [
  component('n', 'Compute North', { region: 'north' }),
  component('s', 'Compute South', { region: 'south' }),
  component('v', 'Volumes', { region: 'north' }),
  component('d', 'Dashboard'),
]
const many = Array.from({ length: 1000 }, (_, index) => component(`c${index}`, `Server ${index}`))

async function render(chosen: readonly string[] = [], list = components, groupBy: string | null = 'region') {
  const names = new Map(list.map(({ id, name }) => [id, name]))
  const props = { label: 'Components', components: list, names, groupBy }
  const picker = await renderControl(ComponentPicker, chosen, props)
  const box = (name: string) => picker.getByRole('checkbox', { name: new RegExp(`^${name}`) })
  const search = picker.getByRole<HTMLInputElement>('searchbox', { name: say('components.search') })
  const find = (text: string) => type(search, text)
  return { ...picker, box, search, find, boxes: () => picker.getAllByRole<HTMLInputElement>('checkbox') }
}

describe('components', () => {
  it('are ticked in groups of a label', async () => {
    const { box, values, getByText } = await render()
    expect(getByText(say('manage.field.noneChosen'))).toBeDefined()
    await press(box('Volumes'))
    expect(values()).toEqual([['v']])
    expect(getByText(say('manage.field.chosen', { n: 1 }))).toBeDefined()
    await press(box('Volumes'))
    expect(values().at(-1)).toEqual([])
  })

  it('are ticked by the group, whose box has three states', async () => {
    const { box, values } = await render(['v', 'd'])
    expect(tickOf(box('north'))).toBe('mixed')
    await press(box('north'))
    expect(values()).toEqual([['v', 'd', 'n']])
    expect(tickOf(box('north'))).toBe(true)
    await press(box('north'))
    expect(values().at(-1)).toEqual(['d'])
    expect(tickOf(box('north'))).toBe(false)
  })

  it('that are chosen are named and can be taken back one by one or all', async () => {
    const { getByRole, values, getByText } = await render(['v', 'gone'])
    expect(getByText(say('incident.hiddenComponent'))).toBeDefined()
    await press(getByRole('button', { name: say('manage.field.removeName', { name: 'Volumes' }) }))
    expect(values()).toEqual([['gone']])
    await press(getByRole('button', { name: say('manage.field.clearAll') }))
    expect(values().at(-1)).toEqual([])
  })

  it('are searched, and a group then ticks what was found only', async () => {
    const { find, boxes, box, values, getByText } = await render()
    await find('north volumes')
    expect(boxes()).toHaveLength(2)
    await press(box('north'))
    expect(values()).toEqual([['v']])
    await find('nothing of the kind')
    expect(getByText(say('components.noneMatch'))).toBeDefined()
  })

  it('of a thousand are drawn in part, and the others are found', async () => {
    const { boxes, getByText, find, box, last } = await render(['c999'], many, null)
    expect(boxes()).toHaveLength(101)
    expect(getByText(say('manage.field.moreComponents', { n: 900 }))).toBeDefined()
    expect(getByText('Server 999')).toBeDefined()
    await press(box(say('manage.field.groupAll')))
    expect(last()).toHaveLength(1000)
    await find('server 998')
    expect(boxes()).toHaveLength(2)
  })
})

describe('by keyboard', () => {
  const key = async (element: Element, name: string) => {
    const passed = fireEvent.keyDown(element, { key: name })
    await nextTick()
    return passed
  }

  it('the list is one stop, and arrow keys move in it', async () => {
    const { boxes, search } = await render()
    const stops = () => boxes().filter(({ tabIndex }) => tabIndex === 0)
    expect(stops()).toHaveLength(1)
    search.focus()
    await key(search, 'ArrowDown')
    expect(document.activeElement).toBe(boxes()[0])
    await key(boxes()[0]!, 'ArrowDown')
    expect(document.activeElement).toBe(boxes()[1])
    expect(stops()).toEqual([boxes()[1]])
    await key(boxes()[1]!, 'End')
    expect(document.activeElement).toBe(boxes().at(-1))
    await key(boxes().at(-1)!, 'Home')
    expect(document.activeElement).toBe(boxes()[0])
  })

  it('Enter takes the only match and never sends the form', async () => {
    const { search, find, values } = await render()
    expect(await key(search, 'Enter')).toBe(false)
    await find('compute')
    await key(search, 'Enter')
    expect(values()).toEqual([])
    await find('volumes')
    expect(await key(search, 'Enter')).toBe(false)
    expect(values()).toEqual([['v']])
    expect(search.value).toBe('')
  })

  it('Escape empties the search first', async () => {
    const { search, find } = await render()
    await find('compute')
    expect(await key(search, 'Escape')).toBe(false)
    expect(search.value).toBe('')
    expect(await key(search, 'Escape')).toBe(true)
  })
})
