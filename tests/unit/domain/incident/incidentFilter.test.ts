import { describe, expect, it } from 'vitest'
import { incidentMatcher, isFiltering, type IncidentFilter } from '@/domain/incident/incidentFilter'
import { component, DEGRADED, impact, incident, level, MAINTENANCE, OUTAGE, scale } from '../builders'

const anything: IncidentFilter = { text: '', componentId: null, label: null, levels: [], typeId: null, kind: null }
const components = [
  component({ id: 'web', name: 'Web Shop', labels: { region: 'north,south' } }),
  component({ id: 'disk', name: 'Volumes', labels: { region: 'west' } }),
]
const mixed = incident({
  title: 'Slow Volumes',
  description: 'A switch **failed**.',
  impacts: [impact(OUTAGE, 'web', 'connectivity'), impact(DEGRADED, 'disk', 'performance')],
})
const works = incident({ impacts: [impact(MAINTENANCE, 'web')] })
const both = incident({ impacts: [impact(MAINTENANCE, 'web'), impact(OUTAGE, 'disk')] })
const bare = incident({ title: 'Nobody knows', impacts: [] })
const foreign = incident({ impacts: [impact(null, 'not listed', null)] })
const all = { mixed, works, both, bare, foreign }

const outage = level('outage').key
const degraded = level('degraded').key

describe('a filter lets through', () => {
  it.each([
    ['anything', {}, 'mixed works both bare foreign'],
    ['spaces only', { text: '  ' }, 'mixed works both bare foreign'],
    ['a word of the title', { text: 'slow' }, 'mixed'],
    ['a word of the description', { text: 'SWITCH' }, 'mixed'],
    ['the name of a component', { text: 'shop' }, 'mixed works both'],
    ['words in several places', { text: 'switch shop slow' }, 'mixed'],
    ['no word that stands nowhere', { text: 'switch xyz' }, ''],
    ['a component', { componentId: 'disk' }, 'mixed both'],
    ['a component that is not listed', { componentId: 'not listed' }, 'foreign'],
    ['a label', { label: { key: 'region', value: 'south' } }, 'mixed works both'],
    ['a label that nobody has', { label: { key: 'region', value: 'east' } }, ''],
    ['a severity', { levels: [outage] }, 'mixed both'],
    ['maintenance as a severity', { levels: ['maintenance'] }, 'works both'],
    ['the unknown severity, and what names none', { levels: ['unknown'] }, 'bare foreign'],
    ['the unknown severity of a component', { levels: ['unknown'], componentId: 'web' }, ''],
    ['one of several severities, the unknown one among them', { levels: [outage, 'unknown'] }, 'mixed both bare foreign'],
    ['a severity of another scale', { levels: ['band:gone'] }, ''],
    ['a type', { typeId: 'performance' }, 'mixed'],
    ['incidents, those without impacts among them', { kind: 'incidents' }, 'mixed both bare foreign'],
    ['maintenance', { kind: 'maintenance' }, 'works both'],
    ['a component and a severity that meet in one impact', { componentId: 'disk', levels: [degraded] }, 'mixed'],
    ['none that meet in two impacts only', { componentId: 'web', levels: [degraded] }, ''],
    ['a label and a type that meet', { label: { key: 'region', value: 'west' }, typeId: 'performance' }, 'mixed'],
    ['all at once', { text: 'slow', componentId: 'web', levels: [outage], typeId: 'connectivity', kind: 'incidents' }, 'mixed'],
  ] as [string, Partial<IncidentFilter>, string][])('%s', (_, filter, expected) => {
    const matches = incidentMatcher({ ...anything, ...filter }, components, scale)
    const found = Object.entries(all).filter(([, one]) => matches(one))
    expect(found.map(([name]) => name).join(' ')).toBe(expected)
  })
})

it.each([
  [{}, false],
  [{ text: ' ' }, false],
  [{ text: 'a' }, true],
  [{ componentId: 'web' }, true],
  [{ label: { key: 'a', value: 'b' } }, true],
  [{ levels: ['unknown'] }, true],
  [{ typeId: 'x' }, true],
  [{ kind: 'maintenance' }, true],
] as [Partial<IncidentFilter>, boolean][])('%j filters: %s', (filter, expected) => {
  expect(isFiltering({ ...anything, ...filter })).toBe(expected)
})
