import { describe, expect, it } from 'vitest'
import type { ComponentState } from '@/domain/component/componentState'
import type { Level } from '@/domain/severity/severity'
import { foldRows } from '@/statusView/model/foldedRows'
import { component, level, scale } from '../../domain/builders'

const rowsOf = (levels: readonly Level[], isFolding = true) => {
  const components = levels.map((_, index) => component({ id: String(index) }))
  const states = new Map(levels.map((one, index) => [String(index), { level: one, impacts: [] } as unknown as ComponentState]))
  const { shown, folded } = foldRows(components, states, isFolding)
  return [shown, folded].map(list => list.map(({ id }) => id).join(''))
}
const fine = level('operational')
const broken = level('outage')
const lastKnown = (of: Level): Level => ({ ...scale.unknown, lastKnown: { level: of, at: 0 } })

describe('the rows of a group on a narrow screen', () => {
  it('are what something is wrong with; what goes well is folded', () => {
    expect(rowsOf([fine, broken, fine, fine])).toEqual(['1', '023'])
  })

  it('hide neither maintenance nor a notice, nor what nobody knows', () => {
    expect(rowsOf([fine, fine, fine, level('maintenance'), level('notice'), scale.unknown])).toEqual(['345', '012'])
  })

  it('move nothing when a read failed: what was fine last stays folded, what was not stays shown', () => {
    expect(rowsOf([fine, fine, fine, broken].map(lastKnown))).toEqual(['3', '012'])
  })

  it('are all there where all is well, where two lines would be saved at most, and on other screens', () => {
    expect(rowsOf([fine, fine, fine])).toEqual(['012', ''])
    expect(rowsOf([broken, fine, fine])).toEqual(['012', ''])
    expect(rowsOf([fine, broken, fine, fine], false)).toEqual(['0123', ''])
  })
})
