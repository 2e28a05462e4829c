import { describe, expect, it } from 'vitest'
import {
  isChoosable,
  provisioningDiff,
  provisioningOf,
  sameWrites,
  type Catalog,
  type Provisioning,
  type ProvisioningEntry,
} from '@/domain/catalog/provisioning'

const nothing: Provisioning = { impactTypes: null, components: null, phases: null, severities: null }
const empty: Catalog = { impactTypes: [], components: [], phases: [], severities: [] }
const onServer = (name: string, labels: Record<string, string> = {}, id = `id of ${name}`) => ({
  id,
  name,
  labels,
  activeReferences: [],
})
const wanted = (name: string, labels: Record<string, string> | null = null, id: string | null = null) => ({ id, name, labels })
const shown = (entries: readonly ProvisioningEntry[]) =>
  entries.map(entry => [
    entry.part,
    entry.kind,
    entry.name,
    ...(entry.kind === 'changed' && 'changes' in entry ? [entry.changes] : []),
  ])

const componentsDiff = (file: Provisioning['components'], server: Catalog['components']) =>
  shown(provisioningDiff({ ...nothing, components: file }, { ...empty, components: server })).map(([, ...rest]) => rest)
const componentsOnly = (...names: string[]) =>
  provisioningDiff({ ...nothing, components: [] }, { ...empty, components: names.map(name => onServer(name)) })
const severitiesDiff = (file: Provisioning['severities'], server: Catalog['severities']) =>
  provisioningDiff({ ...nothing, severities: file }, { ...empty, severities: server })

describe('the diff of components', () => {
  it('tells new, changed, unchanged and only on the server', () => {
    expect(
      componentsDiff(
        [wanted('New', { a: '1' }), wanted('Other labels', { a: '1' }), wanted('Same', { b: '2', a: '1' })],
        [onServer('Same', { a: '1', b: '2' }), onServer('Other labels', { a: '1', b: '2' }), onServer('Alone')],
      ),
    ).toEqual([
      ['new', 'New'],
      ['changed', 'Other labels', { labels: { a: '1' } }],
      ['unchanged', 'Same'],
      ['onlyOnServer', 'Alone'],
    ])
  })

  it('leaves labels alone of which the file says nothing', () => {
    expect(componentsDiff([wanted('A')], [onServer('A', { a: '1' })])).toEqual([['unchanged', 'A']])
    expect(componentsDiff([wanted('A', {})], [onServer('A', { a: '1' })])).toEqual([['changed', 'A', { labels: {} }]])
  })

  it('matches by id where the server knows it: then a name is a change', () => {
    expect(componentsDiff([wanted('B', null, '1'), wanted('C', null, '9')], [onServer('A', {}, '1')])).toEqual([
      ['changed', 'A', { name: 'B' }],
      ['new', 'C'],
    ])
  })

  it('takes outer white space of a name for no difference', () => {
    expect(componentsDiff([wanted(' A ')], [onServer('A')])).toEqual([['unchanged', ' A ']])
  })

  it('of one name pairs those that are alike first, each once', () => {
    expect(
      componentsDiff(
        [wanted('A', { n: '2' }), wanted('A', { n: '3' })],
        [onServer('A', { n: '1' }, '1'), onServer('A', { n: '2' }, '2'), onServer('A', { n: '4' }, '4')],
      ),
    ).toEqual([
      ['unchanged', 'A'],
      ['changed', 'A', { labels: { n: '3' } }],
      ['onlyOnServer', 'A'],
    ])
  })

  it('has a key for each that is the same the next time', () => {
    const keys = (server: Catalog['components']) =>
      provisioningDiff({ ...nothing, components: [wanted('A'), wanted('A'), wanted('B')] }, { ...empty, components: server }).map(
        ({ key }) => key,
      )
    expect(new Set(keys([onServer('C')])).size).toBe(4)
    expect(keys([onServer('A'), onServer('A', {}, '2'), onServer('B')])).toEqual(keys([]))
  })
})

describe('the diff of the other parts', () => {
  it('changes a severity by its name, and an impact type field by field', () => {
    const entries = provisioningDiff(
      {
        ...nothing,
        severities: [{ name: 'limited', value: 50 }],
        impactTypes: [
          { id: null, name: 'Slow', description: 'New' },
          { id: null, name: 'Down', description: null },
        ],
      },
      {
        ...empty,
        severities: [{ name: 'limited', value: 66 }],
        impactTypes: [
          { id: '1', name: 'Slow', description: 'Old' },
          { id: '2', name: 'Down', description: 'Kept' },
        ],
      },
    )
    expect(shown(entries)).toEqual([
      ['severities', 'changed', 'limited', { value: 50 }],
      ['impactTypes', 'changed', 'Slow', { description: 'New' }],
      ['impactTypes', 'unchanged', 'Down'],
    ])
  })

  it('says which severity it cannot address, because two have its name', () => {
    const entries = severitiesDiff(
      [{ name: 'a', value: 5 }],
      [
        { name: 'a', value: 1 },
        { name: 'a', value: 2 },
        { name: 'b', value: 3 },
      ],
    )
    expect(entries.map(({ kind, ambiguous }) => [kind, ambiguous])).toEqual([
      ['changed', true],
      ['onlyOnServer', true],
      ['onlyOnServer', false],
    ])
  })

  it('leaves severities of one name to the operator, also where only the file has several', () => {
    const told = (...[file, server]: Parameters<typeof severitiesDiff>) =>
      severitiesDiff(file, server).map(({ kind, name, ambiguous }) => `${kind} ${name}${ambiguous ? ' ambiguous' : ''}`)
    const file = [
      { name: 'a', value: 1 },
      { name: 'a ', value: 2 },
      { name: 'b', value: 3 },
    ]
    expect(told(file, [])).toEqual(['new a ambiguous', 'new a  ambiguous', 'new b'])
    expect(told(file, [{ name: 'a', value: 2 }])).toEqual(['new a ambiguous', 'unchanged a ', 'new b'])
    expect(told(file, [{ name: 'a', value: 5 }])).toEqual(['changed a ambiguous', 'new a  ambiguous', 'new b'])
    expect(told([], [{ name: 'a', value: 5 }])).toEqual(['onlyOnServer a'])
  })

  it.each<[string, string[] | null, string[], string[]]>([
    ['a first generation', ['A'], [], ['new']],
    ['a new one for any difference', ['B', 'A'], ['A', 'B'], ['changed']],
    ['none for the same list', ['A', 'B '], ['A', 'B'], ['unchanged']],
    ['none for an empty list, since phases cannot be taken away', [], ['A'], []],
    ['none where the file does not say', null, ['A'], []],
  ])('makes of phases %s', (_, file, server, kinds) => {
    expect(provisioningDiff({ ...nothing, phases: file }, { ...empty, phases: server }).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('leaves out what the file or the server lacks', () => {
    const file = provisioningOf({ ...empty, components: [onServer('A')], severities: [{ name: 'a', value: 1 }] })
    expect(shown(provisioningDiff(file, { ...empty, severities: null }))).toEqual([['components', 'new', 'A']])
    expect(provisioningDiff(nothing, { ...empty, components: [onServer('A')] })).toEqual([])
  })
})

describe('what an operator chooses', () => {
  const server = { ...empty, components: [onServer('A', { n: '1' }), onServer('Alone')] }
  const file = { ...nothing, components: [wanted('A', { n: '2' }), wanted('New'), wanted('Alone', null, 'id of Alone')] }
  const diff = (catalog: Catalog = server) => provisioningDiff(file, catalog)
  const twins = severitiesDiff(
    [],
    [
      { name: 'a', value: 1 },
      { name: 'a', value: 2 },
    ],
  )

  it('is what differs and can be told apart, and a deletion only where it is wished', () => {
    const names = (entries: readonly ProvisioningEntry[], deleted: boolean) =>
      entries.filter(entry => isChoosable(entry, deleted)).map(({ name }) => name)
    const all = [...diff(), ...componentsOnly('Old'), ...twins]
    expect(names(all, false)).toEqual(['A', 'New'])
    expect(names(all, true)).toEqual(['A', 'New', 'Old'])
  })

  it('sends the same while nobody changes what it writes over', () => {
    const activeReferences = [{ incidentId: 'i', typeId: null, severity: 5 }]
    expect(
      sameWrites(
        diff(),
        diff({ ...server, components: [{ ...server.components[0]!, activeReferences }, server.components[1]!] }),
      ),
    ).toBe(true)
    expect(sameWrites(diff(), diff({ ...server, components: [onServer('A', { n: '3' }), server.components[1]!] }))).toBe(false)
    expect(sameWrites(diff(), diff({ ...server, components: [...server.components, onServer('New')] }))).toBe(false)
    expect(sameWrites(diff(), diff().slice(1))).toBe(false)
  })
})
