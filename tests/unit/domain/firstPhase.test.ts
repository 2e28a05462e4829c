import { describe, expect, it } from 'vitest'
import type { PhaseList } from '@/domain/catalog'
import { firstPhase, phaseOfFollowUp } from '@/domain/firstPhase'
import { impact, incident, MAINTENANCE, OUTAGE } from './builders'

describe('the phase that a new one begins with', () => {
  const list: PhaseList = { generation: 7, names: ['Investigating', 'open', ' Open ', ''] }

  it.each([
    ['Investigating', 0],
    ['open', 1],
    [' Open ', 2],
    ['OPEN', 1],
    ['  investigating', 0],
    ['INVESTIGATING', 0],
    ['closed', 0],
    [null, 0],
  ])('is for %j the one at %i', (wanted, order) => {
    expect(firstPhase(list, wanted)).toEqual({ generation: 7, order })
  })

  it('is none without phases, or while they are not known', () => {
    expect(firstPhase({ generation: 0, names: [] }, 'open')).toBeNull()
    expect(firstPhase(null, null)).toBeNull()
  })
})

describe('the phase of what comes of another', () => {
  const list = { generation: 2, names: ['investigating', 'identified', 'resolved'] }
  const wanted = { incident: 'identified', maintenance: 'Resolved' }
  const phaseOf = (phase: { generation: number; order: number } | null, ...severities: number[]) =>
    phaseOfFollowUp(incident({ phase, impacts: severities.map(severity => impact(severity)) }), list, wanted)

  it('stays where it is of the current generation', () => {
    expect(phaseOf({ generation: 2, order: 0 }, OUTAGE)).toEqual({ generation: 2, order: 0 })
    expect(phaseOf({ generation: 2, order: 0 }, MAINTENANCE)).toEqual({ generation: 2, order: 0 })
  })

  it.each([{ generation: 1, order: 0 }, null])('is the first one of its kind where it is %j', phase => {
    expect(phaseOf(phase, OUTAGE)).toEqual({ generation: 2, order: 1 })
    expect(phaseOf(phase, MAINTENANCE)).toEqual({ generation: 2, order: 2 })
    expect(phaseOf(phase, MAINTENANCE, OUTAGE)).toEqual({ generation: 2, order: 1 })
  })

  it('is none while the current generation is not known', () => {
    expect(phaseOfFollowUp(incident({ phase: { generation: 1, order: 0 } }), null, wanted)).toBeNull()
  })
})
