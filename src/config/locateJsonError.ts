/** Why a text is no JSON, as a code that messages are made from. */
export type BrokenJsonReason =
  'empty' | 'end' | 'comment' | 'quotes' | 'trailingComma' | 'missingComma' | 'colon' | 'string' | 'unexpected'

/** The first place where a text stops being JSON; line and column count from 1, the column in UTF-16 units. */
export interface JsonError {
  readonly line: number
  readonly column: number
  readonly reason: BrokenJsonReason
}

type Expecting = 'value' | 'firstItem' | 'key' | 'firstKey' | 'colon' | 'next'

const SPACE = /[ \t\r\n]*/y
const STRING_START = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y // eslint-disable-line no-control-regex
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

const placeAt = (text: string, offset: number, reason: BrokenJsonReason): JsonError => {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1, reason }
}

/**
 * Finds where and why a text is no JSON, or answers null if it is. Written out because the engines' own messages differ:
 * some name a line, some an offset, some nothing.
 */
export const locateJsonError = (text: string): JsonError | null => {
  const open: string[] = []
  let expecting: Expecting = 'value'
  let at = 0
  let lastComma = 0

  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const fail = (reason: BrokenJsonReason, offset = at) => placeAt(text, offset, reason)

  const unexpected = (char: string) => {
    if (char === '') return fail(text.trim() === '' ? 'empty' : 'end')
    if (char === '#' || /^\/[/*]/.test(text.slice(at, at + 2))) return fail('comment')
    if (expecting === 'key' && char === '}') return fail('trailingComma', lastComma)
    if (expecting === 'value' && char === ']' && open.at(-1) === ']') return fail('trailingComma', lastComma)
    if (expecting === 'colon') return fail('colon')
    if (expecting === 'next') return fail(open.length > 0 && /["'{[\w-]/.test(char) ? 'missingComma' : 'unexpected')
    if (/['‘’“”`]/.test(char)) return fail('quotes')
    return fail(/[\p{L}_$]/u.test(char) ? 'quotes' : 'unexpected')
  }

  for (;;) {
    match(SPACE)
    const char = text.charAt(at)
    const isValueDue: boolean = expecting === 'value' || expecting === 'firstItem'
    const isKeyDue: boolean = expecting === 'key' || expecting === 'firstKey'
    if (expecting === 'next' && open.length === 0) return char === '' ? null : unexpected(char)
    if (char === '"' && (isValueDue || isKeyDue)) {
      match(STRING_START)
      if (text.charAt(at) !== '"') return fail(at === text.length ? 'end' : 'string')
      at++
      expecting = isKeyDue ? 'colon' : 'next'
    } else if ((char === '{' || char === '[') && isValueDue) {
      open.push(char === '{' ? '}' : ']')
      expecting = char === '{' ? 'firstKey' : 'firstItem'
      at++
    } else if (
      char !== '' &&
      char === open.at(-1) &&
      (expecting === 'next' || expecting === 'firstItem' || expecting === 'firstKey')
    ) {
      open.pop()
      expecting = 'next'
      at++
    } else if (char === ',' && expecting === 'next') {
      lastComma = at++
      expecting = open.at(-1) === '}' ? 'key' : 'value'
    } else if (char === ':' && expecting === 'colon') {
      expecting = 'value'
      at++
    } else if (isValueDue && match(SCALAR) !== '') {
      expecting = 'next'
    } else {
      return unexpected(char)
    }
  }
}
