import { describe, expect, it } from 'vitest'
import { severityScale } from '@/domain/severity/severity'
import { isBeginning, refusalOf } from '@/domain/severity/severityEntry'

const scale = severityScale([
  { name: 'Degraded', value: 50 },
  { name: 'Critical', value: 80 },
])
const [degraded, critical] = scale.bands

describe('a severity that is typed', () => {
  it.each([
    [1, null],
    [50, null],
    [null, { code: 'missing' }],
    [1.5, { code: 'notWhole' }],
    [NaN, { code: 'notWhole' }],
    [-1, { code: 'outside' }],
    [101, { code: 'outside' }],
    [0, { code: 'maintenance' }],
    [81, { code: 'inNoBand' }],
    [76, { code: 'otherBand', level: critical }],
  ] as const)('%s: %o', (typed, refusal) => {
    expect(refusalOf(scale, typed, degraded!)).toEqual(refusal)
  })

  it.each([
    [7, true],
    [76, true],
    [8, true],
    [80, true],
    [4, false],
    [81, false],
    [0, false],
    [7.5, false],
    [null, false],
  ])('%s may become one from 51 to 80: %s', (typed, may) => {
    expect(isBeginning(typed, { from: 51, to: 80 })).toBe(may)
  })
})
