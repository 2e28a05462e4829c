/** A piece of a line: as it is, strong, or code. */
export type Piece = string | { readonly kind: 'strong' | 'code'; readonly text: string }
type Line = readonly Piece[]

/** A block of an operator's text, in the shape that Markdown gives it. */
export type Block =
  { readonly kind: 'p' | 'ul' | 'ol'; readonly lines: readonly Line[] } | { readonly kind: 'pre'; readonly text: string }

/** Longer ones are shown as they are: to shape them would keep the page busy. */
export const MAX_SHAPED = 50_000

// No piece looks further than to where the next one could begin, so that no text takes more than one pass.
const PIECES = /(\*\*[^*]+\*\*|`[^`]+`|!?\[[^[\]]+\]\([^()\s]+\))/
const BULLET = /^\s*[-*+]\s+/
const NUMBER = /^\s*\d+[.)]\s+/

/**
 * What most texts need of Markdown, without a renderer: paragraphs, flat lists, fenced code, strong and code. The rest stays as it was
 * typed, links are their texts and pictures what stands in their place: they lead somewhere when the renderer has checked where (components/ui/markdown).
 */
export function textShape(text: string): Block[] {
  return blocksOf(text).map(block => {
    if ('code' in block) return { kind: 'pre', text: block.code.join('\n') }
    const { lines } = block
    const marker = [BULLET, NUMBER].find(one => lines.every(line => one.test(line)))
    const kind = marker ? (marker === NUMBER ? 'ol' : 'ul') : 'p'
    return { kind, lines: lines.map(line => piecesOf((marker ? withTask(line.replace(marker, '')) : line).trim())) }
  })
}

/** How done and open tasks are told apart. */
export const DONE = '☑'
export const OPEN = '☐'
const withTask = (item: string) => item.replace(/^\[([ xX])\](?=\s)/, (_, mark: string) => (mark === ' ' ? OPEN : DONE))

/** The lines between empty ones, and those between fences. */
function blocksOf(text: string): ({ readonly lines: string[] } | { readonly code: string[] })[] {
  const lines = text.split(/\r\n?|\n/)
  const blocks: ({ lines: string[] } | { code: string[] })[] = []
  let open: string[] = []
  const close = () => {
    if (open.length) blocks.push({ lines: open })
    open = []
  }
  const lastFence = lines.lastIndexOf('```')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (index < lastFence && /^```[^`]*$/.test(line)) {
      close()
      const end = lines.indexOf('```', index + 1)
      blocks.push({ code: lines.slice(index + 1, end) })
      index = end
    } else if (line.trim()) open.push(line)
    else close()
  }
  close()
  return blocks
}

function piecesOf(line: string): Piece[] {
  return line
    .split(PIECES)
    .filter(Boolean)
    .map(part => {
      if (part.startsWith('**') && part.length > 4) return { kind: 'strong', text: part.slice(2, -2) }
      if (part.startsWith('`') && part.length > 2) return { kind: 'code', text: part.slice(1, -1) }
      return /^!?\[([^[\]]+)\]\([^()\s]+\)$/.exec(part)?.[1] ?? part
    })
}

/** What Markdown could take for something else. Rather too much than too little: then the renderer is asked. */
const OTHER = /[[\]<|~\\@_*`\t\f\v\0\u00a0]|^[#>\s]|\s$|&[#\w]|:\/\/|www\.|^[-+=\s]+$|^[-+](?:\s|$)|^\d+[.)](?:\s|$)/i
const SIMPLE = /\*\*[\p{L}\p{N}](?:[^*`]*[\p{L}\p{N}])?\*\*(?!\*)|`[^`\s](?:[^`]*[^`\s])?`(?!`)/gu
const isPlain = (line: string) => !OTHER.test(line.replace(SIMPLE, part => (part.startsWith('`') ? 'x' : part.slice(2, -2))))

/** Whether `textShape` is all that Markdown would make of the text: then no renderer is needed. */
export function isShapeWhole(text: string): boolean {
  let wasList = false
  return blocksOf(text).every(block => {
    const items = 'lines' in block ? itemsOf(block.lines) : null
    // Two lists in a row are one with gaps.
    const isApart = !(items && wasList)
    wasList = items !== null
    return isApart && ('code' in block ? !block.code.some(line => line.startsWith('```')) : (items ?? block.lines).every(isPlain))
  })
}

/** What follows the markers, where all lines have the same one, or the numbers count from 1. */
function itemsOf(lines: readonly string[]): string[] | null {
  const first = lines[0]?.[0] ?? ''
  const isList = '-*+1'.includes(first)
  const hasMarker = (line: string, index: number) => line.startsWith(first === '1' ? `${index + 1}. ` : `${first} `)
  return isList && lines.every(hasMarker) ? lines.map(line => line.slice(line.indexOf(' ') + 1)) : null
}
