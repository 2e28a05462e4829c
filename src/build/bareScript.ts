import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { toolSetup } from './cli/toolSetup.mjs'

/** The folder of the sources, with a slash at its end. */
export const source = fileURLToPath(new URL('../', import.meta.url))

/** How a script without Vue is built; where it has pieces of the status, they are made by an `h` for the bare DOM. */
export const bareScript: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: toolSetup.oxc,
  resolve: { alias: { '@': source.slice(0, -1), '#h': `${source}statusView/dom.ts` } },
}
