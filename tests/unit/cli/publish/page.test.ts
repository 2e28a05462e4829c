import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, test } from 'vitest'
import { withPolicy } from '@/build/configure/contentPolicy'
import { withHead } from '@/build/configure/documentHead'
import { withConfig } from '@/build/configure/inlineConfig'
import { publishedPages } from '@/cli/publish/page'
import type { PublishedSite } from '@/cli/publish/page/document'
import type { ConfigInput } from '@/config/schema'
import { seedBelievableCloud } from '@/demo/seed'
import { uuidOf } from '@/demo/uuid'
import { buildComponent, buildData, buildImpactType, buildIncident, buildSeverity, buildUpdate } from '../../../support/builders'
import { MINUTE_MS, NOW, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { CANARY, hostileTexts } from '../../../support/hostile'
import { buildPublishedSite, publicationOf } from '../../../support/publishedSite'
import { resetServer, serve, useServer } from '../../../support/server'

useServer()
afterEach(resetServer)

/** As the build leaves it: first paint and the entry are inline scripts. */
const index = readFileSync('index.html', 'utf8')
  .replace('<meta name="viewport"', place => `<script data-first="ask">early()</script>\n    ${place}`)
  .replace(/<script type="module" src[^>]*><\/script>/, '<script type="module">entry()</script>')
  .replace('<div id="first"></div>', place => `${place}\n    <script data-first="main">draws()</script>`)

const siteOf = (config: Partial<ConfigInput> = {}, more: Partial<PublishedSite> = {}) =>
  buildPublishedSite({ apiUrl: API_URL, title: 'Cloud', timeZone: 'utc', languages: ['en'], ...config }, more)

async function publish(site = siteOf(), later = 0) {
  let now = NOW
  const publication = await publicationOf(site, () => now)
  now += later
  publication.open.clock.touch()
  return publishedPages({ ...publication, writtenAt: now }, { index, notFound: index }, site)
}

function parse(html: string) {
  const { document } = new Window({ settings: { disableJavaScriptEvaluation: true, disableJavaScriptFileLoading: true } })
  // This one would ask for it.
  document.write(html.replace(/<link rel="preload"[^>]*>/, ''))
  return document
}

const textOf = (element: { textContent: string } | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const first = async (site?: PublishedSite, later?: number) => {
  const html = (await publish(site, later)).get('index.html')!
  const document = parse(html)
  return { html, document, place: document.getElementById('first')! }
}

describe('the page of the status', () => {
  test('tells verdict, time, incidents, components with their states, bars and availability, and what is past', async () => {
    serve({ data: seedBelievableCloud(NOW) })
    const { document, place } = await first(siteOf({ components: { groupBy: 'category' } }))
    expect(textOf(place.querySelector('h1'))).toContain('Partial outage')
    expect(textOf(place.querySelector('.pub-as-of strong'))).toBe('Status of 10 Mar 2026, 12:00 UTC')
    expect([...place.querySelectorAll('h2')].map(textOf)).toEqual([
      'Ongoing incidents',
      'Maintenance',
      'Components',
      'Upcoming maintenance',
      'Past incidents',
    ])
    const rows = [...place.querySelectorAll('.st-row')]
    expect(rows).toHaveLength(17)
    for (const row of rows) {
      expect(textOf(row.querySelector('.st-word'))).not.toBe('')
      expect(textOf(row.querySelector('.pub-wide'))).toMatch(/^Availability over .+ days: [\d.]+%/)
      expect(row.querySelectorAll('.pub-bar path').length).toBeGreaterThan(0)
    }
    expect(place.querySelectorAll('details.st-group > summary h3').length).toBeGreaterThan(1)
    expect(document.title).toBe('2 components affected – Cloud')
    expect(document.documentElement.lang).toBe('en')
  })

  test('is told to previews and feed readers, with its time', async () => {
    serve()
    const { document } = await first(siteOf({ publicUrl: 'https://status.example.org/cloud', robots: 'noindex' }))
    const meta = (name: string) =>
      document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')
    expect(meta('og:title')).toBe('Cloud')
    expect(meta('og:description')).toBe('All components operational. No problem is known. Status of 10 Mar 2026, 12:00 UTC.')
    expect(meta('description')).toBe(meta('og:description'))
    expect(meta('og:url')).toBe('https://status.example.org/cloud/')
    expect(meta('robots')).toBe('noindex')
    expect([...document.querySelectorAll('link[rel=alternate]')].map(link => link.getAttribute('href'))).toEqual([
      'feed.atom',
      'feed.json',
    ])
  })

  test('has no script of first paint that draws, no word that it needs scripts, and asks early unless it never asks', async () => {
    serve()
    const { html } = await first()
    expect(html).not.toContain('draws()')
    expect(html).not.toContain('needs JavaScript')
    expect(html).toContain('early()')
    expect(html).not.toContain('preload')
    const only = (await first(siteOf({ snapshot: 'only' }))).html
    expect(only).not.toContain('early()')
    expect(only).toContain('<link rel="preload" as="fetch" href="snapshot.json" crossorigin="anonymous" />')
  })

  test('speaks the first language of the configuration', async () => {
    serve()
    const { document, place } = await first(siteOf({ languages: ['de', 'en'] }))
    expect(document.documentElement.lang).toBe('de')
    expect(textOf(place.querySelector('h2'))).toBe('Komponenten')
  })
})

describe('what is not confirmed', () => {
  test('is not fine: no state, no day of today, no word, however good it was', async () => {
    serve()
    const { document, place } = await first(siteOf(), 10 * MINUTE_MS)
    expect(textOf(place.querySelector('h1'))).toBe('Current status not confirmed')
    expect(textOf(place)).toContain('Status of 10 Mar 2026, 12:00 UTC')
    const fine = [...place.querySelectorAll('.is-operational')]
    expect(fine.filter(one => !one.closest('.pub-bar') || one.classList.contains('pub-today'))).toEqual([])
    const words = `${document.title} ${textOf(place)}`.replaceAll('Last known: Operational', '')
    expect(words).not.toMatch(/operational/i)
  })

  test('is said where nothing was ever read', async () => {
    serve({ first: [http.get(`${API_URL}/*`, () => new HttpResponse(null, { status: 500 }))] })
    const { place } = await first()
    expect(textOf(place.querySelector('h1'))).toBe('Status unknown')
    expect(place.hasAttribute('data-published')).toBe(false)
    expect(textOf(place)).toContain('The components could not be loaded.')
    expect(textOf(place)).not.toMatch(/operational/i)
  })
})

describe('what is hostile', () => {
  const texts = Object.entries(hostileTexts)
  const data = buildData({
    components: texts.map(([name, text]) =>
      buildComponent({ id: uuidOf(name), displayName: text, labels: { [text]: text, group: text } }),
    ),
    severities: texts.slice(0, 20).map(([, text], at) => buildSeverity({ displayName: text, value: at + 5 })),
    impactTypes: texts.map(([name, text]) =>
      buildImpactType({ id: uuidOf(`type ${name}`), displayName: text, description: text }),
    ),
    phases: [texts.map(([, text]) => text)],
    incidents: texts.map(([name, text], at) =>
      buildIncident({
        id: uuidOf(`incident ${name}`),
        displayName: text,
        description: text,
        beganAt: wireTime(-at * MINUTE_MS),
        endedAt: at % 2 ? null : wireTime(at * MINUTE_MS),
        phase: { generation: 1, order: at },
        affects: [{ reference: uuidOf(name), type: uuidOf(`type ${name}`), severity: at % 25 }],
      }),
    ),
    updates: Object.fromEntries(
      texts.map(([name, text]) => [uuidOf(`incident ${name}`), [buildUpdate({ displayName: text, description: text })]]),
    ),
  })

  test('adds no element, no attribute and no address', async () => {
    serve({ data })
    const pages = await publish(siteOf({ components: { groupBy: 'group' } }))
    expect(pages.size).toBe(texts.length + 2)
    for (const [name, html] of pages) {
      const document = parse(html)
      const scripts = [...document.querySelectorAll('script')].map(({ textContent }) => textContent)
      for (const script of scripts) if (!script?.startsWith('{')) expect(script ?? '', name).not.toContain(CANARY)
      const place = document.getElementById('first')!
      const within = [...place.querySelectorAll('*')]
      expect(
        within.filter(({ tagName }) => /^(SCRIPT|STYLE|IFRAME|IMG|OBJECT|FORM|BASE|META|LINK|MATH)$/i.test(tagName)),
        name,
      ).toEqual([])
      const odd = within.flatMap(element =>
        [...element.attributes].filter(
          ({ name: key, value }) =>
            /^on|^style$|^ping$|^srcdoc$/i.test(key) || (key === 'href' && !/^(\.\/|[a-z]+(\/[\w-]+\/)?$)/.test(value ?? '')),
        ),
      )
      expect(
        odd.map(({ name: key, value }) => `${key}=${value}`),
        name,
      ).toEqual([])
    }
  })
})

test('the policy of each page allows its own scripts and styles, and no others', async () => {
  serve({ data: seedBelievableCloud(NOW) })
  for (const [name, html] of await publish(siteOf({ severities: { 'Partial outage': { color: '#aa3300' } } }))) {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    const texts = [...html.matchAll(/<(script|style)(?![^>]*json)[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text = '']) => text)
    const hashes = texts.map(text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    expect([...policy.matchAll(/'sha256-[^']*'/g)].map(([hash]) => hash).sort(), name).toEqual(hashes.sort())
    expect(html, name).not.toMatch(/ style="/)
  }
})

test('a colour of the configuration is one for light and one for dark', async () => {
  serve({ data: seedBelievableCloud(NOW) })
  const { html } = await first(siteOf({ severities: { 'Partial outage': { color: '#aa3300', colorDark: '#ffaa88' } } }))
  expect(html).toContain('--severity-0:#aa3300')
  expect(html).toContain('--severity-0:#ffaa88')
  expect(html).toContain('#first .of-1{--level:var(--severity-0)}')
})

test('404.html is what configure writes: no status of any time', async () => {
  serve()
  const site = siteOf({}, { policy: false })
  const expected = withPolicy(withConfig(withHead(index, site.config), site.input), null)
  expect((await publish(site)).get('404.html')).toBe(expected)
})

describe('the page of an incident', () => {
  const data = buildData({
    incidents: [buildIncident({ endedAt: null, description: 'Volumes are **slow**.' })],
    updates: {
      [buildIncident().id]: [buildUpdate(), buildUpdate({ order: 1, displayName: '', description: 'Found it.' })],
    },
  })
  const path = `incidents/${buildIncident().id}/`

  test('tells all of it, and finds the files of the site two folders up', async () => {
    serve({ data })
    const pages = await publish(siteOf({ publicUrl: 'https://status.example.org' }))
    const document = parse(pages.get(`${path}index.html`)!)
    const place = document.getElementById('first')!
    expect(textOf(place.querySelector('h1'))).toBe('Slow volumes')
    expect([...place.querySelectorAll('.pub-updates h3')].map(textOf)).toEqual(['Investigating', 'Update 2'])
    expect(textOf(place.querySelector('[aria-current=step]'))).toBe('Investigating')
    expect(textOf(place.querySelector('tbody th'))).toBe('Compute')
    expect(document.title).toBe('Slow volumes – Cloud')
    expect(document.querySelector('base')?.getAttribute('href')).toBe('../../')
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`https://status.example.org/${path}`)
    const linked = parse(pages.get('index.html')!).querySelector('.st-incident h3 a')
    expect(linked?.getAttribute('href')).toBe(path)
  })

  test('stays as it is where the address of the page is behind a hash', async () => {
    serve({ data })
    const pages = await publish(siteOf({ routing: 'hash' }))
    expect(pages.get(`${path}index.html`)).not.toContain('entry()')
    expect(pages.get('index.html')).toContain('entry()')
  })
})

test('a template that is none is refused', async () => {
  serve()
  const site = siteOf()
  const publication = await publicationOf(site)
  expect(() => publishedPages(publication, { index: '<html></html>', notFound: null }, site)).toThrow('no place for the status')
})
