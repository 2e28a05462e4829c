// npm run configure -- config.yaml [--out dist]: checks a configuration and puts it, with the policy that follows from it, into a build.
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { manifestOf, withHead } from './documentHead'
import { checkConfigFile, messageOf } from './configFile'
import { contentPolicy, withPolicy } from './contentPolicy'
import { withConfig } from './inlineConfig'
import { copyReferencedFiles, MANIFEST } from './referencedFiles'
import type { SiteConfig } from '@/config/siteConfig'
import { isIssuer } from '@/config/url'

const USAGE = `Usage: npm run configure -- FILE [--out FOLDER]

Checks a configuration (YAML, or JSON if it is named .json) and writes it into the pages of a build,
which then need not ask for it, and as config.json beside them, with the logo and the Markdown files
that it names and that lie beside it. What search engines, previews and home screens are told goes into
the head, and into manifest.webmanifest. The Content-Security-Policy that follows from it goes into the
pages of the build, and is printed for hosts that send it as a header.

  --out FOLDER       the build (default: dist)
  --connect ADDRESS  a further host that the page may ask, such as where an OpenID provider has its
                     token endpoint, if that is not the issuer's; may be given several times
  --no-policy        leaves the policy out of the pages

Exit code: 0 written, 1 the configuration is not valid, 2 wrong usage, or a file or folder cannot be used.
`
const INVALID = 1
const UNUSABLE = 2

/** Where the command writes. */
export interface Output {
  readonly out: (text: string) => unknown
  readonly err: (text: string) => unknown
}
const terminal: Output = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
}

const readArguments = (args: string[], complain: (lines: readonly string[]) => unknown) => {
  try {
    const options = {
      out: { type: 'string', default: 'dist' },
      connect: { type: 'string', multiple: true, default: [] as string[] },
      policy: { type: 'boolean', default: true },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, allowNegative: true })
    const [file, ...others] = positionals
    if (values.help) return 'help'
    if (file === undefined || others.length > 0) throw new Error('Name exactly one configuration file.')
    const { connect, policy } = values
    const strange = connect.find(address => !isIssuer(address))
    if (strange !== undefined) throw new Error(`--connect ${strange}: must be an address such as https://login.example.org`)
    return { file: resolve(file), name: file, out: resolve(values.out), outName: values.out, connect, policy }
  } catch (error) {
    complain([messageOf(error), '', USAGE.trimEnd()])
    return 'wrong'
  }
}

/** The pages of a build, of which the second is a copy of the first that some hosts answer unknown paths with. */
const PAGES = ['index.html', '404.html']
const readPage = (folder: string, page: string) => readFile(join(folder, page), 'utf8').catch(() => null)

/** Puts head, configuration and policy into the pages, or takes the policy out of them; answers their names. */
const writePages = async (input: unknown, config: SiteConfig, policy: string | null, folder: string): Promise<string[]> => {
  const written: string[] = []
  for (const page of PAGES) {
    const html = await readPage(folder, page)
    if (html === null) continue
    const changed = withPolicy(withConfig(withHead(html, config), input), policy)
    if (changed === html) continue
    await writeFile(join(folder, page), changed)
    written.push(page)
  }
  return written
}

const configure = async (args: string[], { out: print, err }: Output): Promise<number> => {
  const complain = (lines: readonly string[]) => err(`${lines.join('\n')}\n`)
  const given = readArguments(args, complain)
  if (given === 'help') print(USAGE)
  if (typeof given === 'string') return given === 'help' ? 0 : UNUSABLE
  const { file, name, out, outName, connect } = given

  const { config, input, isUnreadable, errors, warnings } = await checkConfigFile(file, name)
  if (warnings.length > 0) complain(warnings.map(warning => `warning: ${warning}`))
  if (config === null) {
    complain(errors)
    return isUnreadable ? UNUSABLE : INVALID
  }
  const html = await readPage(out, 'index.html')
  if (html === null) {
    complain([
      `${outName} is not a build, because it holds no index.html: run "npm run build" first, or name the build with --out.`,
    ])
    return UNUSABLE
  }
  const files = await copyReferencedFiles(config, dirname(file), out)
  await writeFile(join(out, 'config.json'), `${JSON.stringify(input, null, 2)}\n`)
  await writeFile(join(out, MANIFEST), `${JSON.stringify(manifestOf(config), null, 2)}\n`)
  if (files.warnings.length > 0) complain(files.warnings.map(warning => `warning: ${warning}`))
  const policy = contentPolicy({ html, config, connect })
  const pages = await writePages(input, config, given.policy ? policy : null, out)
  print(`Written: ${['config.json', MANIFEST, ...files.copied, ...pages].map(each => join(outName, each)).join(', ')}\n`)
  print(`\nThe policy of this build, for hosts that send it as a header (frame-ancestors is theirs to add):\n${policy}\n`)
  return 0
}

/** @returns the exit code that the usage explains; what cannot be used is told, never thrown */
export const main = (args: string[], output: Output = terminal): Promise<number> =>
  configure(args, output).catch((error: unknown) => {
    output.err(`${messageOf(error)}\n`)
    return UNUSABLE
  })
