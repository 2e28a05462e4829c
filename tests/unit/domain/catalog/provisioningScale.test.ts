import { expect, it } from 'vitest'
import type { Severity } from '@/domain/catalog/catalog'
import { provisioningDiff } from '@/domain/catalog/provisioning'
import { withRenames } from '@/domain/catalog/provisioningRenames'
import { scaleEffect } from '@/domain/catalog/provisioningScale'
import { impact, incident } from '../builders'

const SERVER: readonly Severity[] = [
  { name: 'limited', value: 50 },
  { name: 'broken', value: 100 },
]
const half = incident({ id: 'half', impacts: [impact(40)] })
const whole = incident({ id: 'whole', impacts: [impact(100)] })

function effect(file: readonly Severity[], { renames = [], deleted = false }: { renames?: string[]; deleted?: boolean } = {}) {
  const wanted = { impactTypes: null, components: null, phases: null, severities: file }
  const entries = withRenames(
    provisioningDiff(wanted, { impactTypes: [], components: [], phases: [], severities: SERVER }),
    new Set(renames),
  )
  const chosen = entries.filter(({ kind }) => kind !== 'unchanged' && (deleted || kind !== 'onlyOnServer'))
  const found = scaleEffect(chosen, { severities: SERVER, options: {}, incidents: [half, whole] })
  return (
    found && {
      ...found,
      bands: found.bands.map(({ name, before, after }) => [name, before && Object.values(before), after && Object.values(after)]),
      moves: found.moves.map(({ incident: { id }, changes }) => [id, ...changes.map(({ from, to }) => [from.name, to.name])]),
    }
  )
}

it('is nothing where the scale stays as it is', () => {
  expect(effect([...SERVER])).toBeNull()
  expect(effect([])).toBeNull()
})

it('tells the bands that change, and the incidents that are read as something else', () => {
  expect(effect([{ name: 'limited', value: 30 }])).toEqual({
    bands: [
      ['limited', [1, 50], [1, 30]],
      ['broken', [51, 100], [31, 100]],
    ],
    moves: [['half', ['limited', 'broken']]],
    equal: [],
    opensGap: false,
  })
})

it('takes a rename for no other band', () => {
  expect(effect([{ name: 'partly', value: 50 }], { renames: ['severities file partly'] })).toBeNull()
  expect(effect([{ name: 'Broken', value: 90 }], { renames: ['severities file Broken'] })).toMatchObject({
    bands: [['Broken', [51, 100], [51, 90]]],
    moves: [['whole', ['broken', null]]],
    opensGap: true,
  })
})

it('tells of severities that have one value, of which only the first is used', () => {
  expect(effect([{ name: 'aside', value: 50 }])).toMatchObject({
    bands: [
      ['aside', null, [1, 50]],
      ['limited', [1, 50], null],
    ],
    moves: [['half', ['limited', 'aside']]],
    equal: [{ value: 50, names: ['limited', 'aside'] }],
  })
})

it('tells of the end of the highest one', () => {
  expect(effect([{ name: 'limited', value: 50 }], { deleted: true })).toMatchObject({
    bands: [['broken', [51, 100], null]],
    moves: [['whole', ['broken', null]]],
    opensGap: true,
  })
})
