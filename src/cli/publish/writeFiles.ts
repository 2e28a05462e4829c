import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { leavesByLink } from '@/build/configure/referencedFiles'

/** What the rounds before have written: what is not written again is removed, and nothing else ever is. */
const LEDGER = 'published-files.json'

/**
 * Writes files below a folder so that nobody who loads them meanwhile sees half of one: each is complete before it has its name, and
 * the last of the map comes last. What says the same stays untouched. What an earlier round wrote and this one does not goes at the end.
 * @throws where something cannot be written, or would lie outside the folder
 */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const before = await readLedger(folder)
  for (const [name, text] of files) await replaceFile(folder, name, text)
  await replaceFile(folder, LEDGER, JSON.stringify([...files.keys()]))
  for (const name of before) if (!files.has(name)) await remove(folder, name)
}

async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  const target = await placeOf(folder, name)
  if ((await readFile(target, 'utf8').catch(() => null)) === text) return
  await mkdir(dirname(target), { recursive: true })
  const draft = join(dirname(target), `.${process.pid}.tmp`)
  try {
    await writeFile(draft, text)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function remove(folder: string, name: string): Promise<void> {
  const target = await placeOf(folder, name).catch(() => null)
  if (!target || !(await lstat(target).catch(() => null))?.isFile()) return
  await rm(target)
  // The folder of an incident held nothing else.
  if (dirname(target) !== resolve(folder)) await rmdir(dirname(target)).catch(() => undefined)
}

async function placeOf(folder: string, name: string): Promise<string> {
  const root = resolve(folder)
  const target = resolve(root, name)
  const way = relative(root, target)
  if (!way || way.split(sep)[0] === '..' || resolve(root, way) !== target || (await leavesByLink(target, root)))
    throw new Error(`${name} would lie outside of ${folder}`)
  return target
}

/** Somebody may have written anything into it. */
async function readLedger(folder: string): Promise<readonly string[]> {
  try {
    const names = JSON.parse(await readFile(join(folder, LEDGER), 'utf8')) as unknown
    return Array.isArray(names) ? names.filter(name => typeof name === 'string') : []
  } catch {
    return []
  }
}
