import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitInHalf, spansContain, inUtcDays, mergedSpans, overlap, sharedMs, spanWithout } from '@/domain/time/spans'

const DAY_MS = 86_400_000
const span = (start: number, end: number) => ({ start, end })

describe('what spans share', () => {
  it('is half open: spans that touch share nothing', () => {
    expect(overlap(span(0, 5), span(5, 9))).toBeNull()
    expect(overlap(span(0, 6), span(5, 9))).toEqual(span(5, 6))
    expect(overlap(span(3, 3), span(0, 9))).toBeNull()
  })

  it('is summed over the parts, and finite for open spans', () => {
    expect(sharedMs(span(4, 12), [span(0, 5), span(6, 7), span(10, 20)])).toBe(4)
    expect(sharedMs(span(-Infinity, Infinity), [span(0, 5), span(6, 7)])).toBe(6)
  })
})

describe('spans as a set of time', () => {
  it.each([
    ['nothing taken', [], [span(0, 10)]],
    ['all of it taken', [span(-5, 4), span(4, 20)], []],
    ['its beginning', [span(-5, 4)], [span(4, 10)]],
    ['its end', [span(8, 10)], [span(0, 8)]],
    ['its middle, twice over', [span(3, 5), span(4, 6)], [span(0, 3), span(6, 10)]],
    ['what lies outside', [span(-5, 0), span(10, 12)], [span(0, 10)]],
  ])('without %s', (_, taken, rest) => {
    expect(spanWithout(span(0, 10), taken)).toEqual(rest)
  })

  it('hold their start, not their end', () => {
    expect([0, 1, 4, 5, 9].map(instant => spansContain([span(0, 1), span(4, 5)], instant))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  const spans = fc.array(
    fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(10)).map(([start, length]) => span(start, start + length)),
    { maxLength: 8 },
  )

  it('merged, hold the same instants as before, and never touch', () => {
    fc.assert(
      fc.property(spans, list => {
        const merged = mergedSpans(list)
        for (let instant = -21; instant <= 31; instant++) expect(spansContain(merged, instant)).toBe(spansContain(list, instant))
        expect(merged.every(({ start }, index) => index === 0 || start > merged[index - 1]!.end)).toBe(true)
      }),
    )
  })

  it('what is left of one, and what was taken of it, make it whole', () => {
    fc.assert(
      fc.property(spans, list => {
        const rest = spanWithout(span(-10, 15), list)
        for (let instant = -10; instant < 15; instant++) expect(spansContain(rest, instant)).toBe(!spansContain(list, instant))
      }),
    )
  })
})

describe('windows', () => {
  it('reach from the start of a UTC day to the end of one', () => {
    expect(inUtcDays(span(5, DAY_MS + 1))).toEqual(span(0, 2 * DAY_MS))
    expect(inUtcDays(span(-1, DAY_MS))).toEqual(span(-DAY_MS, DAY_MS))
  })

  it('are halved at a UTC day, down to a single one', () => {
    expect(splitInHalf(span(0, 3 * DAY_MS))).toEqual([span(0, DAY_MS), span(DAY_MS, 3 * DAY_MS)])
    expect(splitInHalf(span(0, DAY_MS))).toBeNull()
  })
})
