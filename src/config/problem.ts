/** What can be wrong with a key; the facts that come with each are told at {@link ConfigProblem}. */
export const PROBLEM_CODES = [
  'required',
  'type',
  'empty',
  'invisible',
  'url',
  'placeholder',
  'color',
  'slug',
  'instant',
  'zone',
  'range',
  'choice',
  'unique',
  'exactlyOne',
  'moreThan',
  'unknownKey',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong, as facts: texts are made from it in the reader's language. */
export interface ConfigProblem {
  /** Where, as one would write it in JavaScript: `links.components[0].url`; empty for the file as a whole. */
  readonly path: string
  readonly code: ProblemCode
  /**
   * type: `string`, `number`, `boolean`, `array`, `object`, several joined by ", ". url: `api`, `issuer`, `link`, `ownPath` or `resource`.
   * range: `5..86400`. choice and exactlyOne: the names, joined by ", ". moreThan: the other path. color, placeholder: the form.
   */
  readonly expected?: string
  /** The value found, shortened, as it would stand in JSON; only where it is news (no list or object, except for type). */
  readonly received?: string
  /** The key or the choice that was probably meant. */
  readonly suggestion?: string
}

/** Adds one step to a path; names that are no plain words are put in quotes. */
export const pathTo = (parent: string, key: unknown) => {
  if (typeof key === 'number') return `${parent}[${key}]`
  const name = String(key)
  if (!/^[\w$-]+$/.test(name)) return `${parent}[${JSON.stringify(name)}]`
  return parent === '' ? name : `${parent}.${name}`
}

// Spaces of all kinds but the usual one, controls, and letters without a shape (domain/characters.ts).
const UNSEEN = /(?! )[\p{Cf}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/gu
const escaped = (character: string) =>
  character
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** A value as JSON writes it, what cannot be seen by its codes, cut to a length that fits into a sentence. */
export const quoteValue = (value: unknown) => {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = typeof value === 'string' ? JSON.stringify(value).replace(UNSEEN, escaped) : String(value)
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}
