import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGood, levelOf, severityScale } from '@/domain/severity/severity'
import { severityLists } from '../builders'

/** What servers and people get wrong: repeated names and values, 0, negative and fractional values. */
const oddLists = fc.array(
  fc.record({
    name: fc.constantFrom('a', 'b', '__proto__', 'constructor', ''),
    value: fc.oneof(fc.integer({ min: -3, max: 120 }), fc.double({ min: -1, max: 101 })),
  }),
  { maxLength: 8 },
)
const overrides = fc.dictionary(
  fc.constantFrom('a', 'b', 'severity 1', 'severity 50'),
  fc.record({ good: fc.boolean(), weight: fc.integer({ min: 0, max: 100 }) }, { requiredKeys: [] }),
)
const oddValues = fc.option(fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double()))

describe('every scale', () => {
  it('holds each whole number from 1 to its highest value in exactly one band', () => {
    fc.assert(
      fc.property(fc.oneof(severityLists(), oddLists), overrides, (severities, overrides) => {
        const scale = severityScale(severities, { overrides })
        const highest = Math.max(0, ...severities.map(({ value }) => value).filter(Number.isInteger))
        for (let value = 1; value <= highest; value++) {
          const holding = scale.bands.filter(({ range }) => range!.from <= value && value <= range!.to)
          expect(holding).toEqual([levelOf(scale, value)])
        }
        expect(levelOf(scale, highest + 1)).toBe(scale.unknown)
      }),
      { numRuns: 150 },
    )
  })

  it('ranks bad bands by value: more is never better', () => {
    fc.assert(
      fc.property(severityLists(1), fc.nat({ max: 100 }), fc.nat({ max: 100 }), (severities, a, b) => {
        const scale = severityScale(severities)
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map(value => levelOf(scale, value))
        if (low!.kind === 'band' && high!.kind === 'band') expect(low!.rank).toBeLessThanOrEqual(high!.rank)
      }),
    )
  })

  it('takes nothing but 0 for maintenance', () => {
    fc.assert(
      fc.property(oddLists, oddValues, (severities, value) => {
        expect(levelOf(severityScale(severities), value).kind === 'maintenance').toBe(value === 0)
      }),
    )
  })

  it('takes nothing for good but a whole number up to its highest value', () => {
    fc.assert(
      fc.property(oddLists, overrides, oddValues, (severities, overrides, value) => {
        const scale = severityScale(severities, { overrides })
        const highest = Math.max(0, ...severities.map(one => one.value).filter(Number.isInteger))
        if (isGood(levelOf(scale, value))) expect(Number.isInteger(value) && value! >= 1 && value! <= highest).toBe(true)
      }),
    )
  })

  it('has one rank and one key a level, unknown below the highest bad band alone, and no other order than by kind', () => {
    const order = ['operational', 'notice', 'maintenance', 'band']
    fc.assert(
      fc.property(fc.oneof(severityLists(), oddLists), overrides, (severities, overrides) => {
        const scale = severityScale(severities, { overrides })
        expect(scale.levels.map(({ rank }) => rank)).toEqual(scale.levels.map((_, index) => index))
        expect(new Set(scale.levels.map(({ key }) => key)).size).toBe(scale.levels.length)
        const kinds = scale.levels.filter(level => level !== scale.unknown).map(({ kind }) => order.indexOf(kind))
        expect(kinds).toEqual([...kinds].sort((a, b) => a - b))
        const inUse = scale.levels.filter(({ kind, range }) => kind === 'band' && range!.from <= range!.to)
        expect(inUse.filter(({ rank }) => rank > scale.unknown.rank)).toEqual(inUse.slice(-1))
      }),
    )
  })

  it('does not depend on the order in which the server lists severities', () => {
    fc.assert(
      fc.property(
        oddLists.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([one, other]) => {
          expect(severityScale(one)).toEqual(severityScale(other))
        },
      ),
    )
  })
})
