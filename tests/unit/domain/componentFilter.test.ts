import { describe, expect, it } from 'vitest'
import { componentStates } from '@/domain/component/componentState'
import { filterComponents, type ComponentFilter } from '@/domain/component/grouping'
import { DEGRADED, MAINTENANCE, NOTICE, OUTAGE, component, ids, impact, incident, level, scale } from './builders'

const components = [
  component({ id: 'web', name: 'Web Portal', labels: { region: 'eu-west, eu-east', tier: 'gold', order: '10' } }),
  component({ id: 'mail', name: 'Mail', labels: { region: 'us', tier: 'gold' } }),
  component({ id: 'dns', name: 'DNS Титан', labels: { region: 'eu-west', tier: 'silver' } }),
  component({ id: 'bare', name: 'Bare' }),
]
const impacts = [
  impact(OUTAGE, 'web'),
  impact(MAINTENANCE, 'web', 'upgrade'),
  impact(MAINTENANCE, 'mail', 'upgrade'),
  impact(NOTICE, 'dns'),
  impact(DEGRADED, 'dns'),
]
const states = componentStates(components, { incidents: [incident({ impacts })], incidentsLoaded: true }, 1, scale)
const left = (filter: Partial<ComponentFilter>) =>
  ids(filterComponents(components, states, { text: '', levels: [], labels: [], ...filter }))
const all = ids(components)

describe('the search text', () => {
  it.each([
    ['', all],
    ['   ', all],
    ['web', ['web']],
    ['PORTAL', ['web']],
    ['титан', ['dns']],
    ['portal web', ['web']],
    ['web mail', []],
    ['gold', ['web', 'mail']],
    ['tier eu-', ['web', 'dns']],
    ['mail gold', ['mail']],
    ['nothing', []],
    ['mailregion', []],
  ])('"%s" leaves %j: every word in the name, a label’s key or value', (text, expected) => {
    expect(left({ text })).toEqual(expected)
  })

  it('does not look into labels that are hidden', () => {
    expect(left({ text: '10' })).toEqual(['web'])
    expect(left({ text: '10', hiddenLabels: ['order'] })).toEqual([])
    expect(left({ text: 'gold', hiddenLabels: ['order'] })).toEqual(['web', 'mail'])
  })
})

describe('the filter by state', () => {
  it('leaves the components at any of the levels', () => {
    expect(left({ levels: [level('degraded').key] })).toEqual(['dns'])
    expect(left({ levels: [level('degraded').key, 'operational'] })).toEqual(['dns', 'bare'])
    expect(left({ levels: ['no such level'] })).toEqual([])
  })

  it('finds maintenance beside what is worse', () => {
    expect(left({ levels: ['maintenance'] })).toEqual(['web', 'mail'])
  })

  it('takes a component without a state for unknown', () => {
    const filter = { text: '', levels: ['unknown'], labels: [] }
    expect(ids(filterComponents(components, new Map(), filter))).toEqual(all)
    expect(left({ levels: ['unknown'] })).toEqual([])
  })
})

describe('the filter by labels', () => {
  const label = (key: string, value: string) => ({ key, value })

  it('takes values of one key for alternatives, and wants every key', () => {
    expect(left({ labels: [label('region', 'us'), label('region', 'eu-east')] })).toEqual(['web', 'mail'])
    expect(left({ labels: [label('region', 'eu-west'), label('tier', 'gold')] })).toEqual(['web'])
  })

  it('finds each value of a list, and only whole values', () => {
    expect(left({ labels: [label('region', 'eu-west')] })).toEqual(['web', 'dns'])
    expect(left({ labels: [label('region', 'eu')] })).toEqual([])
    expect(left({ labels: [label('region', '')] })).toEqual([])
  })

  it.each(['__proto__', 'constructor'])('is not fooled by a key called %s', key => {
    expect(left({ labels: [label(key, 'x')] })).toEqual([])
  })

  it('holds together with text and state', () => {
    expect(left({ text: 'gold', levels: ['maintenance'], labels: [label('region', 'us')] })).toEqual(['mail'])
  })
})
