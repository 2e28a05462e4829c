import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import ComponentPicker from '@/operator/form/ComponentPicker.vue'
import { say } from '../../../support/browser/texts'
import { textOf } from '../../../support/status'
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

async function render(chosen: readonly string[] = [], list = components, groupBy: string | null = 'region', more = {}) {
  const names = new Map(list.map(({ id, name }) => [id, name]))
  const props = { label: 'Components', components: list, names, groupBy, ...more }
  const picker = await renderControl(ComponentPicker, chosen, props)
  const box = (name: string) => picker.getByRole('checkbox', { name })
  const search = picker.getByLabelText<HTMLInputElement>(say('components.search'), { selector: 'input' })
  return {
    ...picker,
    box,
    search,
    find: async (text: string) => {
      search.focus()
      await type(search, text)
      await flushPromises()
    },
    found: () => picker.queryAllByRole('option').map(option => option.getAttribute('aria-label')),
    boxes: () => picker.queryAllByRole<HTMLInputElement>('checkbox'),
    names: () => picker.queryAllByRole('checkbox').map(each => each.getAttribute('aria-label')),
  }
}

const key = async (element: Element, name: string, more = {}) => {
  const passed = fireEvent.keyDown(element, { key: name, ...more })
  await nextTick()
  await flushPromises()
  return passed
}

describe('components', () => {
  it('are ticked in groups of a label', async () => {
    const { box, values, getByRole } = await render()
    expect(textOf(getByRole('status'))).toBe(say('manage.field.noneChosen'))
    await press(box('Volumes'))
    expect(values()).toEqual([['v']])
    expect(textOf(getByRole('status'))).toBe(say('manage.field.chosen', { n: 1 }))
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

  it('stand in each of their groups', async () => {
    const both = component('b', 'Backbone', { region: 'south, north' })
    const { getAllByRole, getByRole, values } = await render([], [...components, both])
    const rows = () => getAllByRole('checkbox', { name: 'Backbone' })
    expect(rows()).toHaveLength(2)
    await press(rows()[0]!)
    expect(values()).toEqual([['b']])
    expect(rows().map(tickOf)).toEqual([true, true])
    expect(tickOf(getByRole('checkbox', { name: 'south' }))).toBe('mixed')
  })

  it('that are chosen are named and can be taken back one by one or all; the focus goes on in the field', async () => {
    const { getByRole, values, getByText, search } = await render(['v', 'gone', 'd'])
    expect(getByText(say('incident.hiddenComponent'))).toBeDefined()
    const take = getByRole('button', { name: say('manage.field.removeName', { name: 'Volumes' }) })
    take.focus()
    await press(take)
    expect(values()).toEqual([['gone', 'd']])
    expect(document.activeElement).toBe(search)
    const all = getByRole('button', { name: say('manage.field.clearAll') })
    all.focus()
    await press(all)
    expect(values().at(-1)).toEqual([])
    expect(document.activeElement).toBe(search)
  })

  it('of one name are told apart', async () => {
    const twins = [component('1', 'DNS', { region: 'north' }), component('2', 'DNS', { region: 'south' })]
    const { names, getByRole } = await render(['1'], twins)
    expect(names()).toEqual(['north', 'DNS (north)', 'south', 'DNS (south)'])
    expect(getByRole('button', { name: say('manage.field.removeName', { name: 'DNS (north)' }) })).toBeDefined()
  })

  it('of a thousand are drawn in part, and the others are found', async () => {
    const { boxes, getByText, find, found, box, last } = await render(['c999'], many, null)
    expect(boxes()).toHaveLength(101)
    expect(getByText(say('manage.field.moreComponents', { n: 900 }))).toBeDefined()
    expect(getByText('Server 999')).toBeDefined()
    await find('server 998')
    expect(found()).toEqual(['Server 998'])
    await press(box(say('manage.field.groupAll')))
    expect(last()).toHaveLength(1000)
  })

  it('of many groups are folded, each to be opened', async () => {
    const list = many.slice(0, 60).map((one, at) => ({ ...one, labels: { region: at % 2 ? 'north' : 'south' } }))
    const { names, getByRole, boxes } = await render([], list)
    expect(names()).toEqual(['north', 'south'])
    const open = getByRole('button', { name: say('manage.field.groupOpen', { name: 'north' }) })
    expect(open.getAttribute('aria-expanded')).toBe('false')
    await press(open)
    expect(open.getAttribute('aria-expanded')).toBe('true')
    expect(boxes()).toHaveLength(32)
  })

  it('tell what is wrong with them, where the field can be found', async () => {
    const { search, getByText } = await render([], components, null, { errors: ['Choose one.'] })
    expect(getByText('Choose one.')).toBeDefined()
    expect(search.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('the search', () => {
  it('finds by name and by label, and takes what is pressed', async () => {
    const { find, found, getByRole, values, search } = await render()
    await find('north')
    expect(found()).toEqual(['Compute North', 'Volumes'])
    await press(getByRole('option', { name: 'Volumes' }))
    expect(values()).toEqual([['v']])
    expect(search.value).toBe('')
  })

  it('takes all that were found', async () => {
    const { find, getByRole, values } = await render(['v'])
    await find('comp')
    await press(getByRole('button', { name: say('manage.field.addFound', { n: 2 }) }))
    expect(values()).toEqual([['v', 'n', 's']])
  })

  it('forgives slips of the pen, and says where nothing is called so', async () => {
    const { find, found, getByText } = await render()
    await find('comptue')
    expect(found()).toEqual(['Compute North', 'Compute South'])
    expect(getByText(say('manage.field.nearMatches'))).toBeDefined()
    await find('nothing of the kind')
    expect(getByText(say('components.noneMatch'))).toBeDefined()
  })

  it('is a field with a list that can be reached', async () => {
    const { find, getByRole, search } = await render()
    expect(search.getAttribute('role')).toBe('combobox')
    expect(search.getAttribute('aria-expanded')).toBe('false')
    await find('compute')
    expect(search.getAttribute('aria-expanded')).toBe('true')
    expect(getByRole('listbox').tabIndex).toBe(0)
  })
})

describe('by keyboard', () => {
  it('the list is one stop, and arrow keys move in it and fold its groups', async () => {
    const { boxes, search, names } = await render()
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
    await key(boxes()[0]!, 'ArrowLeft')
    expect(names().slice(0, 2)).toEqual(['north', 'south'])
    await key(boxes()[0]!, 'ArrowRight')
    expect(names().slice(0, 2)).toEqual(['north', 'Compute North'])
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

  it('Enter takes the one that is called so, and leaves Ctrl and Enter to the form', async () => {
    const { search, find, values } = await render([], [...components, component('x', 'Volumes archive')])
    await find('volumes')
    await key(search, 'Enter', { ctrlKey: true })
    expect(values()).toEqual([])
    await key(search, 'Enter')
    expect(values()).toEqual([['v']])
  })

  it('Escape empties the search first', async () => {
    const { search, find } = await render()
    await find('compute')
    expect(await key(search, 'Escape')).toBe(false)
    expect(search.value).toBe('')
    expect(await key(search, 'Escape')).toBe(true)
  })

  it('many that are chosen are no way for the Tab key', async () => {
    const ids = many.map(({ id }) => id)
    const { part, getAllByRole } = await render(ids.slice(0, 12), many, null)
    const begins = say('manage.field.removeName', { name: '' })
    const tabs = () => getAllByRole('button', { name: name => name.startsWith(begins) }).map(({ tabIndex }) => tabIndex)
    expect(tabs()).toEqual(ids.slice(0, 12).map(() => 0))
    await part.setProps({ modelValue: ids.slice(0, 13) })
    expect(tabs()).toEqual(ids.slice(0, 13).map(() => -1))
  })
})
