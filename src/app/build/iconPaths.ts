import * as icons from '@mdi/js'
import type { Plugin } from 'vite'

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']@mdi\/js["'];?/g

/**
 * Writes the path of an icon where it is used. All icons are one module, and a module is in one chunk only: the first view would
 * carry the icons of everything that is loaded later.
 */
export function iconPaths(): Plugin {
  return {
    name: 'scs-status:icon-paths',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('@mdi/js')) return null
      return { code: code.replace(IMPORT, (_, names: string) => constantsOf(names)), map: null }
    },
  }
}

/** `mdiCheck, mdiClose as mdiX` as constants on the same line, so that line numbers stay. */
function constantsOf(names: string): string {
  const parts = names.split(',').flatMap(part => {
    const [name, , local = name] = part.trim().split(/\s+/)
    return name ? [`${local} = ${JSON.stringify(icons[name as keyof typeof icons])}`] : []
  })
  return `const ${parts.join(', ')};`
}
