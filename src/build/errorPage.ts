import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** `404.html`, a copy of the page: many static hosts answer unknown paths with it, so deep links work there without any setting. */
export function errorPage(): Plugin {
  let outDir = 'dist'
  return {
    name: 'scs-status:error-page',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    closeBundle: () => copyFile(join(outDir, 'index.html'), join(outDir, '404.html')),
  }
}
