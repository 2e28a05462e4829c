// node src/run.mjs deploy/fillHashes.mjs, after a build: nginx.conf with the hashes of what stands in the page, for the image.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { contentPolicy } from '@/build/configure/contentPolicy'

/** @type {(nginx: string, html: string) => string} */
export function fillHashes(nginx, html) {
  const policy = contentPolicy({ html, config: { providers: [], logo: null, about: [], icon: null } })
  const sourcesOf = directive => new RegExp(`${directive} ([^;]*)`).exec(policy)[1]
  return nginx.replace('@scripts@', sourcesOf('script-src')).replace('@styles@', sourcesOf('style-src'))
}

export async function main() {
  const [nginx, html] = await Promise.all(['deploy/nginx.conf', 'dist/index.html'].map(path => readFile(path, 'utf8')))
  await mkdir('.cache', { recursive: true })
  await writeFile('.cache/nginx.conf', fillHashes(nginx, html))
}
