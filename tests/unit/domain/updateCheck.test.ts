import { describe, expect, it } from 'vitest'
import { checkUpdate, type UpdateContext } from '@/domain/writing/draftCheck'
import { DAY_MS, HOUR_MS, at, update } from './builders'

const NOW = at('2026-07-01T12:00:00Z')
const YEAR_10000 = at('+010000-01-01T00:00:00Z')

describe('an update', () => {
  const NEW: UpdateContext = { now: NOW, incident: { beganAt: NOW - HOUR_MS }, original: null }
  const codes = (fields: object, more: Partial<UpdateContext> = {}) =>
    checkUpdate({ title: 'Found it', description: '', createdAt: NOW, ...fields }, { ...NEW, ...more }).map(
      ({ code, field, level }) => `${level} ${field}: ${code}`,
    )

  it.each([
    ['all it needs', {}, []],
    ['no title', { title: ' ' }, ['error title: titleMissing']],
    ['no time', { createdAt: null }, []],
    ['a time to come', { createdAt: NOW + 1 }, ['warning createdAt: writtenInFuture']],
    ['the time of the begin', { createdAt: NOW - HOUR_MS }, []],
    ['a time before the incident', { createdAt: NOW - HOUR_MS - 1 }, ['warning createdAt: writtenBeforeBegin']],
    ['a time that cannot be written', { createdAt: YEAR_10000 }, ['error createdAt: timeOutOfRange']],
  ])('with %s', (_, fields, expected) => {
    expect(codes(fields)).toEqual(expected)
  })

  it('may have any time before now where nobody knows when the incident began', () => {
    expect(codes({ createdAt: -1 }, { incident: { beganAt: null } })).toEqual([])
  })

  it('that exists may keep what it has', () => {
    const original = { ...update(0, NOW + DAY_MS), title: '' }
    expect(codes({ ...original, description: 'x' }, { original })).toEqual([])
    expect(codes({ title: '', createdAt: NOW + 1 }, { original })).toEqual(['warning createdAt: writtenInFuture'])
    expect(codes({ title: '' }, { original: update(0, NOW) })).toEqual(['error title: titleMissing'])
  })
})
