import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctlyNamed, distinctNames, tellingKeys } from '@/domain/component/distinctNames'
import { component } from '../builders'

const one = (id: string, name: string, labels: Record<string, string> = {}) => component({ id, name, labels })
const names = (components: ReturnType<typeof one>[], keys: string[] = ['region', 'tier']) => [
  ...distinctNames(components, keys).values(),
]

describe('components of one name', () => {
  it('are told apart by the label that differs, and others keep their names', () => {
    const list = [
      one('a', 'Storage', { region: 'Berlin', tier: 'x' }),
      one('b', 'Storage', { region: 'Dresden', tier: 'x' }),
      one('c', 'Compute', { region: 'Berlin' }),
    ]
    expect(names(list)).toEqual(['Storage (Berlin)', 'Storage (Dresden)', 'Compute'])
    expect(names(list, ['tier', 'region'])).toEqual(['Storage (Berlin)', 'Storage (Dresden)', 'Compute'])
  })

  it('take the first label that tells all of them apart', () => {
    const list = [
      one('a', 'Storage', { region: 'Berlin', tier: '1' }),
      one('b', 'Storage', { region: 'Berlin', tier: '2' }),
      one('c', 'Storage', { region: 'Dresden', tier: '3' }),
    ]
    expect(names(list)).toEqual(['Storage (1)', 'Storage (2)', 'Storage (3)'])
  })

  it('take several labels where one is not enough, and the id where nothing else differs', () => {
    const labels = (region: string, tier: string) => ({ region, tier })
    const list = [
      one('a', 'S', labels('B', '1')),
      one('b', 'S', labels('B', '2')),
      one('c', 'S', labels('D', '1')),
      one('d', 'S', labels('D', '1')),
      one('e', 'S'),
    ]
    expect(names(list)).toEqual(['S (B, 1)', 'S (B, 2)', 'S (D, 1, c)', 'S (D, 1, d)', 'S'])
  })

  it('are the same to the eye whatever their spaces, and never take the name of another', () => {
    expect(names([one('a', 'S', { region: 'B' }), one('b', ' S ', { region: 'D' })])).toEqual(['S (B)', 'S (D)'])
    const list = [one('a', 'S', { region: 'B' }), one('b', 'S', { region: 'D' }), one('c', 'S (B)')]
    expect(names(list)).toEqual(['S (B, a)', 'S (D)', 'S (B)'])
  })

  it('never read the same, whatever their labels are', () => {
    const label = fc.constantFrom('', 'x', 'y', ' x')
    const entry = fc.record({ name: fc.constantFrom('S', 'S ', 'S (x)', 'T'), region: label, tier: label })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), entries => {
        const list = entries.map(({ name, ...labels }, index) => one(`id-${index}`, name, labels))
        const shown = names(list).map(name => name.trim().replace(/\s+/g, ' '))
        const repeated = shown.filter((name, index) => shown.indexOf(name) !== index)
        expect(repeated).toEqual([])
      }),
    )
  })
})

it('are the same objects where nothing has to be told apart, and stay what they were made to', () => {
  const apart = [one('a', 'Storage'), one('b', 'Compute')]
  expect(distinctlyNamed(apart, ['region'])).toBe(apart)
  const same = [one('a', 'S', { region: 'B' }), one('b', 'S', { region: 'D' }), one('c', 'T')]
  const first = distinctlyNamed(same, ['region'])
  const again = distinctlyNamed([...same], ['region'])
  expect(first.map(({ name }) => name)).toEqual(['S (B)', 'S (D)', 'T'])
  expect(again.every((item, index) => item === first[index])).toBe(true)
  expect(first[2]).toBe(same[2])
})

it('are told by what groups first, and by nothing that the page does not show', () => {
  const config = {
    hiddenLabels: ['secret'],
    orderLabel: null,
    descriptionLabel: null,
    recordsSinceLabel: null,
    retiredLabel: 'old',
  }
  const labels = { a: '1', region: 'B', secret: 'x', old: '' }
  expect(tellingKeys([one('a', 'S', labels)], { ...config, groupBy: 'region' })).toEqual(['region', 'a'])
  expect(tellingKeys([one('a', 'S', labels)], { ...config, groupBy: null })).toEqual(['a', 'region'])
})
