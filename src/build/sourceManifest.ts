import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Where the size budgets find it (.size-limit.js). */
const PLACE = '.cache/manifest.json'

/** Vite's list of the sources and their files, beside the build and not in it: what is in `dist/` is published. */
export function sourceManifest(): Plugin {
  let root = '.'
  return {
    name: 'scs-status:source-manifest',
    apply: 'build',
    config: () => ({ build: { manifest: true } }),
    configResolved(config) {
      root = config.root
    },
    async writeBundle({ dir = 'dist' }) {
      const folder = join(dir, '.vite')
      const target = join(root, PLACE)
      await mkdir(dirname(target), { recursive: true })
      await copyFile(join(folder, 'manifest.json'), target)
      await rm(folder, { recursive: true })
    },
  }
}
