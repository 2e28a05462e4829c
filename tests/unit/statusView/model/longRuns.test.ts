import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutRuns, MAX_RUN, runPieces } from '@/statusView/model/longRuns'

const longest = (text: string) => Math.max(...text.split(/\s+/).map(run => run.length))

describe('a run of letters without a break', () => {
  it('is cut where it is very long, and what is around it stays', () => {
    const text = `Before ${'a'.repeat(100_000)} after`
    expect(cutRuns(text)).toBe(`Before ${'a'.repeat(MAX_RUN)}… after`)
    expect(cutRuns('a'.repeat(MAX_RUN))).toBe('a'.repeat(MAX_RUN))
    expect(cutRuns(`${'word '.repeat(20_000)}`)).toBe('word '.repeat(20_000))
  })

  it('is whole in its pieces, each of them short', () => {
    const text = `Before ${'a'.repeat(100_000)} after`
    expect(runPieces(text).join('')).toBe(text)
    expect(longest(runPieces(text).join(' '))).toBeLessThanOrEqual(110)
    expect(runPieces('Short')).toEqual(['Short'])
  })

  it('loses nothing and breaks no character, whatever it holds', () => {
    const part = fc.constantFrom('a'.repeat(2_500), '🙂'.repeat(1_500), ' ', 'x', '\n', 'z🙂'.repeat(900))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), parts => {
        const text = parts.join('')
        expect(runPieces(text).join('')).toBe(text)
        // Halves of characters have no address.
        expect(() => [cutRuns(text), ...runPieces(text)].forEach(one => encodeURIComponent(one))).not.toThrow()
        expect(longest(cutRuns(text))).toBeLessThanOrEqual(MAX_RUN + 1)
      }),
      { numRuns: 30 },
    )
  })
})
