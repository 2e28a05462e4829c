// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { manifestOf, withHead } from '@/build/configure/documentHead'
import type { ConfigInput } from '@/config/schema'
import { buildSite } from '../../../support/config'
import { hostileTexts } from '../../../support/hostile'

const page = readFileSync('index.html', 'utf8')
const written = (config: Partial<ConfigInput>, html = page) => withHead(html, buildSite(config))
/** What a browser makes of it, in few words: each element of the head that configure may write. */
function headOf(html: string) {
  const { head, title } = new DOMParser().parseFromString(html, 'text/html')
  const told = [...head.children].filter(({ localName }) => ['meta', 'link'].includes(localName))
  return { title, told: told.map(one => [...one.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')) }
}

const WHOLE = {
  title: 'Example Cloud',
  description: { de: 'Was läuft', en: 'What works' },
  image: 'https://example.org/preview.png',
  icon: 'home.png',
  robots: 'noindex',
  languages: ['de', 'en'],
  links: { feed: 'https://example.org/feed.atom', support: 'mailto:help@example.org' },
} satisfies Partial<ConfigInput>

it('tells search engines, previews and home screens what is configured, in the first language', () => {
  const { title, told } = headOf(written(WHOLE))
  expect(title).toBe('Example Cloud')
  expect(told).toEqual([
    'charset=utf-8',
    'name=viewport content=width=device-width, initial-scale=1',
    'name=color-scheme content=light dark',
    'name=description content=Was läuft',
    'name=robots content=noindex',
    'property=og:type content=website',
    'property=og:title content=Example Cloud',
    'property=og:description content=Was läuft',
    'property=og:image content=https://example.org/preview.png',
    'name=theme-color content=#ffffff media=(prefers-color-scheme: light)',
    'name=theme-color content=#191c20 media=(prefers-color-scheme: dark)',
    'rel=apple-touch-icon href=home.png',
    'rel=manifest href=manifest.webmanifest crossorigin=use-credentials',
    'rel=alternate type=application/atom+xml title=Example Cloud href=https://example.org/feed.atom',
    'rel=icon href=favicon.svg type=image/svg+xml',
  ])
})

it('says nothing of what is not configured', () => {
  const { told } = headOf(written({}))
  expect(told.join('\n')).not.toMatch(/description|robots|og:image|apple-touch-icon|alternate/)
})

it.each([
  ['feed.rss', 'application/rss+xml'],
  ['/atom.xml', 'application/atom+xml'],
])('a feed at %s is %s', (feed, type) => {
  expect(headOf(written({ links: { feed } })).told.join('\n')).toContain(`rel=alternate type=${type}`)
})

it('a mail address is no feed', () => {
  expect(headOf(written({ links: { feed: 'mailto:a@example.org' } })).told.join('\n')).not.toContain('alternate')
})

it('a fixed theme has its one colour, of the palette', () => {
  const { told } = headOf(written({ theme: { mode: 'dark', palette: 'high-contrast' } }))
  expect(told.filter(one => one.includes('theme-color'))).toHaveLength(1)
  expect(told.join('\n')).not.toContain('prefers-color-scheme')
})

it('takes the place of the one before, and leaves a page without a title alone', () => {
  const once = written({ title: 'B' })
  expect(written({ title: 'B' }, written(WHOLE))).toBe(once)
  expect(written(WHOLE, '<p>no head</p>')).toBe('<p>no head</p>')
})

it('names the provider and its links to readers without scripts', () => {
  const about = [
    { path: 'imprint', title: { en: 'Imprint', de: 'Impressum' }, url: 'https://example.org/imprint' },
    { path: 'text', title: 'Needs scripts', markdown: 'x' },
  ]
  const [, text = ''] = /<noscript>(.*)<\/noscript>/.exec(written({ ...WHOLE, about }))!
  const { body } = new DOMParser().parseFromString(text, 'text/html')
  expect(body.textContent).toContain('Example Cloud')
  expect(body.textContent).toContain('nichts bekannt')
  expect([...body.getElementsByTagName('a')].map(link => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Support', 'mailto:help@example.org'],
    ['Feed', 'https://example.org/feed.atom'],
    ['Impressum', 'https://example.org/imprint'],
  ])
})

it.each(Object.entries(hostileTexts).filter(([, text]) => buildable(text)))('takes a text as a text: %s', (_, text) => {
  const about = [{ path: 'x', title: text, url: '/x' }]
  const html = written({ title: text, description: text, links: { feed: '/feed' }, about })
  const count = (tag: string) => html.split(`<${tag}`).length
  for (const tag of ['script', 'style', 'meta http-equiv', 'base', 'iframe', 'img', 'svg'])
    expect(count(tag), tag).toBe(page.split(`<${tag}`).length)
  const told = [/<title>([^<]*)<\/title>/, /<meta name="description" content="([^"<>]*)" \/>/].map(place => place.exec(html)?.[1])
  expect(told.map(unescaped)).toEqual([text, text])
  expect(written({ title: 'B' }, html)).toBe(written({ title: 'B' }))
})

// As browsers read it: each reference once.
function unescaped(html = '') {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return html.replace(/&([^;]*);/g, (_, name: string) => characters[name] ?? `unknown ${name}`)
}

function buildable(text: string): boolean {
  try {
    return !!buildSite({ title: text }) && !text.includes('\u0000')
  } catch {
    return false
  }
}

it('the manifest counts from its own place', () => {
  expect(manifestOf(buildSite(WHOLE))).toEqual({
    name: 'Example Cloud',
    short_name: 'Example Cloud',
    description: 'Was läuft',
    lang: 'de',
    start_url: './',
    display: 'minimal-ui',
    theme_color: '#ffffff',
    background_color: '#f6f6f4',
    icons: [
      { src: 'home.png', sizes: 'any' },
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  })
})
