import { describe, expect, it } from 'vitest'
import { foldText } from '@/domain/foldText'
import { createSearchIndex, marksIn, MAX_HITS, type SearchDocument } from '@/features/search/searchIndex'

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

const sections = (text: string, urgency = calm, of = documents) =>
  find(text, urgency, of).map(({ section, hits }) => [section, ...hits.map(({ name }) => name)])

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
    expect(sections(' ', urgency)).toEqual([
      ['now', 'Compute', 'Slow volumes', 'node-2'],
      ['page', 'History'],
    ])
    expect(names('')).toEqual(['History'])
  })

  it('shows the best of 1,000 components, and tells how many there are', () => {
    const many = Array.from({ length: 1000 }, (_, number) =>
      document('component', `Volume service ${number}`, { words: ['zone', `z${number % 10}`] }),
    )
    const [group] = find('volume', calm, many)
    expect(group).toMatchObject({ section: 'best', total: 1000 })
    expect(group!.hits).toHaveLength(MAX_HITS)
    expect(names('volme 777', calm, many)).toEqual(['Volume service 777'])
  })

  it.each([
    ['Straße', 'strasse'],
    ['ÉTÉ', 'ete'],
    ['ﬁle', 'file'],
    ['東京', '東京'],
  ])('folds %s to %s', (term, folded) => {
    expect(foldText(term)).toBe(folded)
  })
})

describe('the order of hits', () => {
  const of = [
    document('incident', 'DNS was down'),
    document('incident', 'DNS is slow'),
    document('incident', 'DNS moves next week'),
    document('component', 'Internal DNS'),
    document('component', 'Outer DNS'),
    document('component', 'DNS for guests'),
    document('component', 'DNS'),
    document('label', 'role: DNS'),
  ]
  const urgency = new Map([
    ['incident DNS was down', -1],
    ['incident DNS is slow', 3],
    ['component Outer DNS', 4],
  ])

  it('is: components of that name, what goes on, the rest, what is over', () => {
    const found = sections('dns', urgency, of)
    expect(found.at(0)).toEqual(['best', 'DNS', 'DNS for guests'])
    expect([...found.at(1)!].sort()).toEqual(['DNS is slow', 'Outer DNS', 'now'])
    const rest = found.slice(2, -1).flatMap(([, ...names]) => names)
    expect(rest.sort()).toEqual(['DNS moves next week', 'Internal DNS', 'role: DNS'])
    expect(found.at(-1)).toEqual(['ended', 'DNS was down'])
  })

  it('puts the whole name before one that begins so, however bad that one is', () => {
    expect(sections('DNS', new Map([['component DNS for guests', 5]]), of).at(0)).toEqual(['best', 'DNS', 'DNS for guests'])
    expect(sections('dns f', urgency, of).at(0)).toEqual(['best', 'DNS for guests'])
  })

  it('has what is over last, also where it is called just so', () => {
    const over = [document('incident', 'Slow'), document('page', 'A slow page')]
    expect(names('slow', new Map([['incident Slow', -1]]), over)).toEqual(['A slow page', 'Slow'])
  })
})

describe('the marks', () => {
  const marked = (name: string, text: string) => {
    const [hit] = find(text, calm, [document('component', name)]).flatMap(({ hits }) => hits)
    return marksIn(name, text, hit?.terms ?? []).map(([from, to]) => name.slice(from, to))
  }
  it.each([
    ['Object storage', 'stor', ['stor']],
    ['Object storage', 'OBJECT s', ['Object', 's']],
    ['Object storage', 'storge', ['storage']],
    ['Zürich', 'zuri', ['Züri']],
    ['Straße', 'strass', ['Straß']],
    ['node-12', '12', ['12']],
  ])('of %s, looked for as %s, are %j', (name, text, expected) => {
    expect(marked(name, text)).toEqual(expected)
  })
})
