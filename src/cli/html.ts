import { escapeMarkup } from '@/build/configure/markup'
import { isLink, isResource } from '@/config/url'

/** HTML, and the styles that it has in place of attributes: under the policy of the page there are none. */
export interface Html {
  readonly html: string
  /** A rule for each set of styles. */
  readonly css: string
}

/** What `h` makes here. Nobody makes one of a string: what is not made by `h` is a text, and is escaped. */
class Markup {
  constructor(readonly html: string) {}
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** What stands in these is no text. */
const RAW = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'textarea',
  'title',
  'xmp',
  'plaintext',
  'noembed',
  'noframes',
])
/** Attributes that run nothing, load nothing and style nothing; those with addresses have a check of their own. */
const PLAIN =
  /^(?:(?:aria|data)-[a-z-]+|alt|class|colspan|d|datetime|dir|focusable|height|id|lang|open|preserveAspectRatio|rel|role|scope|start|tabindex|title|translate|type|viewBox|width)$/
const ADDRESSES: Readonly<Record<string, (address: string) => boolean>> = { href: isLink, src: isResource }
const PROPERTY = /^-?-?[a-z][a-z0-9-]*$/
const VALUE = /^[\w\s#%.,()+*/-]*$/

/** Prefix of the classes that stand for styles; no piece has such a one. */
const CLASS = 'of-'
let styles: Map<string, string> | null = null

/** A text as HTML, in elements and in quoted attributes alike; what a parser would replace, or refuse, is replaced here. */
export const escapeHtml = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  escapeMarkup(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\p{Surrogate}/gu, '\ufffd'))

/**
 * `#h` of the command: makes HTML, of which every text is escaped, whatever a server says. Names of elements and attributes are those
 * of the pieces; any other throws. Styles become classes, so it is only called within `renderHtml`.
 * @param attributes undefined and false = not there; an address that leads where no page of ours may lead is left out
 */
export function h(tag: string, attributes: JSX.Attributes | null, ...children: readonly JSX.Node[]): JSX.Element {
  if (!/^[a-z][a-z0-9]*$/.test(tag) || RAW.has(tag)) throw new Error(`No piece is a <${tag}>.`)
  const { style, ...rest } = attributes ?? {}
  const own = style && Object.keys(style).length ? styleClass(style) : ''
  const all: Record<string, unknown> = own ? { ...rest, class: [rest.class, own].filter(Boolean).join(' ') } : rest
  const written = Object.entries(all).map(([name, value]) => attribute(tag, name, value))
  const start = `<${tag}${written.join('')}>`
  const markup = new Markup(VOID.has(tag) ? start : `${start}${contentOf(children)}</${tag}>`)
  // The pieces are typed by the elements of a page; what they do with one is to put it into another.
  return markup as unknown as JSX.Element
}

function attribute(tag: string, name: string, value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  const isAddress = ADDRESSES[name]
  if (!isAddress && !PLAIN.test(name)) throw new Error(`No piece has ${name} at <${tag}>.`)
  if (typeof value !== 'string' && typeof value !== 'number' && value !== true) throw new Error(`${name} of <${tag}> is no text.`)
  const text = value === true ? '' : String(value)
  return isAddress && !isAddress(text) ? '' : ` ${name}="${escapeHtml(text)}"`
}

function contentOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(contentOf).join('')
  if (node instanceof Markup) return node.html
  return typeof node === 'string' || typeof node === 'number' ? escapeHtml(String(node)) : ''
}

function styleClass(style: Readonly<Record<string, string>>): string {
  if (!styles) throw new Error('Styles are collected within renderHtml only.')
  const entries = Object.entries(style)
  for (const [name, value] of entries)
    if (!PROPERTY.test(name) || !VALUE.test(value)) throw new Error(`${name}: ${value} cannot stand in a style sheet.`)
  const rule = entries.map(([name, value]) => `${name}:${value}`).join(';')
  const known = styles.get(rule) ?? `${CLASS}${styles.size + 1}`
  styles.set(rule, known)
  return known
}

/**
 * Draws by the pieces of the status (statusView) into HTML.
 * @param scope a selector before those of the collected styles
 */
export function renderHtml(draw: () => JSX.Node, scope = ''): Html {
  const outer = styles
  const collected = (styles = new Map<string, string>())
  try {
    const html = contentOf(draw())
    return { html, css: [...collected].map(([rule, name]) => `${scope}.${name}{${rule}}`).join('\n') }
  } finally {
    styles = outer
  }
}
