import { drawer, type Child } from './element'

/**
 * An operator's text in the shape that the page will give it: paragraphs, lists, code, and what is emphasised. No Markdown renderer: what
 * it does not know stays as it was typed, and the page, which has one (shared/ui/markdown), draws it again.
 */
export function drawText(text: string, around: string, kind = ''): HTMLElement {
  const h = drawer()
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/(^```[^\n]*\n[\s\S]*?^```[^\n]*$)/m)
    .flatMap(part => (part.startsWith('```') ? [part] : part.split(/\n[ \t]*\n/)))
    .filter(block => block.trim())
  return drawer('MarkdownText', around)(
    'div',
    { class: `markdown ${kind}`.trim() },
    ...blocks.map(block => {
      const code = /^```[^\n]*\n([\s\S]*?)\n?```/.exec(block)
      if (code) return h('pre', {}, h('code', {}, code[1]!))
      const lines = block.trim().split('\n')
      const marker = [/^\s*[-*+]\s+/, /^\s*\d+[.)]\s+/].find(one => lines.every(line => one.test(line)))
      if (!marker) return h('p', {}, ...inline(lines.map(line => line.trim()).join(' ')))
      const items = lines.map(line => h('li', {}, ...inline(line.replace(marker, ''))))
      return h(/\d/.test(lines[0]!.trim()[0]!) ? 'ol' : 'ul', {}, ...items)
    }),
  )
}

/** Links are their texts: they lead somewhere when the page has checked where. */
function inline(text: string): Child[] {
  const h = drawer()
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/).map(part => {
    if (part.startsWith('**') && part.length > 4) return h('strong', {}, part.slice(2, -2))
    if (part.startsWith('`') && part.length > 2) return h('code', {}, part.slice(1, -1))
    return /^\[([^\]]+)\]\([^)\s]+\)$/.exec(part)?.[1] ?? part
  })
}
