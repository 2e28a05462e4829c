// Runs a TypeScript tool of this project on a Node that cannot read TypeScript (20): node src/run.mjs FILE [arguments]
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file, ...rest] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(file), ...rest]
const { module } = await runnerImport(resolve(file), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': resolve('src'), '#h': resolve('src/cli/html.ts') } },
  oxc: { jsx: { runtime: 'classic', pragma: 'h', development: false } },
})
// A tool that exports `main` takes its arguments there, and answers its exit code.
if (module.main) process.exitCode = await module.main(rest)
