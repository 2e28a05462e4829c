#!/usr/bin/env node
// The command: as `npm run build:cli` made it, else from its sources, which takes the packages of development.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../build/scs-status.mjs', import.meta.url)
const load = async () => {
  if (existsSync(built)) return import(built.href)
  const { importTool } = await import('../src/build/cli/toolSetup.mjs')
  return importTool(fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)))
}
const { main } = await load()
process.exitCode = await main(process.argv.slice(2))
