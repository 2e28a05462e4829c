import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { type BrokenJsonReason, locateJsonError } from '@/config/locateJsonError'
import { parseConfig } from '@/config/parseConfig'
import { describeProblem } from './describeProblem'

/** What is written in a configuration file, or the places where it is broken, as sentences that begin with `line:column`. */
type ConfigFile = { readonly input: unknown } | { readonly errors: readonly string[] }

const REASONS: Readonly<Record<BrokenJsonReason, string>> = {
  empty: 'the file is empty',
  end: 'the file ends in the middle: a quote, bracket or value is missing',
  comment: 'JSON allows no comments; use a .yaml file for them',
  quotes: 'names and texts need straight double quotes',
  trailingComma: 'no comma may follow the last entry',
  missingComma: 'a comma is missing before this',
  colon: 'a colon is missing after the name',
  string: 'a text must not hold line breaks, tabs or an unknown backslash sequence; or its closing quote is missing',
  unexpected: 'nothing like this may stand here',
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const parseJson = (text: string): ConfigFile => {
  const error = locateJsonError(text)
  if (error) return { errors: [`${error.line}:${error.column} ${REASONS[error.reason]}`] }
  return { input: JSON.parse(text) as unknown }
}

const parseYaml = (text: string): ConfigFile => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const errors = [...document.errors, ...document.warnings].map(({ pos, message }) => {
    const { line, col } = lineCounter.linePos(pos[0])
    return `${line}:${col} ${message}`
  })
  if (errors.length > 0) return { errors }
  try {
    return { input: document.toJS() as unknown }
  } catch (error) {
    // An alias without its anchor, or aliases that would blow up.
    return { errors: [`1:1 ${messageOf(error)}`] }
  }
}

/**
 * Reads a configuration, as JSON (`.json`) or YAML (any other name), and checks it. Why it cannot be used, and what of it nobody reads,
 * are lines for a terminal; nothing is thrown.
 * @param name what the person at the terminal calls it
 * @param complete adds what need not stand in the file
 */
export async function checkConfigFile(path: string, name = path, complete = (input: unknown): unknown => input) {
  const unusable = { config: null, input: undefined, isUnreadable: false, warnings: [] }
  const read = await readFile(path, 'utf8').catch((error: unknown) => ({ unreadable: messageOf(error) }))
  if (typeof read !== 'string') return { ...unusable, isUnreadable: true, errors: [`${name} cannot be read: ${read.unreadable}`] }
  const parsed = (extname(path).toLowerCase() === '.json' ? parseJson : parseYaml)(read.replace(/^\uFEFF/, ''))
  if ('errors' in parsed) return { ...unusable, errors: parsed.errors.map(error => `${name}:${error}`) }
  const input = complete(parsed.input)
  const { config, problems, warnings } = parseConfig(input)
  const errors = config ? [] : [`${name} is not valid:`, ...problems.map(problem => `  ${describeProblem(problem)}`)]
  return { config, input, isUnreadable: false, errors, warnings: warnings.map(describeProblem) }
}
