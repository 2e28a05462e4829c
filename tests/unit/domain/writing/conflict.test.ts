import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conflictsBetween,
  isChangedByOthers,
  mergeChoices,
  mergeUpdateChoices,
  updateConflictsBetween,
} from '@/domain/writing/conflict'
import { changedFields, changesBetween, draftOf, type IncidentDraft } from '@/domain/writing/incidentDraft'
import type { IncidentFields } from '@/domain/writing/sameContent'
import { DEGRADED, NOTICE, OUTAGE, impact, incident, update } from '../builders'

const base = incident({ id: 'one', title: 'A', description: 'a', beganAt: 0, phase: { generation: 1, order: 0 } })
const fields = (conflicts: readonly { field: string }[]) => conflicts.map(({ field }) => field)

describe('a conflict', () => {
  it.each([
    ['nobody', 'A', 'A', []],
    ['I alone', 'B', 'A', []],
    ['they alone', 'A', 'B', []],
    ['both to the same value', 'B', 'B ', []],
    ['both to different values', 'B', 'C', ['title']],
  ])('where %s changed the title', (_, mine, theirs, expected) => {
    const conflicts = conflictsBetween(base, { ...draftOf(base), title: mine }, { ...base, title: theirs })
    expect(fields(conflicts)).toEqual(expected)
  })

  it.each([
    ['description', 'b', 'c'],
    ['beganAt', 1, null],
    ['endedAt', 5_000, 60_000],
    ['phase', { generation: 1, order: 1 }, { generation: 2, order: 1 }],
    ['impacts', [impact(NOTICE)], [impact(DEGRADED)]],
  ] as const)('is found in %s', (field, mine, theirs) => {
    const found = conflictsBetween(base, { ...base, [field]: mine }, { ...base, [field]: theirs })
    expect(found).toEqual([{ field, base: base[field], mine, theirs }])
  })

  it('is none where impacts stand in another order, or the updates or the kind are others', () => {
    const both = { ...base, impacts: [impact(OUTAGE, 'a'), impact(NOTICE, 'b')] }
    const theirs = { ...both, impacts: both.impacts.toReversed(), updateOrders: [0] }
    const mine: IncidentDraft = { ...draftOf(both), kind: 'maintenance', impacts: [impact(OUTAGE, 'a')] }
    expect(conflictsBetween(both, mine, theirs)).toEqual([])
  })
})

describe('what I wrote myself a moment ago', () => {
  const opened = { ...base, endedAt: null }
  const mine = { ...draftOf(opened), title: 'Mine', endedAt: 90_123 }

  it('is nobody else’s change, be it rounded by the server or not', () => {
    expect(conflictsBetween(opened, mine, { ...opened, endedAt: 90_000 })).toEqual([])
    const theirs = { ...opened, title: 'Written in another dialog', endedAt: 90_123 }
    expect(fields(conflictsBetween(opened, mine, theirs))).toEqual(['title'])
    const own = [{ title: 'Written in another dialog ' }]
    expect(conflictsBetween(opened, mine, theirs, own)).toEqual([])
    expect(mergeChoices(opened, mine, theirs, {}, own).title).toBe('Mine')
    expect(isChangedByOthers(opened, theirs)).toBe(true)
    expect(isChangedByOthers({ ...opened, endedAt: 90_123 }, theirs, own)).toBe(false)
  })

  it('does not hide what someone else wrote over it', () => {
    const theirs = { ...opened, title: 'Theirs' }
    expect(fields(conflictsBetween(opened, mine, theirs, [{ title: 'Own' }, { endedAt: 5 }]))).toEqual(['title'])
  })
})

describe('the merge', () => {
  const mine = { ...draftOf(base), title: 'Mine', description: 'mine', endedAt: 9 }
  const theirs = { ...base, title: 'Theirs', beganAt: 5, phase: { generation: 1, order: 1 } }

  it('keeps what each changed alone, and theirs where nobody decided', () => {
    const merged = mergeChoices(base, mine, theirs)
    expect(merged).toMatchObject({ title: 'Theirs', description: 'mine', beganAt: 5, endedAt: 9, phase: theirs.phase })
    expect(changesBetween(theirs, merged)).toEqual({ description: 'mine', endedAt: 9 })
  })

  it('takes the decision for a conflict, and for nothing else', () => {
    expect(mergeChoices(base, mine, theirs, { title: 'mine', beganAt: 'mine' })).toMatchObject({ title: 'Mine', beganAt: 5 })
    expect(mergeChoices(base, mine, theirs, { title: 'theirs', description: 'theirs' })).toMatchObject({
      title: 'Theirs',
      description: 'mine',
    })
  })

  const anything = fc.record<IncidentFields>({
    title: fc.constantFrom('A', 'B', 'C'),
    description: fc.constantFrom('a', 'b', 'c'),
    beganAt: fc.constantFrom(null, 0, 60_000),
    endedAt: fc.constantFrom(null, 300_000, 360_000),
    phase: fc.constantFrom({ generation: 1, order: 0 }, { generation: 1, order: 1 }, { generation: 2, order: 0 }),
    impacts: fc.subarray([impact(OUTAGE, 'a'), impact(NOTICE, 'b')]),
  })

  it('loses no change that is in no conflict, and overwrites theirs only where I was asked', () => {
    fc.assert(
      fc.property(anything, anything, anything, (base, mine, theirs) => {
        const conflicting = new Set(fields(conflictsBetween(base, mine, theirs)))
        const merged = mergeChoices(base, mine, theirs)
        for (const field of changedFields(base, mine))
          if (!conflicting.has(field)) expect(changedFields(mine, merged)).not.toContain(field)
        for (const field of changedFields(base, theirs)) expect(changedFields(theirs, merged)).not.toContain(field)
        const choices = {
          title: 'mine',
          description: 'mine',
          beganAt: 'mine',
          endedAt: 'mine',
          phase: 'mine',
          impacts: 'mine',
        } as const
        const all = mergeChoices(base, mine, theirs, choices)
        for (const field of changedFields(base, mine)) expect(changedFields(mine, all)).not.toContain(field)
      }),
    )
  })
})

describe('an update', () => {
  const before = update(0, 0)

  it('has conflicts and a merge as well', () => {
    const mine = { title: 'Mine', description: 'mine', createdAt: 0 }
    const theirs = { title: 'Theirs', description: '', createdAt: 7 }
    expect(updateConflictsBetween(before, mine, theirs)).toEqual([
      { field: 'title', base: 'Update 0', mine: 'Mine', theirs: 'Theirs' },
    ])
    expect(mergeUpdateChoices(before, mine, theirs)).toEqual({ title: 'Theirs', description: 'mine', createdAt: 7 })
    expect(mergeUpdateChoices(before, mine, theirs, { title: 'mine' }).title).toBe('Mine')
  })
})
