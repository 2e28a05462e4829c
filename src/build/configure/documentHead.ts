import de from '@/i18n/de.json'
import en from '@/i18n/en.json'
import fr from '@/i18n/fr.json'
import { attributes, escapeMarkup } from './markup'
import { MANIFEST } from './referencedFiles'
import type { SiteConfig } from '@/config/siteConfig'
import { COLOR_SCHEMES, colorsOf } from '@/theme/palette'
import { localizedText } from '@/i18n/dataTranslations'
import type { Language } from '@/i18n/messages'

const TEXTS = { en, de, fr }

/** Stands in index.html alone, where no other text of the page is. */
const NO_SCRIPTS = {
  en: 'The status is asked for by JavaScript, which is off in this browser. So nothing is known here.',
  de: 'Der Status wird mit JavaScript abgefragt, das in diesem Browser aus ist. Also ist hier nichts bekannt.',
  fr: 'L’état est demandé par JavaScript, qui est désactivé dans ce navigateur. On ne sait donc rien ici.',
}

const OLD = /\s*<!-- configured -->[\s\S]*?<!-- \/configured -->/
const TITLE = /<title>[^<]*<\/title>/
const NOSCRIPT = /<noscript>[\s\S]*?<\/noscript>/

/** Who reads the head has no language to choose: it is the first one of the page. */
const firstLanguage = ({ languages }: SiteConfig) => languages[0] ?? 'en'

function headOf(config: SiteConfig): string {
  const { title, description, image, icon, robots, links, theme } = config
  const described = description === null ? null : localizedText(description, firstLanguage(config))
  const meta = (name: string, content: string, more = {}) => `<meta${attributes({ name, content, ...more })} />`
  const property = (name: string, content: string) => `<meta${attributes({ property: `og:${name}`, content })} />`
  const link = (all: Readonly<Record<string, string>>) => `<link${attributes(all)} />`
  const schemes = theme.mode === 'system' ? COLOR_SCHEMES : [theme.mode]
  const isFeed = links.feed !== null && !/^mailto:/i.test(links.feed)
  return [
    described === null ? '' : meta('description', described),
    robots === 'noindex' ? meta('robots', 'noindex') : '',
    property('type', 'website'),
    property('title', title),
    described === null ? '' : property('description', described),
    image === null ? '' : property('image', image),
    // The bar at the top of the page.
    ...schemes.map(scheme => {
      const media = schemes.length > 1 ? { media: `(prefers-color-scheme: ${scheme})` } : {}
      return meta('theme-color', colorsOf(scheme, theme.palette).surface, media)
    }),
    icon === null ? '' : link({ rel: 'apple-touch-icon', href: icon }),
    // Behind a proxy with a session it is asked for with its cookie.
    link({ rel: 'manifest', href: MANIFEST, crossorigin: 'use-credentials' }),
    isFeed ? link({ rel: 'alternate', type: feedType(links.feed), title, href: links.feed }) : '',
  ]
    .filter(Boolean)
    .join('\n    ')
}

const feedType = (address: string) => (/rss/i.test(address) ? 'application/rss+xml' : 'application/atom+xml')

/** Where else there is something to read, by its name. Pages of Markdown are made by scripts: their sources are linked. */
export const pageLinks = ({ links, about }: SiteConfig, language: Language): [text: string, href: string][] =>
  [
    ...(['support', 'subscribe', 'feed', 'horizon'] as const).map(name => [TEXTS[language].app[name], links[name]] as const),
    ...about.map(page => [localizedText(page.title, language), page.url ?? page.source ?? null] as const),
  ].flatMap(([text, href]) => (href === null ? [] : [[text, href]]))

function noscriptOf(config: SiteConfig): string {
  const { title } = config
  const language = firstLanguage(config)
  const items = pageLinks(config, language).map(([text, href]) => `<li><a${attributes({ href })}>${escapeMarkup(text)}</a></li>`)
  const list = items.length ? `<ul>${items.join('')}</ul>` : ''
  return `<noscript><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(NO_SCRIPTS[language])}</p>${list}</noscript>`
}

/**
 * The page with what search engines, link previews, home screens and readers without scripts are told, in place of what it had. All of it
 * is text of the configuration: nothing in it can end an element or begin another one. A page without a title has no such head.
 */
export function withHead(html: string, config: SiteConfig): string {
  const title = `<title>${escapeMarkup(config.title)}</title>`
  const head = `${title}\n    <!-- configured -->\n    ${headOf(config)}\n    <!-- /configured -->`
  return html
    .replace(OLD, '')
    .replace(TITLE, () => head)
    .replace(NOSCRIPT, () => noscriptOf(config))
}

/** What a home screen knows of the page (web app manifest); addresses count from its own place beside the page. */
export function manifestOf(config: SiteConfig): object {
  const { title, description, icon, theme } = config
  const { surface, background } = colorsOf(theme.mode === 'dark' ? 'dark' : 'light', theme.palette)
  return {
    name: title,
    short_name: title,
    ...(description !== null && { description: localizedText(description, firstLanguage(config)) }),
    lang: firstLanguage(config),
    start_url: './',
    display: 'minimal-ui',
    theme_color: surface,
    background_color: background,
    icons: [...(icon === null ? [] : [{ src: icon, sizes: 'any' }]), { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
