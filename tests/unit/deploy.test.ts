import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fillHashes } from '../../deploy/fillHashes.mjs'
import { policyOf } from '../support/browser/policy'

const read = (path: string) => readFileSync(path, 'utf8')
const nginx = read('deploy/nginx.conf')
const docs = read('docs/deploy.md')

/** The directives of a piece of nginx's configuration, a line each. */
const directivesIn = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('#'))
/** What differs by host, and the policy, which the page itself brings where it was configured. */
const ofTheHost = /^(?:listen|server_name|server_tokens|root)\b|^add_header Content-Security-Policy/
const withoutHost = (text: string) => directivesIn(text).filter(line => !ofTheHost.test(line))

describe('the image', () => {
  const html = '<!doctype html><html><head><script>one</script><style>p {}</style></head><body><script>two</script></body></html>'
  const places = [...new Set(Array.from(nginx.matchAll(/\$\{(\w+)\}/g), ([, name]) => name!))]

  it('sends the policy of the configuration that it is told the hosts of', () => {
    const environment: Record<string, string> = {
      API_ORIGINS: 'https://api.test',
      LOGIN_ORIGINS: 'https://login.test',
      IMAGE_ORIGINS: 'https://cdn.test',
      FRAME_ANCESTORS: "'self'",
    }
    const filled = fillHashes(nginx, html).replace(/\$\{(\w+)\}/g, (_, name: string) => environment[name] ?? '')
    const [, sent] = /Content-Security-Policy "([^"]*)" always;/.exec(filled) ?? []
    const config = {
      apiUrl: 'https://api.test/v1',
      logo: 'https://cdn.test/logo.svg',
      auth: { mode: 'oidc', issuer: 'https://login.test/realms/x', clientId: 'page' },
    }
    expect(sent).toBe(policyOf(config, 'header', html).headers?.['Content-Security-Policy'])
  })

  it('can be told each of them, and starts without', () => {
    const dockerfile = read('deploy/Dockerfile')
    const [, filter = '^$'] = /NGINX_ENVSUBST_FILTER="([^"]+)"/.exec(dockerfile) ?? []
    for (const name of places) {
      expect(dockerfile).toMatch(new RegExp(`(?:ENV|^) +${name}="`, 'm'))
      expect(name).toMatch(new RegExp(filter))
      expect(docs).toContain(`\`${name}\``)
    }
  })

  it('drops none of its headers in a location', () => {
    const [, locations] = nginx.split(/(?=location \/ )/)
    expect(locations).toContain('try_files')
    expect(locations).not.toContain('add_header')
  })
})

describe('the server of published files', () => {
  const published = read('deploy/published.nginx.conf')

  it('does what the documentation says of any host, and more for files that others read', () => {
    const [, docsServer = ''] = /```nginx\n[\s\S]*?(server \{[\s\S]*?)```/.exec(docs) ?? []
    const own = withoutHost(published.slice(published.indexOf('server {')))
    const lacks = withoutHost(docsServer).filter(line => !own.includes(line) && !/^(?:gzip_types|location ~)/.test(line))
    expect(lacks).toEqual([])
    expect(published).toContain('text/calendar ics;')
  })

  it('sends no policy that what stands in the pages would break, since that changes with each round', () => {
    expect(published).not.toMatch(/(?:script|style|default)-src/)
    expect(published).toContain('frame-ancestors')
  })
})

describe('nginx in the documentation', () => {
  const blocks = Array.from(docs.matchAll(/```nginx\n([\s\S]*?)```/g), ([, text]) => text!)
  const [atRoot = '', maps = '', belowPath = '', ...others] = blocks
  const asAtRoot = (text: string) => text.replaceAll('/status/', '/')
  const redirect = /location = \/status \{[^}]*\}\n/

  it('does at the root of a host what the image does', () => {
    expect(withoutHost(atRoot)).toEqual(withoutHost(nginx))
    expect(directivesIn(atRoot)).toContain(`add_header Content-Security-Policy "frame-ancestors 'self'" always;`)
  })

  it('does the same below a path', () => {
    expect(maps + belowPath).not.toMatch(/(?<!\/status|\$uri)\/\(?(?:assets|index\.html|scs-status)/)
    const [ofTheImage = ''] = nginx.split('server {')
    expect(directivesIn(asAtRoot(maps))).toEqual(directivesIn(ofTheImage))
    const served = withoutHost(nginx.slice(nginx.indexOf('server {'))).filter(line => !/^(?:server|gzip)/.test(line))
    // Headers stand in the location, whose closing brace is that of the server at the root.
    expect(withoutHost(asAtRoot(belowPath.replace(redirect, ''))).sort()).toEqual(served.slice(0, -1).sort())
    expect(directivesIn(belowPath)).toContain(`add_header Content-Security-Policy "frame-ancestors 'self'" always;`)
  })

  it('redirects the path without its slash, and gives the API no fallback', () => {
    expect(directivesIn(redirect.exec(belowPath)?.[0] ?? '')).toContain('return 301 /status/$is_args$args;')
    expect(others).toHaveLength(1)
    expect(others[0]).not.toContain('try_files')
  })
})
