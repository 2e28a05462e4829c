import { h, type FunctionalComponent } from 'vue'
import { textShape, type Block, type Piece } from '@/look/textShape'

const piece = (one: Piece) => (typeof one === 'string' ? one : h(one.kind, one.text))
const line = (pieces: readonly Piece[]) => pieces.map(piece)

function draw(block: Block) {
  if (block.kind === 'pre') return h('pre', { tabindex: 0 }, h('code', block.text))
  if (block.kind !== 'p')
    return h(
      block.kind,
      block.lines.map(item => h('li', line(item))),
    )
  return h(
    'p',
    block.lines.flatMap((one, index) => (index ? [h('br'), ...line(one)] : line(one))),
  )
}

/** An operator's text in the shape that Markdown gives it, without a renderer. */
export const TextShape: FunctionalComponent<{ text: string }> = ({ text }) => h('div', textShape(text).map(draw))
TextShape.props = ['text']
