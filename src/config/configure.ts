// npm run configure -- config.yaml [--out dist]: checks a configuration and puts it into a build.
import { stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfigFile } from './configFile'
import { describeProblem } from './describeProblem'
import { parseConfig } from './parseConfig'
import { copyReferencedFiles } from './referencedFiles'

const USAGE = `Usage: npm run configure -- FILE [--out FOLDER]

Checks a configuration (YAML, or JSON if it is named .json) and writes it as config.json into a build,
with the logo and the Markdown files that it names and that lie beside it.

  --out FOLDER   the build (default: dist)

Exit code: 0 written, 1 the configuration is not valid, 2 wrong usage, or a file or folder cannot be used.
`
const INVALID = 1
const UNUSABLE = 2

const complain = (lines: readonly string[]) => process.stderr.write(`${lines.join('\n')}\n`)
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const readArguments = (args: string[]) => {
  try {
    const options = { out: { type: 'string', default: 'dist' }, help: { type: 'boolean', short: 'h', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...others] = positionals
    if (values.help) return 'help'
    if (file === undefined || others.length > 0) throw new Error('Name exactly one configuration file.')
    return { file: resolve(file), name: file, out: resolve(values.out), outName: values.out }
  } catch (error) {
    complain([messageOf(error), '', USAGE.trimEnd()])
    return 'wrong'
  }
}

const configure = async (args: string[]): Promise<number> => {
  const given = readArguments(args)
  if (given === 'help') process.stdout.write(USAGE)
  if (typeof given === 'string') return given === 'help' ? 0 : UNUSABLE
  const { file, name, out, outName } = given

  const read = await readConfigFile(file).catch((error: unknown) => ({ unreadable: messageOf(error) }))
  if ('unreadable' in read) {
    complain([`${name} cannot be read: ${read.unreadable}`])
    return UNUSABLE
  }
  if ('errors' in read) {
    complain(read.errors.map(error => `${name}:${error}`))
    return INVALID
  }
  const { config, problems, warnings } = parseConfig(read.input)
  if (warnings.length > 0) complain(warnings.map(warning => `warning: ${describeProblem(warning)}`))
  if (config === null) {
    complain([`${name} is not valid:`, ...problems.map(problem => `  ${describeProblem(problem)}`)])
    return INVALID
  }
  if (!(await stat(join(out, 'index.html')).catch(() => null))) {
    complain([
      `${outName} is not a build, because it holds no index.html: run "npm run build" first, or name the build with --out.`,
    ])
    return UNUSABLE
  }
  const files = await copyReferencedFiles(config, dirname(file), out)
  await writeFile(join(out, 'config.json'), `${JSON.stringify(read.input, null, 2)}\n`)
  if (files.warnings.length > 0) complain(files.warnings.map(warning => `warning: ${warning}`))
  process.stdout.write(`Written: ${['config.json', ...files.copied].map(each => join(outName, each)).join(', ')}\n`)
  return 0
}

process.exitCode = await configure(process.argv.slice(2)).catch((error: unknown) => {
  complain([messageOf(error)])
  return UNUSABLE
})
