import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeImpacts,
  duplicatesOf,
  hasGaps,
  impactKey,
  onlyComponents,
  removeImpacts,
  sameImpacts,
  setImpacts,
  withoutComponents,
  writableImpacts,
} from '@/domain/incident/impactSet'
import { impact } from '../builders'

const slow = { typeId: 'slow', severity: 40 }

/** Few components and types, so that rows meet; gaps and impossible severities included. */
const rows = fc.array(
  fc.record({
    componentId: fc.constantFrom('a', 'b', 'c'),
    typeId: fc.constantFrom('slow', 'down', null),
    severity: fc.constantFrom(null, -1, 0, 0.5, 40, 100, 101),
  }),
  { maxLength: 6 },
)

describe('setting an impact of several components', () => {
  it('adds one to each component that has none, once', () => {
    expect(setImpacts([], ['a', 'b', 'a'], slow)).toEqual([
      { componentId: 'a', ...slow },
      { componentId: 'b', ...slow },
    ])
  })

  it('changes the severity of the one of this type and keeps those of others', () => {
    const before = [impact(90, 'a', 'down'), impact(10, 'a', 'slow')]
    expect(setImpacts(before, ['a'], slow)).toEqual([impact(90, 'a', 'down'), impact(40, 'a', 'slow')])
  })

  it('fills a row that has no type yet, but not where the type is there already', () => {
    expect(setImpacts([impact(null, 'a', null)], ['a'], slow)).toEqual([impact(40, 'a', 'slow')])
    const both = [impact(null, 'a', null), impact(10, 'a', 'slow')]
    expect(setImpacts(both, ['a'], slow)).toEqual([impact(null, 'a', null), impact(40, 'a', 'slow')])
  })

  it('changes no list that it was given, and never makes a duplicate', () => {
    fc.assert(
      fc.property(rows, fc.subarray(['a', 'b', 'c']), (before, components) => {
        const copy = structuredClone(before)
        const after = setImpacts(before, components, slow)
        expect(before).toEqual(copy)
        expect(duplicatesOf(after).length).toBeLessThanOrEqual(duplicatesOf(before).length)
        for (const componentId of components) expect(after).toContainEqual({ componentId, ...slow })
        expect(withoutComponents(after, components)).toEqual(withoutComponents(before, components))
      }),
    )
  })
})

it('changes and removes rows by index', () => {
  const two = [impact(10, 'a', 'slow'), impact(20, 'b', 'slow')]
  expect(changeImpacts(two, [1], { severity: 0 })).toEqual([two[0], impact(0, 'b', 'slow')])
  expect(changeImpacts(two, [0, 1], { typeId: 'down' })).toEqual([impact(10, 'a', 'down'), impact(20, 'b', 'down')])
  expect(changeImpacts(two, [0], { typeId: null, severity: null })).toEqual([impact(null, 'a', null), two[1]])
  expect(removeImpacts(two, [0])).toEqual([two[1]])
})

it('parts impacts by component', () => {
  const three = [impact(10, 'a', 'slow'), impact(20, 'b', 'slow'), impact(30, 'a', 'down')]
  expect(onlyComponents(three, ['a'])).toEqual([three[0], three[2]])
  expect(withoutComponents(three, ['a'])).toEqual([three[1]])
})

describe('what can be written', () => {
  it.each([
    ['slow', 0, true],
    ['slow', 1, true],
    ['slow', 100, true],
    ['slow', 101, false],
    ['slow', -1, false],
    ['slow', 0.5, false],
    ['slow', NaN, false],
    ['slow', null, false],
    [null, 40, false],
  ])('a type %s with severity %s: %s', (typeId, severity, writable) => {
    const list = [impact(50, 'b', 'down'), impact(severity, 'a', typeId)]
    expect(hasGaps(list)).toBe(!writable)
    expect(writableImpacts(list)).toEqual(writable ? list : null)
  })

  it('is no component with two impacts of one type', () => {
    const list = [
      impact(10, 'a', 'slow'),
      impact(10, 'b', 'slow'),
      impact(20, 'a', 'slow'),
      impact(20, 'a', null),
      impact(20, 'a', null),
    ]
    expect(duplicatesOf(list)).toEqual([2])
    expect(writableImpacts(list.slice(0, 3))).toBeNull()
    expect(writableImpacts([])).toEqual([])
  })

  it('is never more or other than what was given', () => {
    fc.assert(
      fc.property(rows, list => {
        const written = writableImpacts(list)
        if (written) expect(written).toEqual(list)
        expect(written === null).toBe(hasGaps(list) || duplicatesOf(list).length > 0)
      }),
    )
  })
})

describe('two lists', () => {
  it('are the same in any order', () => {
    fc.assert(
      fc.property(
        rows.chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([one, other]) => {
          expect(sameImpacts(one, other)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['a severity', [impact(40, 'a', 'slow')]],
    ['a type', [impact(10, 'a', 'down')]],
    ['a missing type', [impact(10, 'a', null)]],
    ['a component', [impact(10, 'b', 'slow')]],
    ['a number', [impact(10, 'a', 'slow'), impact(10, 'a', 'slow')]],
    ['everything', []],
  ])('differ by %s', (_, other) => {
    expect(sameImpacts([impact(10, 'a', 'slow')], other)).toBe(false)
  })

  it('are not taken for the same by an id that looks like two', () => {
    expect(impactKey({ componentId: 'a","b', typeId: 'c' })).not.toBe(impactKey({ componentId: 'a', typeId: 'b","c' }))
    expect(impactKey({ componentId: 'a', typeId: 'null' })).not.toBe(impactKey({ componentId: 'a', typeId: null }))
  })
})
