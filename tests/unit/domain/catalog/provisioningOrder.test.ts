import { describe, expect, it } from 'vitest'
import { provisioningDiff, type Catalog, type Provisioning } from '@/domain/catalog/provisioning'
import { inOrderOfWriting } from '@/domain/catalog/provisioningOrder'
import { withRenames } from '@/domain/catalog/provisioningRenames'

const nothing: Provisioning = { impactTypes: null, components: null, phases: null, severities: null }
const empty: Catalog = { impactTypes: [], components: [], phases: [], severities: [] }
const onServer = (name: string) => ({ id: `id of ${name}`, name, labels: {}, activeReferences: [] })
const wanted = (name: string) => ({ id: null, name, labels: null })
const severitiesDiff = (file: Provisioning['severities'], server: Catalog['severities']) =>
  provisioningDiff({ ...nothing, severities: file }, { ...empty, severities: server })

describe('the order of writing', () => {
  it('sets up severities first and components after them, deletes the other way round after that, and publishes phases last', () => {
    const file: Provisioning = {
      components: [wanted('new component')],
      impactTypes: [{ id: null, name: 'new type', description: null }],
      severities: [{ name: 'new severity', value: 1 }],
      phases: ['A'],
    }
    const entries = provisioningDiff(file, {
      phases: [],
      components: [onServer('old component')],
      impactTypes: [{ id: '1', name: 'old type', description: '' }],
      severities: [{ name: 'old severity', value: 2 }],
    })
    expect(inOrderOfWriting(entries.toReversed()).map(({ part, name }) => name || part)).toEqual([
      'new severity',
      'new type',
      'new component',
      'old component',
      'old type',
      'old severity',
      'phases',
    ])
  })

  it('leaves out what is as it should be', () => {
    expect(inOrderOfWriting(severitiesDiff([{ name: 'a', value: 1 }], [{ name: 'a', value: 1 }]))).toEqual([])
  })

  it('frees a value of a severity before another one takes it, by a deletion too', () => {
    const entries = severitiesDiff(
      [
        { name: 'top', value: 100 },
        { name: 'middle', value: 66 },
        { name: 'low', value: 33 },
      ],
      [
        { name: 'middle', value: 33 },
        { name: 'old', value: 66 },
        { name: 'unrelated', value: 5 },
      ],
    )
    expect(inOrderOfWriting(entries).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'new top',
      'onlyOnServer old',
      'changed middle',
      'new low',
      'onlyOnServer unrelated',
    ])
  })

  it('waits for nobody to give up a value who is only renamed', () => {
    const entries = withRenames(
      severitiesDiff(
        [
          { name: 'b', value: 5 },
          { name: 'a', value: 2 },
        ],
        [
          { name: 'aa', value: 2 },
          { name: 'b', value: 2 },
        ],
      ),
      new Set(['severities file a']),
    )
    expect(inOrderOfWriting(entries).map(entry => [entry.name, 'changes' in entry && entry.changes])).toEqual([
      ['b', { value: 5 }],
      ['aa', { name: 'a' }],
    ])
  })

  it('ends where values are swapped', () => {
    const entries = severitiesDiff(
      [
        { name: 'a', value: 2 },
        { name: 'b', value: 1 },
      ],
      [
        { name: 'a', value: 1 },
        { name: 'b', value: 2 },
      ],
    )
    expect(inOrderOfWriting(entries)).toHaveLength(2)
  })
})
