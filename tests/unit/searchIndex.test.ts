import { describe, expect, it } from 'vitest'
import { createSearchIndex, foldTerm, MAX_HITS, type SearchDocument } from '@/features/search/searchIndex'

const calm: ReadonlyMap<string, number> = new Map()
const document = (kind: SearchDocument['kind'], name: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  key: `${kind} ${name}`,
  kind,
  name,
  words: [],
  id: '',
  ...more,
})
const documents = [
  document('component', 'Compute', { words: ['region', 'north'], id: '11111111-aaaa-4111-8111-111111111111' }),
  document('component', 'Object storage', { words: ['region', 'Zürich'], id: '22222222-bbbb-4222-8222-222222222222' }),
  document('component', 'node-1'),
  document('component', 'node-2'),
  document('label', 'region: north'),
  document('incident', 'Slow volumes', { words: ['Compute'] }),
  document('page', 'History'),
]
const find = (text: string, urgency = calm, of = documents) => createSearchIndex(of).find(text, urgency)
const names = (text: string, urgency = calm, of = documents) =>
  find(text, urgency, of).flatMap(({ hits }) => hits.map(({ name }) => name))

describe('the search index', () => {
  it.each([
    ['compute', ['Compute', 'Slow volumes']],
    ['compue', ['Compute', 'Slow volumes']],
    ['comp', ['Compute', 'Slow volumes']],
    ['COMPUTE', ['Compute', 'Slow volumes']],
    ['zurich', ['Object storage']],
    ['zürich', ['Object storage']],
    ['compute north', ['Compute']],
    ['north storage', []],
    ['22222222-bbbb', ['Object storage']],
    ['2222', ['Object storage']],
    ['node-2', ['node-2']],
    ['histry', ['History']],
    ['nothing like it', []],
    ['<script>', []],
  ])('finds for %s: %j', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('puts what is called so before what is only labelled so', () => {
    expect(names('north').at(0)).toBe('region: north')
  })

  it('puts first, of equals, what is not in order', () => {
    const of = [document('component', 'DNS a'), document('component', 'DNS b')]
    expect(names('dns', calm, of)).toEqual(['DNS a', 'DNS b'])
    expect(names('dns', new Map([['component DNS b', 3]]), of)).toEqual(['DNS b', 'DNS a'])
  })

  it('has, for no text, what is not in order by urgency, and the pages', () => {
    const urgency = new Map([
      ['component node-2', 2],
      ['component Compute', 5],
      ['component node-1', 0],
      ['incident Slow volumes', 3],
    ])
    expect(find(' ', urgency).map(({ kind, hits }) => [kind, ...hits.map(({ name }) => name)])).toEqual([
      ['component', 'Compute', 'node-2'],
      ['incident', 'Slow volumes'],
      ['page', 'History'],
    ])
    expect(names('')).toEqual(['History'])
  })

  it('shows the best of 1,000 components, and tells how many there are', () => {
    const many = Array.from({ length: 1000 }, (_, number) =>
      document('component', `Volume service ${number}`, { words: ['zone', `z${number % 10}`] }),
    )
    const [group] = find('volume', calm, many)
    expect(group).toMatchObject({ kind: 'component', total: 1000 })
    expect(group!.hits).toHaveLength(MAX_HITS)
    expect(names('volme 777', calm, many)).toEqual(['Volume service 777'])
  })

  it.each([
    ['Straße', 'strasse'],
    ['ÉTÉ', 'ete'],
    ['ﬁle', 'file'],
    ['東京', '東京'],
  ])('folds %s to %s', (term, folded) => {
    expect(foldTerm(term)).toBe(folded)
  })
})
