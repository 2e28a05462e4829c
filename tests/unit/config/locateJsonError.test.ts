import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateJsonError } from '@/config/locateJsonError'

const parses = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the place where a text stops being JSON', () => {
  it.each([
    ['', 1, 1, 'empty'],
    [' \n ', 2, 2, 'empty'],
    ['{', 1, 2, 'end'],
    ['{"a": 1', 1, 8, 'end'],
    ['{"a', 1, 4, 'end'],
    ['{"a":', 1, 6, 'end'],
    ['{\n  // why\n  "a": 1\n}', 2, 3, 'comment'],
    ['{ /* why */ }', 1, 3, 'comment'],
    ['# why\n{}', 1, 1, 'comment'],
    ["{\r\n  'a': 1\r\n}", 2, 3, 'quotes'],
    ['{ a: 1 }', 1, 3, 'quotes'],
    ['{ “a”: 1 }', 1, 3, 'quotes'],
    ['{ "a": demo }', 1, 8, 'quotes'],
    ['{ "a": True }', 1, 8, 'quotes'],
    ['{ "a": 1, }', 1, 9, 'trailingComma'],
    ['[1,\n]', 1, 3, 'trailingComma'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'missingComma'],
    ['[1 2]', 1, 4, 'missingComma'],
    ['[01]', 1, 3, 'missingComma'],
    ['{ "a" 1 }', 1, 7, 'colon'],
    ['{ "a": "x\ny" }', 1, 10, 'string'],
    ['{ "a": "\\x" }', 1, 9, 'string'],
    ['{ "a": } ', 1, 8, 'unexpected'],
    ['[,]', 1, 2, 'unexpected'],
    ['[1}', 1, 3, 'unexpected'],
    ['{"a":1]', 1, 7, 'unexpected'],
    ['{} {}', 1, 4, 'unexpected'],
    ['-', 1, 1, 'unexpected'],
  ])('%j is at %i:%i, %s', (text, line, column, reason) => {
    expect(parses(text)).toBe(false)
    expect(locateJsonError(text)).toEqual({ line, column, reason })
  })

  it('is nowhere in JSON', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        expect(locateJsonError(text)).toBeNull()
      }),
    )
  })

  it('is found exactly where the engine refuses the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-0',
      '1.5e3',
      'true',
      'null',
      ' ',
      '\n',
      '\\',
      '\\u00e9',
      'x',
      '\u00a0',
    )
    const text = fc.array(pieces, { maxLength: 12 }).map(each => each.join(''))
    fc.assert(
      fc.property(text, each => {
        expect(locateJsonError(each) === null).toBe(parses(each))
      }),
      { numRuns: 3000 },
    )
  })

  it('copes with deep nesting and long texts', () => {
    expect(locateJsonError('['.repeat(200_000))).toMatchObject({ reason: 'end' })
    expect(locateJsonError(JSON.stringify(['ä"\n'.repeat(1_000_000)]))).toBeNull()
  })
})
