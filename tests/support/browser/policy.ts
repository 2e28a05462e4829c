import { readFileSync } from 'node:fs'
import { contentPolicy, withPolicy } from '@/build/configure/contentPolicy'
import { parseConfig } from '@/config/parseConfig'

/** How the host brings the policy: as a header, or in the page itself. */
export type PolicyPlace = 'header' | 'page'

interface HostSetting {
  readonly headers?: Record<string, string>
  readonly files?: Record<string, string>
}

/** The policy of the build in dist/, as `npm run configure` makes it of the same configuration, and what the host does with it. */
export function policyOf(input: unknown, place: PolicyPlace, html = readFileSync('dist/index.html', 'utf8')): HostSetting {
  const { config } = parseConfig(input)
  if (config === null) throw new Error('A policy needs a valid configuration.')
  const policy = contentPolicy({ html, config })
  return place === 'header'
    ? { headers: { 'Content-Security-Policy': `${policy}; frame-ancestors 'self'` } }
    : { files: { 'index.html': withPolicy(html, policy) } }
}

/** An init script: what the policy forbids is told on the console, where every test finds it. */
export function tellViolations() {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    // eslint-disable-next-line no-console -- where the guard looks
    console.error(`policy violation: ${effectiveDirective} ${blockedURI} ${sample}`),
  )
}
