import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { type BrokenJsonReason, locateJsonError } from '@/config/locateJsonError'

/** What a configuration file holds, or the places where it is broken, as sentences that begin with `line:column`. */
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
    return { errors: [`1:1 ${error instanceof Error ? error.message : String(error)}`] }
  }
}

/** Reads a configuration as JSON (`.json`) or YAML (any other name); throws only if the file cannot be read. */
export const readConfigFile = async (path: string): Promise<ConfigFile> => {
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  return extname(path).toLowerCase() === '.json' ? parseJson(text) : parseYaml(text)
}
