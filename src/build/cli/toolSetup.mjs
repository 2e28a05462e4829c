import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const at = path => fileURLToPath(new URL(path, root))
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

/** What is a constant in what runs in Node: the version of this package. */
export const toolConstants = { __SCS_STATUS_VERSION__: JSON.stringify(version) }

/** How TypeScript that runs in Node is compiled, wherever it is started: by src/run.mjs, by `bin`, and in the build of the command. */
export const toolSetup = {
  resolve: { alias: { '@': at('src'), '#h': at('src/cli/html.ts') } },
  oxc: { jsx: { runtime: /** @type {const} */ ('classic'), pragma: 'h', development: false } },
  define: toolConstants,
}

/** Imports a TypeScript module of this project on a Node that cannot read TypeScript (20). The path is absolute. */
export async function importTool(path) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(path, { ...toolSetup, configFile: false, logLevel: 'error' })
  return module
}
