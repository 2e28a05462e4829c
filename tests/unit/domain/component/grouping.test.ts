import { describe, expect, it } from 'vitest'
import type { ServiceComponent } from '@/domain/component/component'
import { componentStates } from '@/domain/component/componentState'
import { groupComponents, groupNames, labelKeys, type GroupingOptions } from '@/domain/component/grouping'
import { DEGRADED, MAINTENANCE, OUTAGE, component, ids, impact, incident, scale } from '../builders'

const labelled = (id: string, labels: Record<string, string> = {}) => component({ id, labels })
/** The labels as JSON brings them: `__proto__` is a key like any other. */
const parsed = (json: string) => JSON.parse(json) as Record<string, string>

function groups(components: readonly ServiceComponent[], options: GroupingOptions, severities: Record<string, number> = {}) {
  const impacts = Object.entries(severities).map(([id, severity]) => impact(severity, id))
  const knowledge = { incidents: [incident({ impacts })], incidentsLoaded: true }
  return groupComponents(components, componentStates(components, knowledge, 1, scale), scale, { locale: 'en', ...options })
}
const namesOf = (result: ReturnType<typeof groups>) => result.map(({ name, components }) => [name, ids(components)])

describe('groups of components', () => {
  it('are the values of a label, sorted, with those without it last', () => {
    const components = [labelled('loose'), labelled('z', { team: 'Network' }), labelled('y', { team: 'compute' })]
    expect(namesOf(groups(components, { by: 'team' }))).toEqual([
      ['compute', ['y']],
      ['Network', ['z']],
      [null, ['loose']],
    ])
  })

  it('are one of all where nothing groups, and none without components', () => {
    expect(namesOf(groups([labelled('b'), labelled('a')], { by: null }))).toEqual([[null, ['a', 'b']]])
    expect(groups([], { by: null })).toEqual([])
    expect(groups([], { by: 'team' })).toEqual([])
  })

  it('may share a component whose label lists several values', () => {
    const components = [
      labelled('both', { team: ' b, a ,, a' }),
      labelled('one', { team: 'b' }),
      labelled('none', { team: ' , ' }),
    ]
    expect(namesOf(groups(components, { by: 'team' }))).toEqual([
      ['a', ['both']],
      ['b', ['both', 'one']],
      [null, ['none']],
    ])
  })

  it('have their worst component as their state', () => {
    const components = [labelled('a', { team: 'x' }), labelled('b', { team: 'x' }), labelled('c', { team: 'y' })]
    const result = groups(components, { by: 'team' }, { a: MAINTENANCE, b: DEGRADED })
    expect(result.map(({ level }) => level.name ?? level.kind)).toEqual(['degraded', 'operational'])
  })

  it('are unknown where the state of a component is missing', () => {
    const [group] = groupComponents([labelled('a'), labelled('b')], new Map(), scale, { by: null, problemsFirst: true })
    expect(group).toMatchObject({ level: scale.unknown, components: [{ id: 'a' }, { id: 'b' }] })
  })

  it.each(['__proto__', 'constructor', 'toString'])('may be made by a label called %s', key => {
    expect(namesOf(groups([labelled('a'), labelled('b', parsed(`{"${key}": "x"}`))], { by: key }))).toEqual([
      ['x', ['b']],
      [null, ['a']],
    ])
    expect(namesOf(groups([labelled('b', { team: key })], { by: 'team' }))).toEqual([[key, ['b']]])
  })
})

describe('the order of components', () => {
  const order = (components: readonly ServiceComponent[], options: Partial<GroupingOptions> = {}, severities = {}) =>
    ids(groups(components, { by: null, ...options }, severities)[0]!.components)

  it('is that of names, numbers in them by value, upper and lower case alike', () => {
    expect(order(['node 10', 'Node 9', 'api', 'Zone', 'Äther'].map(id => labelled(id)))).toEqual([
      'api',
      'Äther',
      'Node 9',
      'node 10',
      'Zone',
    ])
  })

  it('is that of the order label where there is one, by number, with the others behind', () => {
    const components = [
      labelled('a'),
      labelled('b', { order: '10' }),
      labelled('c', { order: ' 9 ' }),
      labelled('d', { order: '-1.5' }),
      labelled('e', { order: 'first' }),
      labelled('f', { order: ' ' }),
      labelled('g', { order: 'Infinity' }),
      labelled('h', { order: '10' }),
    ]
    expect(order(components, { orderLabel: 'order' })).toEqual(['d', 'c', 'b', 'h', 'a', 'e', 'f', 'g'])
    expect(order(components)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  it('is by id where names are equal, whatever order the server lists them in', () => {
    const twins = ['b', 'a', 'c'].map(id => component({ id, name: 'same' }))
    expect(order(twins)).toEqual(['a', 'b', 'c'])
    expect(order([...twins].reverse())).toEqual(['a', 'b', 'c'])
  })

  it('is worst first on demand, before the order label and names', () => {
    const components = ['a', 'b', 'c'].map(id => labelled(id, { order: id === 'a' ? '1' : '2' }))
    const severities = { b: DEGRADED, c: OUTAGE }
    expect(order(components, { problemsFirst: true, orderLabel: 'order' }, severities)).toEqual(['c', 'b', 'a'])
    expect(order(components, { orderLabel: 'order' }, severities)).toEqual(['a', 'b', 'c'])
  })

  it('puts the worst groups first on demand, those without a label among them', () => {
    const components = [labelled('b', { team: 'y' }), component({ id: 'a', name: 'z', labels: { team: 'x' } }), labelled('c')]
    const first = (severities: Record<string, number>) =>
      groups(components, { by: 'team', problemsFirst: true }, severities).map(({ name }) => name)
    expect(first({ b: DEGRADED, c: OUTAGE })).toEqual([null, 'y', 'x'])
    expect(first({ b: DEGRADED })).toEqual(['y', 'x', null])
    expect(first({ a: OUTAGE, b: DEGRADED })).toEqual(['x', 'y', null])
    expect(first({ a: OUTAGE, b: OUTAGE })).toEqual(['x', 'y', null])
    expect(first({ a: DEGRADED, b: OUTAGE, c: MAINTENANCE })).toEqual(['y', 'x', null])
  })
})

describe('labels', () => {
  it('name the groups of a component once each', () => {
    expect(groupNames(labelled('a', { team: 'x,y,x' }), 'team')).toEqual(['x', 'y'])
    expect(groupNames(labelled('a'), 'team')).toEqual([null])
  })

  it('are offered sorted, each once, without the hidden ones', () => {
    const components = [labelled('a', { team: 'x', order: '1' }), labelled('b', { zone: 'y', team: 'z' }), labelled('c')]
    expect(labelKeys(components, ['order'])).toEqual(['team', 'zone'])
    expect(labelKeys(components)).toEqual(['order', 'team', 'zone'])
    expect(labelKeys([labelled('a', parsed('{"__proto__": "x"}'))])).toEqual(['__proto__'])
    expect(labelKeys([])).toEqual([])
  })
})
