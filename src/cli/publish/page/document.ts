import { contentPolicy, withPolicy } from '@/build/configure/contentPolicy'
import { withHead } from '@/build/configure/documentHead'
import { withConfig } from '@/build/configure/inlineConfig'
import { attributes as attributesBy } from '@/build/configure/markup'
import { addresses } from '@/cli/publish/addresses'
import { escapeHtml, renderHtml } from '@/cli/html'
import type { SiteConfig } from '@/config/siteConfig'
import { documentLanguage } from '@/i18n/direction'
import { rootScheme } from './colors'
import { STALE_SCRIPT, staleAttributes, type StaleFacts } from './staleness'
import { publishedStyles } from './styles'
import type { PublishedViewer } from './viewer'

/** What the pages of a site have in common. */
export interface PublishedSite {
  readonly config: SiteConfig
  /** The configuration as it was given, as `configure` takes it. */
  readonly input: unknown
  /** Addresses of further hosts that the page may ask (`configure --connect`). */
  readonly connect?: readonly string[]
  /** Whether the Content-Security-Policy stands in the pages. */
  readonly policy: boolean
}

/** One page with something in it. */
export interface PublishedDocument {
  /** What previews are told it is about: plain texts. */
  readonly title: string
  readonly description: string
  /** What stands in the tab. */
  readonly tab: string
  /** From its folder to that of the site, `../../`; empty = it lies there. */
  readonly toRoot: string
  /** From the folder of the site to it; empty = it is the status itself. */
  readonly path: string
  readonly stale: StaleFacts
  readonly draw: () => JSX.Node
}

const PLACE = '<div id="first"></div>'
const MAIN = /\s*<script data-first="main">[\s\S]*?<\/script>/
const ASK = /\s*<script data-first="ask">[\s\S]*?<\/script>/
const ENTRY = /\s*<script type="module">[\s\S]*?<\/script>/
const NOSCRIPT = /\s*<noscript>[\s\S]*?<\/noscript>/
const GENERATED_HEAD = '<!-- /configured -->'

const attributes = (all: Readonly<Record<string, string | undefined>>) => attributesBy(all, escapeHtml)

/** The page that `configure` would write: without a status, for whatever address has none. */
export const configuredPage = (template: string, site: PublishedSite): string =>
  withOwnPolicy(withConfig(withHead(template, site.config), site.input), site)

/** By its own scripts and styles, which are not those of the build. */
function withOwnPolicy(html: string, { config, connect = [], policy }: PublishedSite): string {
  return withPolicy(html, policy ? contentPolicy({ html, config, connect }) : null)
}

/**
 * The built page with a status in it, configured. First paint would draw over it, so it is taken out; what asks the API early stays.
 * @param template index.html of the build; throws where it is none
 */
export function publishedPage(
  template: string,
  site: PublishedSite,
  viewer: PublishedViewer,
  { title, description, tab, toRoot, path, stale, draw }: PublishedDocument,
): string {
  if (!template.includes(PLACE)) throw new Error('This is no index.html of a build: it has no place for the status.')
  const { html, css } = renderHtml(draw, '#first ')
  const place = `<div id="first" data-painted=""${attributes(staleAttributes(stale))}>${html}</div>`
  const { lang, dir } = documentLanguage(viewer.language)
  const told = { ...site.config, title, description }
  // Under hash routing the script would show the status in place of any other page.
  const isStill = site.config.routing === 'hash' && path !== ''
  const custom = site.config.theme.css
  const bare = template
    .replace(MAIN, '')
    .replace(ASK, script => (site.config.snapshot === 'only' || isStill ? '' : script))
    .replace(ENTRY, script => (isStill ? '' : script))
  const page = withConfig(withHead(bare, told), site.input)
    .replace(NOSCRIPT, '')
    .replace(/<html[^>]*>/, () => `<html${attributes({ lang, dir, ...rootScheme(viewer.config) })}>`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(tab)}</title>`)
    // Behind the script that guesses the base: where there are scripts, its guess wins.
    .replace('<meta name="viewport"', place => (toRoot ? `<base${attributes({ href: toRoot })} />\n    ${place}` : place))
    .replace(GENERATED_HEAD, mark => [...headOf(site.config, path), mark].join('\n    '))
    .replace('</head>', end => `  <style>${publishedStyles(viewer.config, viewer.names.size, css)}</style>\n  ${end}`)
    .replace(PLACE, () => `${place}\n    <script>${STALE_SCRIPT}</script>`)
    .replace('</body>', end => (custom === null ? end : `<link${attributes({ rel: 'stylesheet', href: custom })} />\n  ${end}`))
  return withOwnPolicy(page, site)
}

/** What belongs to the published files: the snapshot, feeds, and the true address of the page. */
function headOf(config: SiteConfig, path: string): string[] {
  const { title, links, snapshot, snapshotUrl } = config
  const { base, to } = addresses(config)
  const link = (all: Readonly<Record<string, string>>) => `<link${attributes(all)} />`
  const feed = (type: string, href: string) => (links.feed === href ? [] : [link({ rel: 'alternate', type, title, href })])
  const isWanted = path === '' && (snapshot === 'first' || snapshot === 'only')
  return [
    // The page asks for it only when it stands.
    ...(isWanted ? [link({ rel: 'preload', as: 'fetch', href: snapshotUrl, crossorigin: 'anonymous' })] : []),
    ...feed('application/atom+xml', 'feed.atom'),
    ...feed('application/feed+json', 'feed.json'),
    ...(base === null
      ? []
      : [link({ rel: 'canonical', href: to(path) }), `<meta${attributes({ property: 'og:url', content: to(path) })} />`]),
  ]
}
