import { h } from '#h'
import type { Block, Piece } from '@/statusView/model/textShape'
import type { TextModel } from './model/text'

export const drawText = (text: TextModel, kind = '') =>
  typeof text === 'string' ? (
    <div class={`st-text st-plain ${kind}`.trimEnd()}>{text}</div>
  ) : (
    <div class={`st-text ${kind}`.trimEnd()}>{text.map(drawBlock)}</div>
  )

const drawPiece = (piece: Piece) => (typeof piece === 'string' ? piece : h(piece.kind, null, piece.text))

function drawBlock(block: Block) {
  if (block.kind === 'pre')
    return (
      <pre tabindex="0">
        <code>{block.text}</code>
      </pre>
    )
  if (block.kind === 'p')
    return <p>{block.lines.flatMap((line, index) => [...(index ? [<br />] : []), ...line.map(drawPiece)])}</p>
  return h(block.kind, null, ...block.lines.map(line => <li>{line.map(drawPiece)}</li>))
}
