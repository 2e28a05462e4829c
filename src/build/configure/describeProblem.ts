import type { ConfigProblem, ProblemCode } from '@/config/problem'

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list [ ]',
  object: 'an object { }',
}

const URLS: Readonly<Record<string, string>> = {
  api: 'an address that begins with http:// or https://, a path that begins with / or ./ (neither with "?" nor "#"), or "demo"',
  issuer: 'an address that begins with http:// or https:// (neither with "?" nor "#")',
  ownPath: 'a path of the host of this page, such as "brand.css" (no scheme, no other host, no ".." that leaves its folder)',
  link: 'an http, https or mailto address, or a path (other schemes are refused)',
  resource: 'an http or https address, or a path (other schemes are refused)',
}

const SENTENCES: Readonly<Record<ProblemCode, (problem: ConfigProblem) => string>> = {
  required: () => 'is missing, and there is no default for it',
  type: ({ expected = '' }) =>
    `must be ${expected
      .split(', ')
      .map(type => TYPES[type] ?? type)
      .join(' or ')}`,
  empty: () => 'must not be empty',
  invisible: () => 'must have a character that can be seen',
  url: ({ expected = '' }) => `must be ${URLS[expected] ?? 'an address'}`,
  placeholder: ({ expected }) => `may hold no other placeholder than ${expected}`,
  color: () => 'must be a color of the form #rrggbb, such as #1d5fa8',
  slug: () => 'must be a short name of lower-case letters, digits and hyphens, such as "imprint"',
  instant: () => 'must be a day (2026-01-01) or a time with its offset (2026-01-01T08:00:00Z)',
  zone: () => 'must be "local", "utc" or a time zone such as "Europe/Berlin"',
  range: ({ expected = '' }) => `must be a whole number from ${expected.replace('..', ' to ')}`,
  choice: ({ expected }) => `must be one of: ${expected}`,
  unique: () => 'must not hold the same twice',
  exactlyOne: ({ expected }) => `needs exactly one of: ${expected}`,
  moreThan: ({ expected }) => `must be more than ${expected}`,
  unknownKey: () => 'is not a key of the configuration and is ignored',
}

/** One English sentence for the command line; the page has its own texts by code. */
export const describeProblem = (problem: ConfigProblem) => {
  const found = problem.received === undefined ? '' : `, but is ${problem.received}`
  const hint = problem.suggestion === undefined ? '' : ` (did you mean "${problem.suggestion}"?)`
  return `${problem.path || 'the file as a whole'}: ${SENTENCES[problem.code](problem)}${found}${hint}`
}
