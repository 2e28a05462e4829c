import { styleText } from 'node:util'
import { appearanceOf, type Appearance } from '@/theme/levelAppearance'
import type { Level } from '@/domain/severity/severity'
import { plain } from '@/cli/plainText'

type Style = Parameters<typeof styleText>[0]

/** A shape of its own for each look, as on the page: colour is never all that tells. */
const LOOKS: Readonly<Record<Appearance, { readonly shape: string; readonly style: Style }>> = {
  operational: { shape: '✓', style: 'green' },
  notice: { shape: '□', style: 'green' },
  maintenance: { shape: '⚒', style: 'blue' },
  unknown: { shape: '?', style: 'gray' },
  'tone-1': { shape: '△', style: 'yellow' },
  'tone-2': { shape: '▲', style: ['bold', 'yellow'] },
  'tone-3': { shape: '◆', style: 'red' },
  'tone-4': { shape: '✖', style: ['bold', 'red'] },
}

/** Puts texts into a terminal: whatever they hold is one line, and what colours them is ours. */
export interface Paint {
  (text: string, style?: Style): string
  /** The shape of a level and a text in its colour; bold for what stands out. */
  level(level: Level, text: string): string
}

export function createPaint(hasColors: boolean): Paint {
  const paint = (text: string, style?: Style) => {
    const line = plain(text)
    // Node would look at the process's own output, which need not be where this goes.
    return hasColors && style !== undefined && line ? styleText(style, line, { validateStream: false }) : line
  }
  return Object.assign(paint, {
    level(level: Level, text: string) {
      const { shape, style } = LOOKS[appearanceOf(level)]
      return paint(`${shape} ${text}`, style)
    },
  })
}
