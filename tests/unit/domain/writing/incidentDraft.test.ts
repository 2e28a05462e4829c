import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  changedFields,
  changesBetween,
  draftOf,
  duplicateOf,
  incidentOf,
  newDraft,
  newIncidentOf,
  newUpdateOf,
  updateChangesBetween,
  type IncidentDraft,
} from '@/domain/writing/incidentDraft'
import { isEmptyChange, sameIncidentField } from '@/domain/writing/sameContent'
import { DAY_MS, HOUR_MS, MAINTENANCE, OUTAGE, at, impact, incident, update } from '../builders'

const NOW = at('2026-07-01T12:34:56.789Z')
const phase = { generation: 2, order: 0 }
const complete = incident({
  id: 'i',
  title: 'Slow storage',
  description: 'Disks are slow.',
  beganAt: 1000,
  endedAt: null,
  phase: { generation: 1, order: 1 },
  impacts: [impact(40, 'a'), impact(90, 'b')],
  updateOrders: [0, 1],
})
const draft = (fields: Partial<IncidentDraft> = {}): IncidentDraft => ({ ...draftOf(complete), phase, ...fields })

describe('a draft', () => {
  it('of an incident says what the incident says', () => {
    const { title, description, beganAt, endedAt, impacts } = complete
    const expected = { kind: 'incident', title, description, beganAt, endedAt, phase: complete.phase, impacts }
    expect(draftOf(complete)).toEqual(expected)
  })

  it.each([
    ['maintenance', [impact(MAINTENANCE)]],
    ['incident', [impact(MAINTENANCE), impact(OUTAGE)]],
    ['incident', [impact(null)]],
    ['incident', []],
  ])('is of kind %s with impacts %j', (kind, impacts) => {
    expect(draftOf(incident({ impacts })).kind).toBe(kind)
  })

  it('of a new incident begins this minute and has no end', () => {
    const empty = newDraft({ kind: 'incident', now: NOW, phase })
    expect(empty).toEqual({
      kind: 'incident',
      title: '',
      description: '',
      beganAt: at('2026-07-01T12:34:00Z'),
      endedAt: null,
      phase,
      impacts: [],
    })
  })

  it('of a new maintenance is the next full hour', () => {
    const empty = newDraft({ kind: 'maintenance', now: NOW, phase: null })
    expect([empty.beganAt, empty.endedAt]).toEqual([at('2026-07-01T13:00:00Z'), at('2026-07-01T14:00:00Z')])
    expect(newDraft({ kind: 'maintenance', now: at('2026-07-01T13:00:00Z'), phase }).beganAt).toBe(at('2026-07-01T14:00:00Z'))
  })

  it('made from an incident keeps texts and impacts, and takes the time and phase of now', () => {
    const ended = { ...complete, endedAt: 5000 }
    expect(duplicateOf(ended, NOW, phase)).toEqual(draft({ beganAt: at('2026-07-01T12:34:00Z'), endedAt: null }))
  })

  it.each([
    ['its length', { beganAt: 0, endedAt: DAY_MS }, at('2026-07-02T13:00:00Z')],
    ['no length that it does not have', { beganAt: 0, endedAt: null }, null],
    ['no length without a begin', { beganAt: null, endedAt: 5 }, null],
    ['no length below zero', { beganAt: HOUR_MS, endedAt: 0 }, null],
  ])('made from a maintenance keeps %s', (_, times, endedAt) => {
    const copy = duplicateOf(incident({ ...times, impacts: [impact(MAINTENANCE)] }), NOW, phase)
    expect([copy.kind, copy.beganAt, copy.endedAt]).toEqual(['maintenance', at('2026-07-01T13:00:00Z'), endedAt])
  })

  it('made from an incident with maintenance in it begins now and keeps its length', () => {
    const mixed = incident({ beganAt: 0, endedAt: HOUR_MS, impacts: [impact(MAINTENANCE), impact(OUTAGE)] })
    const { beganAt, endedAt } = duplicateOf(mixed, NOW, phase)
    expect([beganAt, endedAt]).toEqual([at('2026-07-01T12:34:00Z'), at('2026-07-01T13:34:00Z')])
  })

  it('is shown as an incident, rows that repeat once and gaps as they are', () => {
    const impacts = [impact(null, 'a', null), impact(10, 'b'), impact(20, 'b')]
    const shown = incidentOf(draft({ title: ' New ', impacts }), { id: 'x', updateOrders: [3] })
    expect(shown).toEqual({ ...complete, id: 'x', title: 'New', phase, impacts: impacts.slice(0, 2), updateOrders: [3] })
  })
})

describe('what is sent for a new incident', () => {
  it('is what is filled in, the title trimmed', () => {
    expect(newIncidentOf(draft({ title: '  Slow \n' }))).toEqual({
      title: 'Slow',
      description: 'Disks are slow.',
      beganAt: 1000,
      phase,
      impacts: complete.impacts,
    })
    const bare = draft({ description: ' \n', beganAt: null, endedAt: 7, impacts: [] })
    expect(newIncidentOf(bare)).toEqual({ title: 'Slow storage', endedAt: 7, phase })
  })

  it.each([
    ['without a phase', { phase: null }],
    ['with a gap', { impacts: [impact(10, 'a', null)] }],
    ['with a severity that does not exist', { impacts: [impact(101)] }],
    ['with two impacts of one type', { impacts: [impact(10), impact(20)] }],
    ['as maintenance without an end', { impacts: [impact(MAINTENANCE)] }],
    ['as maintenance without a begin', { impacts: [impact(MAINTENANCE)], beganAt: null, endedAt: 9 }],
  ])('is nothing %s', (_, fields) => {
    expect(newIncidentOf(draft(fields))).toBeNull()
  })

  it('begins at the epoch where somebody says so', () => {
    expect(newIncidentOf(draft({ beganAt: 0, endedAt: 0 }))).toMatchObject({ beganAt: 0, endedAt: 0 })
  })
})

describe('what is sent for a change', () => {
  it.each([
    ['a title, trimmed', { title: ' Fast ' }, { title: 'Fast' }],
    ['a title with white space around it', { title: ' Slow storage ' }, {}],
    ['a description', { description: 'Repaired.' }, { description: 'Repaired.' }],
    ['a description emptied', { description: '' }, { description: '' }],
    ['the begin', { beganAt: 1001 }, { beganAt: 1001 }],
    ['the begin taken away', { beganAt: null }, { beganAt: null }],
    ['the end', { endedAt: 0 }, { endedAt: 0 }],
    ['the phase', { phase: { generation: 1, order: 2 } }, { phase: { generation: 1, order: 2 } }],
    ['the generation', { phase: { generation: 2, order: 1 } }, { phase: { generation: 2, order: 1 } }],
    ['the phase taken away', { phase: null }, {}],
    ['the order of impacts', { impacts: complete.impacts.toReversed() }, {}],
    ['an impact', { impacts: [impact(40, 'a'), impact(10, 'b')] }, { impacts: [impact(40, 'a'), impact(10, 'b')] }],
    ['all impacts taken away', { impacts: [] }, { impacts: [] }],
  ])('%s', (_, fields, expected) => {
    const changes = changesBetween(complete, { ...complete, ...fields })
    expect(changes).toEqual(expected)
    expect(isEmptyChange(changes!)).toBe(Object.keys(expected).length === 0)
  })

  it('says nothing of line ends that a text field changes', () => {
    expect(changesBetween({ ...complete, description: 'a\r\nb\r\n' }, { ...complete, description: 'a\nb' })).toEqual({})
  })

  it('carries the end along with a severity 0, changed or not', () => {
    const maintenance = { ...complete, endedAt: 9000 }
    const impacts = [impact(MAINTENANCE, 'a'), impact(90, 'b')]
    expect(changesBetween(maintenance, { ...maintenance, impacts })).toEqual({ impacts, endedAt: 9000 })
    const before = { ...maintenance, impacts }
    expect(changesBetween(before, { ...before, impacts: [impact(90, 'b')] })).toEqual({ impacts: [impact(90, 'b')] })
    expect(changesBetween(before, { ...before, title: 'x' })).toEqual({ title: 'x' })
  })

  it.each([
    ['a gap', [impact(null, 'a')]],
    ['a severity 0 and no end', [impact(MAINTENANCE, 'a')]],
    ['a duplicate', [impact(10, 'a'), impact(20, 'a')]],
  ])('is nothing while impacts have %s, although something changed', (_, impacts) => {
    const edited = { ...complete, title: 'x', impacts }
    expect(changesBetween(complete, edited)).toBeNull()
    expect([...changedFields(complete, edited)]).toEqual(['title', 'impacts'])
  })

  it('leaves a list with gaps alone that nobody touched', () => {
    const gappy = { ...complete, impacts: [impact(null, 'a', null)] }
    expect(changesBetween(gappy, { ...gappy, title: 'x' })).toEqual({ title: 'x' })
  })

  it('leads to what was edited, and is the minimum', () => {
    const fields = fc.record({
      title: fc.constantFrom('a', 'b', ' a '),
      description: fc.constantFrom('', 'x', 'x\n'),
      beganAt: fc.constantFrom(null, 0, 1),
      endedAt: fc.constantFrom(null, 5, 6),
      phase: fc.constantFrom({ generation: 1, order: 0 }, { generation: 1, order: 1 }),
      impacts: fc.subarray([impact(0, 'a'), impact(10, 'b'), impact(20, 'c'), impact(10, 'b', 'other')]),
    })
    fc.assert(
      fc.property(fields, fields, (before, edited) => {
        const original = incident(before)
        const changes = changesBetween(original, edited)
        const unwritable = edited.endedAt === null && edited.impacts.some(({ severity }) => severity === 0)
        if (!changes) {
          expect(unwritable).toBe(true)
          return
        }
        const after = applyChanges(original, changes)
        expect([...changedFields(after, edited)]).toEqual([])
        const withEnd = changes.impacts?.some(({ severity }) => severity === 0)
        for (const field of Object.keys(changes) as (keyof typeof edited)[])
          if (field !== 'endedAt' || !withEnd)
            expect(sameIncidentField[field](original[field] as never, edited[field] as never)).toBe(false)
      }),
    )
  })
})

it('applies what is given only', () => {
  expect(applyChanges(complete, { title: 'x', endedAt: null })).toEqual({ ...complete, title: 'x', endedAt: null })
})

describe('an update', () => {
  it('is sent with what is filled in', () => {
    expect(newUpdateOf({ title: ' Found it ', description: '', createdAt: null })).toEqual({ title: 'Found it' })
    const all = { title: 'Found it', description: 'A disk.', createdAt: 0 }
    expect(newUpdateOf(all)).toEqual(all)
  })

  it('is changed by what changed', () => {
    const before = update(1, 1000)
    expect(updateChangesBetween(before, { ...before, title: ' Update 1' })).toEqual({})
    const after = { title: 'x ', description: 'y', createdAt: null }
    expect(updateChangesBetween(before, after)).toEqual({ title: 'x', description: 'y', createdAt: null })
    expect(isEmptyChange(updateChangesBetween(before, before))).toBe(true)
  })
})
