import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTime, parseTime } from '@/api/wireTime'

describe('parseTime', () => {
  it.each([
    ['2026-03-10T08:00:00Z', Date.UTC(2026, 2, 10, 8)],
    ['2026-03-10t08:00:00z', Date.UTC(2026, 2, 10, 8)],
    ['2026-03-10 08:00:00Z', Date.UTC(2026, 2, 10, 8)],
    ['2026-03-10T08:00:00+05:45', Date.UTC(2026, 2, 10, 2, 15)],
    ['2026-03-10T08:00:00-03:30', Date.UTC(2026, 2, 10, 11, 30)],
    ['2026-03-10T08:00:00.5Z', Date.UTC(2026, 2, 10, 8, 0, 0, 500)],
    ['2026-03-10T08:00:00.999999999Z', Date.UTC(2026, 2, 10, 8, 0, 0, 999)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['1969-12-31T23:59:59.999Z', -1],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
    ['0000-01-01T00:00:00+01:00', -62_167_219_200_000],
    ['9999-12-31T23:59:59-05:00', 253_402_300_799_999],
  ])('%s', (text, epochMs) => {
    expect(parseTime(text)).toBe(epochMs)
  })

  it.each([
    '',
    'yesterday',
    '2026-03-10',
    '2026-03-10T08:00:00',
    '2026-03-10T08:00Z',
    '2026-03-10T24:00:00Z',
    '2026-03-10T08:60:00Z',
    '2026-03-10T08:00:61Z',
    '2026-02-29T08:00:00Z',
    '2026-13-01T08:00:00Z',
    '2026-00-01T08:00:00Z',
    '2026-01-00T08:00:00Z',
    '2026-03-10T08:00:00+24:00',
    '2026-03-10T08:00:00+01:60',
    '+12026-03-10T08:00:00Z',
    '12026-03-10T08:00:00Z',
    '2026-03-10T08:00:00.Z',
    ' 2026-03-10T08:00:00Z',
  ])('"%s" is no time', text => {
    expect(parseTime(text)).toBeNull()
  })

  it('reads what formatTime writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), epochMs => {
        expect(parseTime(formatTime(epochMs))).toBe(epochMs)
      }),
    )
  })
})

describe('formatTime', () => {
  it('writes UTC', () => {
    expect(formatTime(Date.UTC(2026, 2, 10, 8))).toBe('2026-03-10T08:00:00.000Z')
  })

  it.each([NaN, Infinity, 253_402_300_800_000, -62_167_219_200_001])('refuses %s', epochMs => {
    expect(() => formatTime(epochMs)).toThrow(RangeError)
  })
})
