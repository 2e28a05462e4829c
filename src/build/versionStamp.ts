import { execFileSync } from 'node:child_process'
import type { Plugin } from 'vite'
import { version } from './cli/toolSetup.mjs'

/**
 * What a build is called: name, version and commit, as in `SCS Status 1.0.0 (0a1b2c3d4e)`. A build without the history, in an image say,
 * takes the commit from `SCS_STATUS_COMMIT`; without either there is none.
 */
export function versionText(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const commit = environment.SCS_STATUS_COMMIT ?? commitOfHistory()
  return `SCS Status ${version}${commit ? ` (${commit})` : ''}`
}

function commitOfHistory(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], {
      cwd: new URL('.', import.meta.url),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}

/** Stamps the build into the page's head, where its legend reads it: script files stay the same from commit to commit. */
export const versionStamp = (): Plugin => ({
  name: 'scs-status:version',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'generator', content: versionText() }, injectTo: 'head' }],
})
