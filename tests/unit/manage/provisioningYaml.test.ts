import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provisioningDiff, provisioningOf, type Catalog } from '@/domain/catalog/provisioning'
import { readProvisioning, writeProvisioning } from '@/features/provisioning/provisioningYaml'

const REFERENCE = `# Setting types
impactTypes:
- displayname: Performance
- displayname: Connectivity Problems
  description: |
    Two
    lines
components:
- displayname: Storage
  labels: {}
- displayname: hypervisor-00001
  labels:
    region: west
    az: '1'
phases:
- name: Scheduled
- name: Done
severities:
- name: limited
  value: 66
- name: broken
  value: 100
`

function read(text: string) {
  const result = readProvisioning(text)
  if (result.kind !== 'read') throw new Error(JSON.stringify(result))
  return result
}
const problems = (text: string) => {
  const result = readProvisioning(text)
  return result.kind === 'wrong' ? result.problems.map(({ path, line, code }) => `${path}:${line}:${code}`) : result
}
const errors = (text: string) => {
  const result = readProvisioning(text)
  return result.kind === 'broken'
    ? result.errors.map(({ line, column, reason, text: shown }) => [line, column, reason, shown])
    : result
}

describe('reading a provisioning file', () => {
  it('knows the reference server’s shape', () => {
    expect(read(REFERENCE)).toEqual({
      kind: 'read',
      ignored: [],
      provisioning: {
        impactTypes: [
          { id: null, name: 'Performance', description: null },
          { id: null, name: 'Connectivity Problems', description: 'Two\nlines\n' },
        ],
        components: [
          { id: null, name: 'Storage', labels: {} },
          { id: null, name: 'hypervisor-00001', labels: { region: 'west', az: '1' } },
        ],
        phases: ['Scheduled', 'Done'],
        severities: [
          { name: 'limited', value: 66 },
          { name: 'broken', value: 100 },
        ],
      },
    })
  })

  it('takes keys in any case, bare phases, ids, aliases and merged labels', () => {
    const { provisioning } = read(`
x: &all { region: west, az: 1 }
ImpactTypes: [{ displayName: Slow, Description: Very }]
impact_types: []
Components:
  - { id: c-1, DisplayName: A, Labels: *all }
  - displayName: B
    labels: { <<: *all, az: 2 }
PHASES: [Open, { Name: Done }]
Severities: [{ displayName: broken, Value: "100" }]`)
    expect(provisioning).toEqual({
      impactTypes: [{ id: null, name: 'Slow', description: 'Very' }],
      components: [
        { id: 'c-1', name: 'A', labels: { region: 'west', az: '1' } },
        { id: null, name: 'B', labels: { region: 'west', az: '2' } },
      ],
      phases: ['Open', 'Done'],
      severities: [{ name: 'broken', value: 100 }],
    })
  })

  it('takes every scalar as it is written', () => {
    const { provisioning } = read(
      'components: [{displayname: 010, labels: {a: yes, b: 1.0, c: 2024-01-01, d: ~, e: "", f: "~", g: true}}]',
    )
    expect(provisioning.components).toEqual([
      { id: null, name: '010', labels: { a: 'yes', b: '1.0', c: '2024-01-01', d: '', e: '', f: '~', g: 'true' } },
    ])
  })

  it('takes names without outer white space, as forms write them', () => {
    expect(read('components: [{displayname: " A "}]\nphases: [" Open ", {name: "Done "}]').provisioning).toMatchObject({
      components: [{ name: 'A' }],
      phases: ['Open', 'Done'],
    })
  })

  it('tells a part that is not there from an empty one', () => {
    expect(read('components: []\nphases:\n').provisioning).toEqual({
      impactTypes: null,
      components: [],
      phases: null,
      severities: null,
    })
  })

  it('names what it does not read', () => {
    expect(read('components: [{displayname: A, lables: {a: b}}]\nincidents: []').ignored).toEqual([
      'components[0].lables',
      'incidents',
    ])
  })
})

describe('a file that is no YAML', () => {
  it.each([
    ['components:\n\t- displayname: A', [[2, 1, 'tab', '\t- displayname: A']]],
    ['components:\n- displayname: A\n  labels: {a: b', [[3, 16, 'indentation', '  labels: {a: b']]],
    ['phases:\n- name: A\nphases:\n- name: B\n', [[3, 1, 'duplicateKey', 'phases:']]],
    ['components:\n- displayname: "A\\q"\n', [[2, 18, 'quotes', '- displayname: "A\\q"']]],
    ['components:\n- displayname: a: b\n', [[2, 16, 'key', '- displayname: a: b']]],
    ['components: *nowhere', [[1, 13, 'alias', 'components: *nowhere']]],
    ['a: 1\n---\nb: 2\n', [[2, 1, 'severalDocuments', '---']]],
  ])('%j: line, column and reason', (text, expected) => {
    expect(errors(text)).toEqual(expected)
  })

  it('of aliases without end is refused', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
    for (let depth = 1; depth < 9; depth++) bomb.push(`a${depth}: &a${depth} [${`*a${depth - 1},`.repeat(10)}]`)
    expect(errors(bomb.join('\n'))).toEqual([[1, 1, 'alias', bomb[0]]])
  })
})

describe('a file of another shape', () => {
  it.each<[string, string[]]>([
    ['', [':null:nothing']],
    ['# only a comment', [':null:nothing']],
    ['- a\n- b', [':null:notMap']],
    ['just words', [':null:notMap']],
    ['incidents: []', [':null:nothing']],
    ['components: {a: b}', ['components:1:notList']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('has every problem named at once, with path and line', () => {
    expect(
      problems(`components:
- just text
- labels: [a]
- displayname: {a: b}
- displayname: A
  labels:
    az: [1]
phases:
- ''
- 
- ' '
- name: ' '
severities:
- name: broken
  value: 101
- value: 1
- name: no number
  value: high
impactTypes: none
`),
    ).toEqual([
      'components[0]:2:notEntry',
      'components[1]:3:nameMissing',
      'components[1].labels:3:notMap',
      'components[2].displayname:4:notText',
      'components[3].labels.az:7:notText',
      'phases[0]:9:nameMissing',
      'phases[1]:10:notEntry',
      'phases[2]:11:nameMissing',
      'phases[3].name:12:nameMissing',
      'severities[0].value:15:notValue',
      'severities[1]:16:nameMissing',
      'severities[2].value:18:notValue',
      'impactTypes:19:notList',
    ])
  })
})

const odd = [
  'yes',
  '1',
  '010',
  '1.0',
  '~',
  'null',
  '<<',
  ' a ',
  '',
  '"',
  "'",
  'a: b',
  'a #b',
  '- a',
  '💥',
  'a\nb\n',
  '\n a',
  '\t',
]
const text = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
const name = text.filter(value => value.trim() !== '')
const catalog: fc.Arbitrary<Catalog> = fc.record({
  impactTypes: fc.array(fc.record({ id: fc.uuid(), name, description: text })),
  components: fc.array(fc.record({ id: fc.uuid(), name, labels: fc.dictionary(text, text), activeReferences: fc.constant([]) })),
  phases: fc.array(name),
  severities: fc.array(fc.record({ name, value: fc.integer({ min: 0, max: 100 }) })),
})

describe('writing a provisioning file', () => {
  it('uses the reference server’s keys', () => {
    expect(writeProvisioning(read(REFERENCE).provisioning)).toBe(
      REFERENCE.replace(/^#.*\n/, '')
        .replace(/^(- |\s{2,})/gm, '  $1')
        .replaceAll("'1'", '"1"'),
    )
  })

  it('of what a server holds changes nothing when it is read again', () => {
    fc.assert(
      fc.property(catalog, one => {
        const written = provisioningOf(one)
        const { provisioning, ignored } = read(writeProvisioning(written))
        const trimmed = <T extends { readonly name: string }>(thing: T) => ({ ...thing, name: thing.name.trim() })
        expect(ignored).toEqual([])
        expect(provisioning).toEqual({
          impactTypes: written.impactTypes!.map(type => ({ ...trimmed(type), description: type.description || null })),
          components: written.components!.map(trimmed),
          phases: written.phases!.map(phase => phase.trim()),
          severities: written.severities!.map(trimmed),
        })
        expect(provisioningDiff(provisioning, one).filter(({ kind }) => kind !== 'unchanged')).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
