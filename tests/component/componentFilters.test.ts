import { fireEvent } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { buildData } from '../support/builders'
import { say } from '../support/browser/texts'
import { choose, press, renderComponents } from '../support/componentSection'
import { named } from '../support/status'

describe('search and filters', () => {
  it.each([
    ['a name', { text: 'identity' }, ['Identity']],
    ['several words in any order', { text: 'south  comp' }, ['Compute South']],
    ['a label', { text: 'north' }, ['Compute North', 'Identity']],
    ['what a description says', { text: 'machines' }, ['Compute North']],
    ['a hidden label: not found', { text: 'x1' }, []],
    ['a state', { level: 'band:Critical' }, ['Compute South']],
    ['a state that is fine', { level: 'operational' }, ['Compute North', 'Dashboard', 'Identity']],
    ['a label’s value', { label: 'region:south' }, ['Compute South', 'Identity']],
    ['all at once', { text: 'comp', level: 'operational', label: 'region:north' }, ['Compute North']],
  ])('find %s', async (_, { text = '', level = '', label = '' }: Record<string, string | undefined>, names) => {
    const { getByRole, getByLabelText, groups, queryByText, getByText } = await renderComponents()
    if (text) {
      fireEvent.input(getByRole('searchbox', { name: say('components.search') }), { target: { value: text } })
      await flushPromises()
    }
    if (level) await choose(getByLabelText(say('components.state')), level)
    if (label) await choose(getByLabelText(say('components.label')), label)
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
    expect(query()).toEqual({ group: '' })
  })

  it('stand in the address and come from it', async () => {
    const { getByRole, getByLabelText, query, groups } = await renderComponents({ url: '/?q=compute&label=region:south' })
    expect(groups()).toEqual({ south: ['Compute South'] })
    expect(getByRole<HTMLInputElement>('searchbox').value).toBe('compute')
    expect(getByLabelText<HTMLSelectElement>(say('components.label')).value).toBe('region:south')
    fireEvent.input(getByRole('searchbox'), { target: { value: '' } })
    await flushPromises()
    expect(query()).toEqual({ label: 'region:south' })
  })

  it('open every group that has a match', async () => {
    const many = Array.from({ length: 60 }, (_, index) => named(`Node ${index}`, { region: index % 2 ? 'odd' : 'even' }))
    const { section } = await renderComponents({ data: buildData({ components: many }), url: '/?q=node+7' })
    expect([...section.querySelectorAll('details.group')].map(group => (group as HTMLDetailsElement).open)).toEqual([true])
  })

  it('offer labels by key, without those that configure the page', async () => {
    const { getByLabelText } = await renderComponents()
    const select = getByLabelText(say('components.label'))
    expect([...select.querySelectorAll('optgroup')].map(group => group.label)).toEqual(['region'])
    expect([...select.querySelectorAll('option')].map(option => option.value)).toEqual(['', 'region:north', 'region:south'])
  })

  it('leave labels out where there are none', async () => {
    const { queryByLabelText, getByLabelText } = await renderComponents({ data: buildData({ components: [named('Compute')] }) })
    expect(queryByLabelText(say('components.label'))).toBeNull()
    expect(queryByLabelText(say('components.groupBy'))).toBeNull()
    expect(getByLabelText(say('components.state'))).toBeDefined()
  })
})
