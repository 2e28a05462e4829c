import { describe, expect, it } from 'vitest'
import type { PhaseList } from '@/domain/catalog/catalog'
import { firstPhase, lastPhase, phaseOfReopening, phaseThatGoesOn, withLastPhase } from '@/domain/writing/firstPhase'
import { samePhase } from '@/domain/writing/sameContent'
import { impact, incident, MAINTENANCE, OUTAGE } from '../builders'

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

describe('the phase that says that it is over', () => {
  const list: PhaseList = { generation: 7, names: ['Investigating', 'Done', 'Post-mortem'] }

  it.each([
    ['done', 1],
    [null, 2],
    ['closed', 2],
  ])('is for %j the one at %i', (wanted, order) => {
    expect(lastPhase(list, wanted)).toEqual({ generation: 7, order })
  })

  it('is none without phases', () => {
    expect(lastPhase({ generation: 0, names: [] }, 'done')).toBeNull()
    expect(lastPhase(null, null)).toBeNull()
  })

  it('goes along with the end, unless it is there already or another one was chosen', () => {
    const last = { generation: 7, order: 1 }
    const ends = { endedAt: 5 }
    expect(withLastPhase({ phase: { generation: 7, order: 0 } }, ends, last)).toEqual({ endedAt: 5, phase: last })
    expect(withLastPhase({ phase: null }, ends, last)).toEqual({ endedAt: 5, phase: last })
    expect(withLastPhase({ phase: { ...last } }, ends, last)).toEqual(ends)
    expect(withLastPhase({ phase: null }, ends, null)).toEqual(ends)
    const chosen = { ...ends, phase: { generation: 7, order: 0 } }
    expect(withLastPhase({ phase: null }, chosen, last)).toEqual(chosen)
  })
})

describe('the phase of what is taken up again', () => {
  const names = ['Scheduled', 'Investigating', 'Done']
  const outage = { impacts: [impact(OUTAGE)] }
  const none = { incident: null, maintenance: null }

  it.each([
    ['the first one', names, none, none, 0],
    ['the configured one', names, { ...none, incident: 'Investigating' }, none, 1],
    ['another one where the configured one says that it is over', names, { ...none, incident: 'Done' }, none, 0],
    ['the second one where the first one says so', names, none, { ...none, incident: 'Scheduled' }, 1],
    ['the only one', ['Done'], none, none, 0],
  ])('is %s', (_, list, first, last, order) => {
    expect(phaseOfReopening(outage, { generation: 3, names: list }, first, last)).toEqual({ generation: 3, order })
  })
})

it('a phase is the same by its generation and its order', () => {
  const one = { generation: 1, order: 2 }
  expect(samePhase(one, { ...one })).toBe(true)
  expect(samePhase(one, { ...one, generation: 2 })).toBe(false)
  expect(samePhase(one, null)).toBe(false)
  expect(samePhase(null, null)).toBe(true)
})

describe('the phase that goes on in what comes of another', () => {
  const list = { generation: 2, names: ['investigating', 'identified', 'resolved'] }
  const over = { incident: null, maintenance: 'investigating' }
  const phaseOf = (phase: { generation: number; order: number } | null, ...severities: number[]) =>
    phaseThatGoesOn(incident({ phase, impacts: severities.map(severity => impact(severity)) }), list, over)

  it('is its own where that is of the current generation', () => {
    expect(phaseOf({ generation: 2, order: 0 }, OUTAGE)).toEqual({ generation: 2, order: 0 })
    expect(phaseOf({ generation: 2, order: 1 }, MAINTENANCE)).toEqual({ generation: 2, order: 1 })
  })

  it('is none where the one before says that it is over, by the last word of its kind', () => {
    expect(phaseOf({ generation: 2, order: 2 }, OUTAGE)).toBeNull()
    expect(phaseOf({ generation: 2, order: 0 }, MAINTENANCE)).toBeNull()
    expect(phaseOf({ generation: 2, order: 0 }, MAINTENANCE, OUTAGE)).toEqual({ generation: 2, order: 0 })
  })

  it.each([{ generation: 1, order: 0 }, null])('is none where it is %j', phase => {
    expect(phaseOf(phase, OUTAGE)).toBeNull()
  })

  it('is none while the current generation is not known', () => {
    expect(phaseThatGoesOn(incident({ phase: { generation: 1, order: 0 } }), null, over)).toBeNull()
  })
})
