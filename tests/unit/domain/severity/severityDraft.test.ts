import { describe, expect, it } from 'vitest'
import type { Severity } from '@/domain/catalog/catalog'
import {
  editedSeverity,
  rebaseEdit,
  severitiesAfter,
  severityChangesBetween,
  severityDifferences,
} from '@/domain/severity/severityDraft'
import { threeBands } from '../builders'

const [notice, degraded, outage] = threeBands as [Severity, Severity, Severity]
const edit = (base: Severity | null, name = base?.name ?? '', value = String(base?.value ?? '')) => ({ base, name, value })

describe('a typed value', () => {
  it.each([
    ['1', 1],
    [' 40 ', 40],
    ['100', 100],
  ])('%j is one', (value, expected) => expect(editedSeverity(edit(null, ' a ', value))).toEqual({ name: 'a', value: expected }))
  it.each(['', '0', '101', '-5', '4.5', '1e1', 'x'])('%j is none', value =>
    expect(editedSeverity(edit(null, 'a', value))).toBeNull(),
  )
})

describe('lists of severities', () => {
  it('after a change, a new one and an end', () => {
    expect(severitiesAfter(threeBands, degraded, { name: 'slow', value: 60 })).toEqual([
      notice,
      { name: 'slow', value: 60 },
      outage,
    ])
    expect(severitiesAfter([notice], null, outage)).toEqual([notice, outage])
    expect(severitiesAfter(threeBands, degraded, null)).toEqual([notice, outage])
  })

  it('differ by name', () => {
    expect(severityDifferences(threeBands, [{ name: 'notice', value: 30 }, { name: 'new', value: 40 }, outage])).toEqual([
      { name: 'notice', before: 25, after: 30 },
      { name: 'degraded', before: 50, after: null },
      { name: 'new', before: null, after: 40 },
    ])
    expect(severityDifferences(threeBands, [...threeBands].reverse())).toEqual([])
  })
})

describe('what is sent', () => {
  it('is the minimum', () => {
    expect(severityChangesBetween(degraded, degraded)).toEqual({})
    expect(severityChangesBetween(degraded, { name: 'slow', value: 50 })).toEqual({ name: 'slow' })
    expect(severityChangesBetween(degraded, { name: 'degraded', value: 60 })).toEqual({ value: 60 })
  })

  it('does not undo the value that someone else has set in between', () => {
    const theirs = { name: 'degraded', value: 60 }
    expect(rebaseEdit(edit(degraded, 'slow'), theirs)).toEqual({ base: theirs, name: 'slow', value: '60' })
    expect(rebaseEdit(edit(degraded, 'slow', '55'), theirs)).toEqual({ base: theirs, name: 'slow', value: '55' })
  })
})
