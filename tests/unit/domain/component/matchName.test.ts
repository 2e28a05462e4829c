import { describe, expect, it } from 'vitest'
import { matchNames, nearlyBegins } from '@/domain/component/matchName'

const make = (id: string, name: string, labels: Record<string, string> = {}) => ({ id, name, labels, activeReferences: [] })
const components = [
  make('1', 'Object storage', { region: 'Zürich' }),
  make('2', 'Storage network', { region: 'north' }),
  make('3', 'Compute', { region: 'north' }),
  make('4', 'DNS'),
]
const find = (text: string) => {
  const { found, isGuess } = matchNames(components, text)
  return [found.map(({ id }) => id).join(''), isGuess]
}

describe('components', () => {
  it.each([
    ['', '1234'],
    ['  ', '1234'],
    ['stor', '21'],
    ['north', '23'],
    ['north stor', '2'],
    ['zurich', '1'],
    ['ZÜRICH', '1'],
    ['dns', '4'],
  ])('are found by what they hold: %s', (text, ids) => expect(find(text)).toEqual([ids, false]))

  it.each([
    ['comptue', '3'],
    ['stroage', '12'],
    ['storrage netwrk', '2'],
    ['norht', '23'],
  ])('are guessed where nothing holds it: %s', (text, ids) => expect(find(text)).toEqual([ids, true]))

  it.each(['dsn', 'xyzzy', 'compute dsn'])('are not guessed from too little or too much: %s', text =>
    expect(find(text)).toEqual(['', false]),
  )
})

it.each([
  ['storage', 'stor', true],
  ['storage', 'sotr', true],
  ['storage', 'strage', true],
  ['storage', 'storrage', true],
  ['storage', 'xtorxge', true],
  ['storage', 'xtorxgx', false],
  ['dns', 'dnx', false],
  ['a', 'network', false],
  ['4998', '4999', false],
])('%s nearly begins with %s: %s', (word, typed, is) => expect(nearlyBegins(word, typed)).toBe(is))

it('looks through thousands at once', () => {
  const many = Array.from({ length: 5000 }, (_, at) =>
    make(`c${at}`, `Hypervisor ${at} rack ${at % 40}`, { region: `r${at % 9}` }),
  )
  matchNames(many, 'warm')
  const start = performance.now()
  expect(matchNames(many, 'hypervizor 4999').found).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(1000)
})
