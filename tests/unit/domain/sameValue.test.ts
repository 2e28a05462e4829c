import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameItems, sameValue, withKnown } from '@/domain/sameValue'

const copy = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T

describe('sameValue', () => {
  it('is true of a copy, and agrees with the text of JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameValue(copy(a), copy(a))).toBe(true)
        if (JSON.stringify(a) === JSON.stringify(b)) expect(sameValue(copy(a), copy(b))).toBe(true)
        expect(sameValue(a, b)).toBe(sameValue(b, a))
      }),
    )
  })

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    [[1], { 0: 1 }],
    [[1, 2], [1]],
    [null, {}],
    [1, '1'],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
  ])('tells %j from %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false)
  })
})

describe('withKnown', () => {
  const item = fc.record({ id: fc.integer({ min: 0, max: 6 }).map(String), text: fc.integer({ min: 0, max: 2 }) })
  const list = fc.uniqueArray(item, { selector: ({ id }) => id })

  it('says what is now, with the objects of before wherever they say the same', () => {
    fc.assert(
      fc.property(list, list, (before, now) => {
        const kept = withKnown(before, now)
        expect(kept).toEqual(now)
        for (const one of kept) {
          const old = before.find(({ id }) => id === one.id)
          expect(one === old).toBe(old?.text === one.text)
        }
        expect(kept === before).toBe(sameItems(before, kept))
      }),
    )
  })

  it('is the list of before where nothing changed, and not where only the order did', () => {
    const before = [{ id: 'a' }, { id: 'b' }]
    expect(withKnown(before, copy(before))).toBe(before)
    expect(withKnown(before, copy(before).reverse())).toEqual([{ id: 'b' }, { id: 'a' }])
  })
})
