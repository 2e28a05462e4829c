import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** `404.html`, a copy of the page: many static hosts answer unknown paths with it, so deep links work there without any setting. */
export const errorPage = (): Plugin => ({
  name: 'scs-status:error-page',
  apply: 'build',
  writeBundle: ({ dir = 'dist' }) => copyFile(join(dir, 'index.html'), join(dir, '404.html')),
})
