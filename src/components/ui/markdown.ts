import DOMPurify from 'dompurify'
import { Marked } from 'marked'
import { DONE, OPEN } from '@/statusView/model/textShape'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

// Where links may lead.
const LINKED = /^(?:https?:\/\/|mailto:)/i
/** Of pictures in HTML what they say. */
const withoutPictures = (html: string) =>
  html.replace(
    /<img\b[^<>]*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]*>/gi,
    (_, one?: string, other?: string) => one ?? other ?? '',
  )

const marked = new Marked({ gfm: true, breaks: true, async: false })
marked.use({
  renderer: {
    // Whose place among the headings of the page nobody knows: it looks like one, and is none.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`
    },
    // A picture is not shown, but what it says is, and where it is. A link cannot stand in another one.
    image: ({ href, text }) => {
      const words = escaped(text.trim() || href)
      return LINKED.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words
    },
    link(token) {
      if (!token.tokens.some(({ type }) => type === 'image')) return false
      const words = token.tokens.map(one => (one.type === 'image' ? one.text || one.href : one.raw) as string).join('')
      return `<a href="${escaped(token.href)}">${escaped(words)}</a>`
    },
    checkbox: ({ checked }) => (checked ? `${DONE} ` : `${OPEN} `),
    // The sanitiser takes styles away, but parses them first, and a strict policy would report each.
    html: ({ text }) =>
      withoutPictures(text).replace(/<[a-z][^>]*/gi, tag => tag.replace(/([\s/"'])style(?=\s*=)/gi, '$1data-style')),
  },
})

// What a status text needs. No images (a third party would learn who reads), no forms, no headings, no styles, no ids.
const TAGS = 'a b blockquote br code del em hr i li ol p pre s strong sub sup table tbody td th thead tr ul'.split(' ')

const purify = DOMPurify(window)
purify.addHook('afterSanitizeAttributes', node => {
  // They scroll where they are too wide, by keyboard as well.
  if (node.tagName === 'PRE' || node.tagName === 'TABLE') node.setAttribute('tabindex', '0')
  if (node.tagName !== 'A' || !node.hasAttribute('href')) return
  node.setAttribute('rel', 'noopener noreferrer nofollow')
  node.setAttribute('target', '_blank')
})

const ALLOWED = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ['href', 'title', 'start', 'align'],
  ALLOWED_URI_REGEXP: LINKED,
  // Otherwise that would be asked of every value.
  ADD_URI_SAFE_ATTR: ['start', 'align'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

/** Markdown to HTML that nobody may be shown. */
export const parseMarkdown = (text: string) => marked.parse(text) as string

/** Markdown to safe HTML: tags and attributes from a closed list, links to http, https and mailto only, opened elsewhere. */
export const renderMarkdown = (text: string): string => purify.sanitize(parseMarkdown(text), ALLOWED)

/** The same as elements, which belong to no page. */
export const markdownElements = (text: string): Node => purify.sanitize(parseMarkdown(text), { ...ALLOWED, RETURN_DOM: true })
