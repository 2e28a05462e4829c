import { describe, expect, it } from 'vitest'
import type { PhaseList } from '@/domain/catalog/catalog'
import { missingGenerations, phaseSteps } from '@/domain/incident/phase'
import { incident } from '../builders'

const generations = new Map<number, PhaseList>([
  [1, { generation: 1, names: ['open', 'closed'] }],
  [2, { generation: 2, names: ['investigating', 'identified', 'resolved'] }],
  [3, { generation: 3, names: [] }],
  [4, { generation: 4, names: ['', 'closed', ' '] }],
])
const inPhase = (generation: number) => incident({ phase: { generation, order: 0 } })

describe('the phase steps of an incident', () => {
  it('have the names of its own generation, counted from 0', () => {
    expect(phaseSteps({ generation: 1, order: 0 }, generations)).toEqual({ names: ['open', 'closed'], current: 0 })
    expect(phaseSteps({ generation: 2, order: 2 }, generations)).toEqual({
      names: ['investigating', 'identified', 'resolved'],
      current: 2,
    })
  })

  it.each([
    [1, 2],
    [2, 3],
    [1, -1],
    [1, 0.5],
    [3, 0],
    [4, 0],
    [4, 2],
  ])('stand nowhere where generation %i has no name at %d: its phase is unknown', (generation, order) => {
    expect(phaseSteps({ generation, order }, generations)).toEqual({ names: generations.get(generation)!.names, current: -1 })
  })

  it('are none without a phase, or while its generation is not loaded', () => {
    expect(phaseSteps(null, generations)).toBeNull()
    expect(phaseSteps({ generation: 5, order: 0 }, generations)).toBeNull()
    expect(phaseSteps({ generation: 1, order: 0 }, new Map())).toBeNull()
  })
})

describe('the generations that are missing', () => {
  it('are those that incidents refer to, once each, ascending, without those that are loaded', () => {
    const incidents = [inPhase(12), inPhase(1), inPhase(5), inPhase(12), incident({ phase: null })]
    expect(missingGenerations(incidents, generations)).toEqual([5, 12])
  })

  it('may be generation 0, which servers without phases have', () => {
    expect(missingGenerations([inPhase(0)], generations)).toEqual([0])
    expect(missingGenerations([], generations)).toEqual([])
  })
})
