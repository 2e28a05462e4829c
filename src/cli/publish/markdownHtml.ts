import { Marked } from 'marked'
import { DONE, OPEN } from '@/statusView/model/textShape'
import { escapedText } from './xml'

/** Longer ones are cut: readers of feeds refuse what is too large, and the page has all of it. */
const LONGEST = 20_000
// Where links may lead, as on the page.
const LINKED = /^(?:https?:\/\/|mailto:)/i

const link = (href: string, words: string) => (LINKED.test(href) ? `<a href="${escapedText(href)}">${words}</a>` : words)

// Safe by what it writes: elements from a closed list, with no attributes but these, and of HTML the texts. Every other text is escaped
// here, since the renderer's own leaves alone what stands within tags, and entities, which an address could be hidden in.
const marked = new Marked({ gfm: true, breaks: true, async: false })
marked.use({
  renderer: {
    space: () => '',
    def: () => '',
    hr: () => '<hr>\n',
    br: () => '<br>',
    code: ({ text }) => `<pre><code>${escapedText(text)}</code></pre>\n`,
    codespan: ({ text }) => `<code>${escapedText(text)}</code>`,
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`
    },
    html: ({ text }) => escapedText(text.replace(/<!--[^]*?-->|<[a-z/!?][^<>]*>/gi, '')),
    list({ ordered, start, items }) {
      const name = ordered ? 'ol' : 'ul'
      const from = ordered && start !== '' && start !== 1 ? ` start="${Number(start)}"` : ''
      return `<${name}${from}>${items.map(item => this.listitem(item)).join('')}</${name}>\n`
    },
    checkbox: ({ checked }) => (checked ? `${DONE} ` : `${OPEN} `),
    link({ href, tokens }) {
      return link(href, this.parser.parseInline(tokens))
    },
    // A third party would learn who reads.
    image: ({ href, text }) => link(href, escapedText(text.trim() || href)),
    text(token) {
      return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escapedText(token.text)
    },
  },
})

/**
 * An operator's Markdown as HTML that any reader of feeds may show: no scripts, styles, pictures or forms, links to http, https and
 * mailto only. Without a browser there is nothing that cleans HTML, so none is taken over.
 */
export function markdownHtml(whole: string): string {
  const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST)} …` : whole
  try {
    return marked.parse(text) as string
  } catch {
    // Some thousand quotes in each other.
    return `<p>${escapedText(text)}</p>`
  }
}
