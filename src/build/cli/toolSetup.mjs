import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const at = path => fileURLToPath(new URL(path, root))

/** Of this package. */
export const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')))

/** How TypeScript that runs in Node is compiled, wherever it is started: by src/run.mjs, by `bin`, and in the build of the command. */
export const toolSetup = {
  resolve: { alias: { '@': at('src'), '#h': at('src/cli/html.ts') } },
  // The pieces of the status (statusView), in whatever they are: calls of the `h` that they import from `#h`.
  oxc: { jsx: { runtime: /** @type {const} */ ('classic'), pragma: 'h', development: false } },
  // What is a constant there.
  define: { __SCS_STATUS_VERSION__: JSON.stringify(version) },
}

/** Imports a TypeScript module of this project on a Node that cannot read TypeScript (20). The path is absolute. */
export async function importTool(path) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(path, { ...toolSetup, configFile: false, logLevel: 'error' })
  return module
}
