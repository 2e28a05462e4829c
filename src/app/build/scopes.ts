import { createHash } from 'node:crypto'

/** What marks the elements and the styles of a single-file component, by its path: first paint draws the same elements. */
export const scopeOf = (file: string): string =>
  createHash('sha256')
    .update(file.replaceAll('\\', '/').replace(/^.*\/src\//, 'src/'))
    .digest('hex')
    .slice(0, 8)
