import { describe, expect, it } from 'vitest'
import { provisioningDiff, type Catalog, type Provisioning } from '@/domain/catalog/provisioning'
import { renameOffers, withRenames } from '@/domain/catalog/provisioningRenames'

const nothing: Provisioning = { impactTypes: null, components: null, phases: null, severities: null }
const empty: Catalog = { impactTypes: [], components: [], phases: [], severities: [] }
type Labels = Record<string, string>
const onServer = (name: string, labels: Labels = {}) => ({ id: `id of ${name}`, name, labels, activeReferences: [] })
const wanted = (name: string, labels: Labels | null = null) => ({ id: null, name, labels })

const components = (file: Provisioning['components'], server: Catalog['components']) =>
  provisioningDiff({ ...nothing, components: file }, { ...empty, components: server })
const severities = (file: Provisioning['severities'], server: Catalog['severities']) =>
  provisioningDiff({ ...nothing, severities: file }, { ...empty, severities: server })
const types = (file: [string, string | null][], server: [string, string][]) =>
  provisioningDiff(
    { ...nothing, impactTypes: file.map(([name, description]) => ({ id: null, name, description })) },
    { ...empty, impactTypes: server.map(([name, description]) => ({ id: name, name, description })) },
  )
const told = (entries: Parameters<typeof renameOffers>[0]) =>
  renameOffers(entries).map(({ from, to, reason }) => `${from} → ${to}: ${reason}`)

describe('a rename is offered', () => {
  it.each<[string, [string, string], string[]]>([
    ['case and separators', ['object-storage', 'Object Storage'], ['object-storage → Object Storage: name']],
    ['a slip', ['Compute', 'Comptue'], ['Compute → Comptue: name']],
    ['nothing where the words are others', ['Compute', 'Network'], []],
    ['nothing where only the number is another', ['node-001', 'node-002'], []],
    ['nothing for short names', ['DNS', 'VPN'], []],
    ['names without letters', ['–', '…'], []],
  ])('for %s', (_, [from, to], expected) => {
    expect(told(components([wanted(to)], [onServer(from)]))).toEqual(expected)
  })

  it('for the same labels, where nothing else has them', () => {
    const one = components([wanted('Virtual machines', { area: 'vm' })], [onServer('Compute', { area: 'vm' })])
    expect(told(one)).toEqual(['Compute → Virtual machines: labels'])
    const many = components(
      [wanted('Virtual machines', { az: '1' }), wanted('Balancer', { az: '1' })],
      [onServer('Compute', { az: '1' })],
    )
    expect(told(many)).toEqual([])
    expect(told(components([wanted('Virtual machines', {})], [onServer('Compute')]))).toEqual([])
  })

  it('for the value of a severity, and for the text of an impact type', () => {
    expect(told(severities([{ name: 'outage', value: 100 }], [{ name: 'broken', value: 100 }]))).toEqual([
      'broken → outage: value',
    ])
    expect(told(severities([{ name: 'outage', value: 99 }], [{ name: 'broken', value: 100 }]))).toEqual([])
    expect(told(types([['Slow', 'It takes long.']], [['Performance', 'It takes long.']]))).toEqual([
      'Performance → Slow: description',
    ])
    expect(told(types([['Slow', null]], [['Performance', '']]))).toEqual([])
  })

  it('once for each, the surest first', () => {
    const entries = severities(
      [
        { name: 'Broken', value: 50 },
        { name: 'limited', value: 100 },
      ],
      [
        { name: 'broken', value: 100 },
        { name: 'old', value: 50 },
      ],
    )
    expect(told(entries)).toEqual(['broken → Broken: name'])
  })

  it('for nothing that cannot be told apart', () => {
    const twins = [
      { name: 'broken', value: 100 },
      { name: 'broken', value: 90 },
    ]
    expect(told(severities([{ name: 'outage', value: 100 }], twins))).toEqual([])
  })
})

describe('a rename that is taken', () => {
  const taken = (entries: Parameters<typeof withRenames>[0], ...keys: string[]) =>
    withRenames(entries, new Set(keys)).map(entry => [entry.kind, entry.name, 'changes' in entry ? entry.changes : null])

  it('is a change of what is there, which is not left behind', () => {
    const entries = components(
      [wanted('Object Storage', { az: '2' }), wanted('New')],
      [onServer('object storage', { az: '1' }), onServer('Other')],
    )
    expect(taken(entries)).toEqual([
      ['new', 'Object Storage', null],
      ['new', 'New', null],
      ['onlyOnServer', 'object storage', null],
      ['onlyOnServer', 'Other', null],
    ])
    expect(taken(entries, 'components file Object Storage', 'components file New')).toEqual([
      ['changed', 'object storage', { name: 'Object Storage', labels: { az: '2' } }],
      ['new', 'New', null],
      ['onlyOnServer', 'Other', null],
    ])
  })

  it('leaves alone what the file does not say, and what is equal', () => {
    expect(taken(components([wanted('Computing')], [onServer('Computin', { az: '1' })]), 'components file Computing')).toEqual([
      ['changed', 'Computin', { name: 'Computing' }],
    ])
    expect(
      taken(severities([{ name: 'outage', value: 100 }], [{ name: 'broken', value: 100 }]), 'severities file outage'),
    ).toEqual([['changed', 'broken', { name: 'outage' }]])
    expect(
      taken(severities([{ name: 'Broken', value: 90 }], [{ name: 'broken', value: 100 }]), 'severities file Broken'),
    ).toEqual([['changed', 'broken', { name: 'Broken', value: 90 }]])
    expect(taken(types([['Slow', null]], [['slow', 'It takes long.']]), 'impactTypes file Slow')).toEqual([
      ['changed', 'slow', { name: 'Slow' }],
    ])
  })
})
