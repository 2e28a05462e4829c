import { markdownElements } from './markdown'

const BLOCKS = new Set(['P', 'BLOCKQUOTE', 'PRE', 'UL', 'OL', 'TABLE', 'HR'])

/**
 * Markdown as plain text, for chats and calendars: paragraphs apart by an empty line, items with their dash or number, the
 * address of a link behind its words. It takes the way over what the page shows, so that both say the same.
 */
export function plainText(markdown: string): string {
  return textIn(markdownElements(markdown))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const textIn = (node: Node): string => [...node.childNodes].map(textOf).join('')

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ').replace(/^ $/, spaceBetween(node))
  if (!(node instanceof Element)) return ''
  const inside = node.tagName === 'PRE' ? (node.textContent ?? '') : textIn(node)
  switch (node.tagName) {
    case 'BR':
      return '\n'
    case 'LI':
      return `${bulletOf(node)} ${inside.trim().replace(/\n+/g, '\n  ')}\n`
    case 'TR':
      return `${[...node.children].map(cell => textIn(cell).trim()).join(' | ')}\n`
    case 'A':
      return withAddress(inside, node.getAttribute('href') ?? '')
    default:
      return BLOCKS.has(node.tagName) ? `\n\n${inside.trim()}\n\n` : inside
  }
}

/** What stands between two blocks is layout of the source. */
const spaceBetween = ({ previousSibling, nextSibling }: Node) => (isInline(previousSibling) && isInline(nextSibling) ? ' ' : '')
const isInline = (node: Node | null) =>
  node !== null &&
  !(node instanceof Element && (BLOCKS.has(node.tagName) || ['LI', 'TR', 'THEAD', 'TBODY'].includes(node.tagName)))

function bulletOf(item: Element): string {
  const list = item.parentElement
  if (list?.tagName !== 'OL') return '-'
  return `${Number(list.getAttribute('start') ?? 1) + [...list.children].indexOf(item)}.`
}

function withAddress(words: string, href: string): string {
  const address = href.replace(/^mailto:/i, '')
  return address === '' || words.includes(address) || words.replace(/\/?$/, '/') === address ? words : `${words} (${address})`
}
