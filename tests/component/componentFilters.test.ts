import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { buildData } from '../support/builders'
import { say } from '../support/browser/texts'
import { choose, chosen, optionsOf } from '../support/choose'
import { press, renderComponents } from '../support/componentSection'
import { disclosure, isDisclosed } from '../support/disclose'
import { inTurn } from '../support/roles'
import { named, textOf } from '../support/status'

describe('search and filters', () => {
  it.each([
    ['a name', { text: 'identity' }, ['Identity']],
    ['several words in any order', { text: 'south  comp' }, ['Compute South']],
    ['a label', { text: 'north' }, ['Compute North', 'Identity']],
    ['what a description says', { text: 'machines' }, ['Compute North']],
    ['a hidden label: not found', { text: 'x1' }, []],
    ['a state', { level: 'Critical' }, ['Compute South']],
    ['a state that is fine', { level: say('level.operational') }, ['Compute North', 'Dashboard', 'Identity']],
    ['a label’s value', { label: 'south' }, ['Compute South', 'Identity']],
    ['all at once', { text: 'comp', level: say('level.operational'), label: 'north' }, ['Compute North']],
  ])('find %s', async (_, { text = '', level = '', label = '' }: Record<string, string | undefined>, names) => {
    const { getByRole, groups, queryByText, getByText } = await renderComponents()
    if (text) {
      fireEvent.input(getByRole('searchbox', { name: say('components.search') }), { target: { value: text } })
      await flushPromises()
    }
    if (level) await choose(say('components.state'), level)
    if (label) await choose(say('components.label'), label)
    expect([...new Set(Object.values(groups()).flat())].sort()).toEqual(names)
    expect(getByText(say('components.results', { n: names.length, total: 4 }))).toBeDefined()
    expect(queryByText(say('components.noneMatch')) !== null).toBe(!names.length)
  })

  it('that find nothing are cleared with one click', async () => {
    const { getByRole, groups, query } = await renderComponents({
      url: '/?q=nothing&state=operational&label=region:north&group=',
    })
    expect(groups()).toEqual({})
    await press(getByRole('button', { name: say('components.reset') }))
    expect(Object.values(groups()).flat()).toHaveLength(4)
    await vi.waitFor(() => expect(query()).toEqual({ group: '' }))
  })

  it('stand in the address and come from it', async () => {
    const { getByRole, query, groups } = await renderComponents({ url: '/?q=compute&label=region:south' })
    expect(groups()).toEqual({ south: ['Compute South'] })
    expect(getByRole<HTMLInputElement>('searchbox').value).toBe('compute')
    expect(chosen(say('components.label'))).toBe('south')
    fireEvent.input(getByRole('searchbox'), { target: { value: '' } })
    await flushPromises()
    await vi.waitFor(() => expect(query()).toEqual({ label: 'region:south' }))
  })

  it('leave in the head of a group what they hide of it', async () => {
    const { section } = await renderComponents({ url: '/?q=identity' })
    const part = say('components.groupPart', { n: 1, total: 2 })
    expect(textOf(disclosure('south', section))).toMatch(inTurn('south', part, 'Critical'))
    expect(textOf(disclosure('north', section))).toMatch(inTurn('north', part, say('level.operational')))
  })

  it('open every group that has a match', async () => {
    const many = Array.from({ length: 60 }, (_, index) => named(`Node ${index}`, { region: index % 2 ? 'odd' : 'even' }))
    const { section, groups } = await renderComponents({ data: buildData({ components: many }), url: '/?q=node+7' })
    expect(groups()).toEqual({ odd: ['Node 7', 'Node 17', 'Node 27', 'Node 37', 'Node 47', 'Node 57'] })
    expect(isDisclosed('odd', section)).toBe(true)
  })

  it('offer labels by key, without those that configure the page', async () => {
    const { query } = await renderComponents()
    expect(await optionsOf(say('components.label'))).toEqual([say('components.anyLabel'), 'north', 'south'])
    expect(textOf(screen.getByRole('listbox'))).toBe(`${say('components.anyLabel')}regionnorthsouth`)
    for (const value of ['north', 'south']) {
      await choose(say('components.label'), value)
      await vi.waitFor(() => expect(query()).toEqual({ label: `region:${value}` }))
    }
    await choose(say('components.label'), say('components.anyLabel'))
    await vi.waitFor(() => expect(query()).toEqual({}))
  })

  it('leave labels out where there are none', async () => {
    const { queryByLabelText, getByLabelText } = await renderComponents({ data: buildData({ components: [named('Compute')] }) })
    expect(queryByLabelText(say('components.label'))).toBeNull()
    expect(queryByLabelText(say('components.groupBy'))).toBeNull()
    expect(getByLabelText(say('components.state'))).toBeDefined()
  })
})
