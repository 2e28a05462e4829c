import { copyFile, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Config } from '@/config/schema'

/** What `configure` writes for home screens. */
export const MANIFEST = 'manifest.webmanifest'

const OF_THE_BUILD = [
  'index.html',
  '404.html',
  'config.json',
  MANIFEST,
  'config.schema.json',
  'config.example.json',
  'config.providers.example.json',
]

const isFile = (path: string) =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )

const isInside = (path: string, folder: string) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The path of a relative reference without query and fragment; null for addresses and for paths of the whole host. */
const toRelativePath = (reference: string) => {
  if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(reference)) return null
  const path = reference.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

type Named = Pick<Config, 'logo' | 'about' | 'theme' | 'image' | 'icon'>

/** The files beside the page that a configuration names: logos, the sources of its own pages, its style sheet. */
const listReferences = ({ logo, about, theme, image, icon }: Named) => [
  ...new Set([
    ...logosOf(logo),
    ...about.flatMap(({ source }) => source ?? []),
    ...[theme.css, image, icon].filter(one => one !== null),
  ]),
]

/** One, or one for light and one for dark grounds. */
export const logosOf = (logo: Config['logo']): readonly string[] =>
  logo === null ? [] : typeof logo === 'string' ? [logo] : [logo.light, logo.dark]

/** Whether a write to this path would follow a symbolic link out of the folder. */
export const leavesByLink = async (target: string, folder: string) => {
  const root = await realpath(folder)
  for (let path = target; path !== folder; path = dirname(path)) {
    const found = await lstat(path).catch(() => null)
    if (found === null) continue
    const real = await realpath(path).catch(() => '')
    return !isInside(real, root)
  }
  return false
}

/**
 * Copies the files that a configuration names relative to itself into a build, to the same place relative to the page.
 * Never writes outside `outFolder` and never over the build's own pages. Answers what was copied, and warnings.
 */
export const copyReferencedFiles = async (config: Named, configFolder: string, outFolder: string) => {
  const copied: string[] = []
  const warnings: string[] = []
  const root = resolve(outFolder)
  for (const reference of listReferences(config)) {
    const path = toRelativePath(reference)
    if (path === null) continue
    const target = resolve(root, path)
    const name = relative(root, target).replaceAll(sep, '/')
    const source = join(configFolder, path)
    if (!isInside(target, root) || path.includes('\0') || (await leavesByLink(target, root))) {
      warnings.push(`${reference}: not copied, because it would lie outside the build`)
    } else if (OF_THE_BUILD.includes(name.toLowerCase())) {
      warnings.push(`${reference}: not copied, because the build has a file of this name of its own`)
    } else if (!(await isFile(source))) {
      if (!(await isFile(target)))
        warnings.push(`${reference}: there is no such file, neither beside the configuration nor in the build`)
    } else if (resolve(source) !== target) {
      await mkdir(dirname(target), { recursive: true })
      await copyFile(source, target)
      copied.push(name)
    }
  }
  return { copied, warnings }
}
