import { cutRuns } from '@/look/longRuns'
import { MAX_SHAPED, textShape, type Block, type Piece } from '@/look/textShape'
import { drawer } from './element'

/** An operator's text in the shape in which the page shows it (shared/ui/MarkdownText). */
export function drawText(whole: string, around: string, kind = ''): HTMLElement {
  const h = drawer('MarkdownText', around)
  const text = cutRuns(whole)
  return text.length > MAX_SHAPED
    ? h('div', { class: `markdown plain ${kind}`.trim() }, text)
    : h('div', { class: `markdown ${kind}`.trim() }, ...textShape(text).map(draw))
}

function draw(block: Block): HTMLElement {
  const h = drawer()
  if (block.kind === 'pre') return h('pre', {}, h('code', {}, block.text))
  if (block.kind !== 'p') return h(block.kind, {}, ...block.lines.map(item => h('li', {}, ...item.map(drawPiece))))
  return h('p', {}, ...block.lines.flatMap((line, index) => [index > 0 && h('br'), ...line.map(drawPiece)]))
}

const drawPiece = (piece: Piece) => (typeof piece === 'string' ? piece : drawer()(piece.kind, {}, piece.text))
