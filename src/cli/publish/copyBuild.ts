import { cp } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { MANIFEST } from '@/build/configure/referencedFiles'

/** What each round writes by itself. */
const WRITTEN = ['index.html', '404.html', 'config.json', MANIFEST]

/** Copies a build beside what is published from it; files of older builds stay, since pages that are still open ask for them. */
export async function copyBuild(build: string, out: string): Promise<void> {
  const root = resolve(build)
  await cp(root, resolve(out), {
    recursive: true,
    preserveTimestamps: true,
    filter: path => !WRITTEN.includes(relative(root, path).split(sep).join('/')),
  })
}
