import { createHash } from 'node:crypto'
import type { SiteConfig } from '@/config/siteConfig'
import { atHead } from './markup'
import { logosOf } from './referencedFiles'

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi
const META = /\s*<meta http-equiv="Content-Security-Policy" content="[^"]*" \/>/g

interface PolicyOptions {
  /** The built index.html: what stands in it is allowed by its hash, which changes with every build. */
  readonly html: string
  readonly config: Pick<SiteConfig, 'providers' | 'logo' | 'about' | 'icon'>
  /** Addresses of further hosts that the page may ask, such as where an OpenID provider has its token endpoint. */
  readonly connect?: readonly string[]
}

/**
 * The strictest Content-Security-Policy (level 3, with Trusted Types) under which the page works: own files, no eval, no script or style
 * in HTML but hashed, and requests to the APIs, the OpenID providers and the own host alone. Who may put the page into a frame is not
 * said: only a header can, and the host decides.
 */
export function contentPolicy({ html, config: { providers, logo, about, icon }, connect = [] }: PolicyOptions): string {
  const configs = providers.map(({ config }) => config)
  const issuers = configs.flatMap(({ auth: { mode, issuer } }) => (mode === 'oidc' && issuer !== null ? [issuer] : []))
  const snapshots = configs.flatMap(({ snapshot, snapshotUrl }) => (snapshot === 'off' ? [] : [snapshotUrl]))
  const apis = configs.flatMap(({ snapshot, apiUrl }) => (snapshot === 'only' ? [] : [apiUrl]))
  const asked = [...apis, ...snapshots, ...issuers, ...about.flatMap(({ source }) => source ?? []), ...connect]
  const scripts = [...html.matchAll(SCRIPT)].filter(([, attributes = '']) => !/\bsrc=|type="application\/json"/i.test(attributes))
  const styles = [...html.matchAll(STYLE)]
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts.map(([, , text = '']) => hashOf(text))],
    'style-src': ["'self'", ...styles.map(([, text = '']) => hashOf(text))],
    // The icon of the tab is drawn by the page.
    'img-src': ["'self'", 'data:', ...originsOf([...logosOf(logo), ...(icon === null ? [] : [icon])])],
    'connect-src': ["'self'", ...originsOf(asked)],
    'manifest-src': ["'self'"],
    // A login is renewed in a frame, which comes back to the page.
    ...(issuers.length && { 'frame-src': ["'self'", ...originsOf(issuers)] }),
    // The page writes a base element, see index.html.
    'base-uri': ["'self'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['vue', 'dompurify'],
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

/** The page with this policy, or with none, in place of the one that it had of us. A page without a head has none. */
export function withPolicy(html: string, policy: string | null): string {
  const bare = html.replace(META, '')
  if (policy === null) return bare
  return atHead(bare, `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
}

// What a browser hashes has the line breaks of the parser.
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`

/** Of what has a host; everything else is the page's own. */
const originsOf = (addresses: readonly string[]) => [
  ...new Set(addresses.flatMap(address => (/^https?:/i.test(address) && URL.canParse(address) ? [new URL(address).origin] : []))),
]
