import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { report } from './report'
import type { Results } from './results'

const FILE = 'docs/performance.md'
const BEGIN = '<!-- What npm run bench -- --docs measured -->'
const END = '<!-- until here -->'

async function writeFormatted(path: string, text: string): Promise<void> {
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
}

export const writeJson = (path: string, results: Results): Promise<void> => writeFormatted(path, JSON.stringify(results))

/** Puts what was measured between two comments of docs/performance.md, and as JSON beside the benchmark. */
export async function writeDocs(results: Results): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  const [from, to] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)]
  if (from < BEGIN.length || to < from) throw new Error(`${FILE} has no place for it: ${BEGIN} … ${END}`)
  await writeFormatted(FILE, `${text.slice(0, from)}\n\n${report(results, 'markdown')}\n${text.slice(to)}`)
  await writeJson('tests/bench/results.json', results)
}
