import { stripVTControlCharacters } from 'node:util'

// Control characters, line and paragraph separators: a name has one line.
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
// What turns the order of all that follows. Isolates that we set ourselves end where they begin (domain/characters).
const TURNING = /[\u202a-\u202e\u2066\u2067]/g
const HALF_LETTERS = /\p{Cs}/gu
const LONGEST = 300

/**
 * A text of the server as one line of a terminal: nothing in it can move the cursor, colour, ring, retitle the window, or look like a
 * line of its own. A longer one than anybody reads is cut.
 */
export function plain(text: string): string {
  // Cut first: a megabyte is not looked through for the sake of its first line.
  const line = stripVTControlCharacters(text.slice(0, 4 * LONGEST))
    .replace(CONTROLS, ' ')
    .replace(TURNING, '')
    .replace(HALF_LETTERS, '\ufffd')
    .trim()
  const characters = [...line]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line
}

// JSON lets them stand as they are, and a terminal that is shown the document would heed them.
const HEEDED = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** A value as JSON that is safe to look at in a terminal; it reads as the same value. */
export const safeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(HEEDED, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
