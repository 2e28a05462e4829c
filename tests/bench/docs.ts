import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { report } from './report'
import type { Results } from './results'

const FILE = 'docs/performance.md'
const END = '<!-- until here -->'

async function writeFormatted(path: string, text: string): Promise<void> {
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
}

export const writeJson = (path: string, results: Results): Promise<void> => writeFormatted(path, JSON.stringify(results))

/**
 * Puts a text into docs/performance.md, in the place of what stands between two comments.
 * @param mark what the first of them says
 */
export async function writeBetween(mark: string, text: string): Promise<void> {
  const begin = `<!-- ${mark} -->`
  const page = await readFile(FILE, 'utf8')
  const from = page.indexOf(begin) + begin.length
  const to = page.indexOf(END, from)
  if (from < begin.length || to < from) throw new Error(`${FILE} has no place for it: ${begin} … ${END}`)
  await writeFormatted(FILE, `${page.slice(0, from)}\n\n${text}\n${page.slice(to)}`)
}

/** Puts what was measured into docs/performance.md, and as JSON beside the benchmark. */
export async function writeDocs(results: Results): Promise<void> {
  await writeBetween('What npm run bench -- --docs measured', report(results, 'markdown'))
  await writeJson('tests/bench/results.json', results)
}
