import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentPolicy, withPolicy } from '@/build/configure/contentPolicy'
import type { ConfigInput } from '@/config/schema'
import { buildSite } from '../../../support/config'

const SCRIPT = "\n  start('here')\n"
const html = (head = '') => `<!doctype html><html><head>${head}<title>x</title></head><body></body></html>`
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The policy by its directives. */
function directivesOf(config: Partial<ConfigInput>, { head = '', connect = [] as string[] } = {}) {
  const policy = contentPolicy({ html: html(head), config: buildSite(config), connect })
  return Object.fromEntries(policy.split('; ').map(part => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]))
}

describe('the policy', () => {
  it('of a page with an API of its own host allows nothing but that host', () => {
    expect(directivesOf({ apiUrl: '/api' })).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'self'",
      'form-action': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'vue dompurify',
    })
  })

  it('lets the page ask for the published files, and where they are all that it asks for, not for the API', () => {
    const asked = (snapshot: ConfigInput['snapshot']) =>
      directivesOf({ apiUrl: 'https://api.test', snapshot, snapshotUrl: 'https://files.test/snapshot.json' })['connect-src']
    expect(asked('off')).toBe("'self' https://api.test")
    expect(asked('fallback')).toBe("'self' https://api.test https://files.test")
    expect(asked('only')).toBe("'self' https://files.test")
  })

  it('allows what stands in the page by its hash, as a browser reads it, and what is no script not at all', () => {
    const data = '<script type="application/json" id="scs-config">{}</script>'
    const head = `<script>${SCRIPT.replaceAll('\n', '\r\n')}</script><script type="module">1</script>${data}<script src="x.js"></script><style>p {}</style>`
    const { 'script-src': scripts, 'style-src': styles } = directivesOf({ apiUrl: '/api' }, { head })
    expect(scripts).toBe(`'self' ${hash(SCRIPT)} ${hash('1')}`)
    expect(styles).toBe(`'self' ${hash('p {}')}`)
  })

  it('names the hosts of the API, the provider and what the page shows, each once', () => {
    const directives = directivesOf(
      {
        apiUrl: 'https://api.test:8443/v1',
        logo: { light: 'https://cdn.test/light.svg', dark: 'logo.svg' },
        about: [
          { path: 'a', title: 'A', source: 'https://texts.test/a.md' },
          { path: 'b', title: 'B', source: 'b.md' },
        ],
        auth: { mode: 'oidc', issuer: 'https://login.test/realms/x', clientId: 'page' },
      },
      { connect: ['https://tokens.test', 'https://login.test/other'] },
    )
    expect(directives['connect-src']).toBe(
      "'self' https://api.test:8443 https://login.test https://texts.test https://tokens.test",
    )
    expect(directives['img-src']).toBe("'self' data: https://cdn.test")
    expect(directives['frame-src']).toBe("'self' https://login.test")
  })

  it('names the hosts of every provider, and of an issuer only where it is in use', () => {
    const directives = directivesOf({
      providers: [
        { id: 'a', name: 'A', apiUrl: 'https://a.test/x', auth: { mode: 'token', issuer: 'https://unused.test' } },
        { id: 'b', name: 'B', apiUrl: 'https://b.test', auth: { mode: 'oidc', issuer: 'https://login.test', clientId: 'x' } },
        { id: 'c', name: 'C', apiUrl: 'demo' },
      ],
    })
    expect(directives['connect-src']).toBe("'self' https://a.test https://b.test https://login.test")
    expect(directives['frame-src']).toBe("'self' https://login.test")
  })
})

describe('the page with its policy', () => {
  const charset = '<meta charset="utf-8" />'

  it('has it before everything but its encoding, and only once', () => {
    const once = withPolicy(html(charset), "default-src 'none'")
    expect(once).toContain(`${charset}\n    <meta http-equiv="Content-Security-Policy" content="default-src 'none'" /><title>`)
    expect(withPolicy(once, "default-src 'self'")).toBe(withPolicy(html(charset), "default-src 'self'"))
    expect(withPolicy(once, null)).toBe(html(charset))
  })

  it('has it first of all where no encoding is said', () =>
    expect(withPolicy(html(), 'x')).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/))
})
