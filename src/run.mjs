// Runs a TypeScript tool of this project on a Node that cannot read TypeScript (20): node src/run.mjs FILE [arguments]
import { resolve } from 'node:path'
import { importTool } from './build/cli/toolSetup.mjs'

const [file, ...rest] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(file), ...rest]
const { main } = await importTool(resolve(file))
// A tool that exports `main` takes its arguments there, and answers its exit code.
if (main) process.exitCode = await main(rest)
