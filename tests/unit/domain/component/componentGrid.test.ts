import { describe, expect, it } from 'vitest'
import { componentGrid } from '@/domain/component/componentGrid'
import type { ComponentState } from '@/domain/component/componentState'
import { component, scale } from '../builders'

const OPERATIONAL = scale.operational
const stateOf = (level = OPERATIONAL) => ({ level, impacts: [] }) as unknown as ComponentState
const components = [
  component({ id: 'a', name: 'A', labels: { region: 'north', kind: 'compute' } }),
  component({ id: 'b', name: 'B', labels: { region: 'north,south', kind: 'compute' } }),
  component({ id: 'c', name: 'C', labels: { region: 'south', kind: 'storage' } }),
  component({ id: 'd', name: 'D', labels: { kind: 'storage' } }),
]
const gridOf = (states = new Map<string, ComponentState>(components.map(({ id }) => [id, stateOf()]))) =>
  componentGrid(components, states, scale, { rows: 'kind', columns: 'region' })
const ids = (grid = gridOf()) =>
  grid.rows.map(({ name, cells }) => [name, cells.map(cell => cell.components.map(({ id }) => id).join())])

describe('a grid of two labels', () => {
  it('has a line for each value, those without it last; a component of several stands in each', () => {
    expect(gridOf().columns).toEqual(['north', 'south', null])
    expect(ids()).toEqual([
      ['compute', ['a,b', 'b', '']],
      ['storage', ['', 'c', 'd']],
    ])
  })

  it('tells the worst state of each cell, and none where there is nothing', () => {
    const states = new Map([
      ['a', stateOf()],
      ['b', stateOf(scale.bands.at(-1))],
      ['c', stateOf(scale.maintenance)],
    ])
    const levels = gridOf(states).rows.map(({ cells }) => cells.map(({ level }) => level))
    expect(levels[0]).toEqual([scale.bands.at(-1), scale.bands.at(-1), null])
    // A state that nobody knows is not fine.
    expect(levels[1]).toEqual([null, scale.maintenance, scale.unknown])
  })
})
