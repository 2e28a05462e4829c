// Runs a TypeScript tool of this project on a Node that cannot read TypeScript (20): node src/run.mjs FILE [arguments]
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file, ...rest] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(file), ...rest]
await runnerImport(resolve(file), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': resolve('src') } },
})
