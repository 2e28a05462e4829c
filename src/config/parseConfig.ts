import * as v from 'valibot'
import { nearestWord } from './nearest'
import { type ConfigProblem, type ProblemCode, pathTo, quoteValue } from './problem'
import { configSchema } from './schema'
import { findShapeProblems } from './shape'
import { type SiteConfig, siteConfigOf } from './siteConfig'

/** What became of a configuration: `config` is null exactly when there are problems. */
export interface ParsedConfig {
  readonly config: SiteConfig | null
  readonly problems: readonly ConfigProblem[]
  readonly warnings: readonly ConfigProblem[]
}

const pathOf = (issue: v.BaseIssue<unknown>, from = '') => (issue.path ?? []).reduce((path, item) => pathTo(path, item.key), from)

const ofSchema = (issue: v.BaseIssue<unknown>, path: string): ConfigProblem => {
  const received = quoteValue(issue.input)
  if (issue.input === undefined && path !== '') return { path, code: 'required' }
  if (issue.type === 'picklist') {
    const known = (issue.expected ?? '').match(/[\w-]+/g) ?? []
    const suggestion = typeof issue.input === 'string' ? nearestWord(issue.input, known) : undefined
    return { path, code: 'choice', expected: known.join(', '), received, ...(suggestion !== undefined && { suggestion }) }
  }
  const expected = (issue.issues ?? [issue]).map(({ expected }) => (expected ?? '').toLowerCase())
  return { path, code: 'type', expected: [...new Set(expected)].join(', '), received }
}

const toProblems = (issue: v.BaseIssue<unknown>, parent = ''): ConfigProblem[] => {
  const path = pathOf(issue, parent)
  if (issue.kind === 'schema') {
    // A value of several possible shapes: where one shape fits so far, only what is wrong inside it helps.
    const inside = (issue.issues ?? []).filter(({ path }) => path !== undefined)
    return inside.length > 0 ? inside.flatMap(each => toProblems(each, path)) : [ofSchema(issue, path)]
  }
  // Our own checks: the message is the code and what was expected (values.ts).
  const [code, expected] = issue.message.split(/:(.*)/s) as [ProblemCode, string?]
  const value = issue.path ? issue.path.at(-1)?.value : issue.input
  const isContainer = (typeof value === 'object' && value !== null) || code === 'required'
  return [{ path, code, ...(expected && { expected }), ...(!isContainer && { received: quoteValue(value) }) }]
}

const isWithin = (path: string, parent: string) =>
  parent === '' || (path.startsWith(parent) && /^([.[]|$)/.test(path.slice(parent.length)))

/**
 * Checks what was read from `config.json` and applies the defaults. Tells every problem at once; unknown keys are
 * warnings. Never throws.
 */
export const parseConfig = (input: unknown): ParsedConfig => {
  const shape = findShapeProblems(input)
  const result = v.safeParse(configSchema, input)
  const found = (result.issues ?? []).flatMap(issue => toProblems(issue))
  const isNews = ({ path, code }: ConfigProblem, index: number) =>
    found.findIndex(other => other.path === path && other.code === code) === index &&
    // What is missing in a list that should have been an object follows from that.
    !shape.problems.some(list => isWithin(path, list.path))
  const problems = [...shape.problems, ...found.filter(isNews)]
  const config = result.success && problems.length === 0 ? siteConfigOf(result.output) : null
  return { config, problems, warnings: shape.warnings }
}
