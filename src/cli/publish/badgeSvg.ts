import { contrast, readableOn } from '@/theme/contrast'
import { escapedText } from './xml'

export interface BadgeContent {
  /** What it is about. */
  readonly subject: string
  /** How that is. */
  readonly state: string
  /** `#rrggbb` */
  readonly color: string
  /** SVG path, 24 x 24: a state is told by more than its colour. */
  readonly shape: string
  /** Of which time that is, in words. */
  readonly time: string
  /** The same in short, which is drawn: a picture cannot tell by itself that nobody renews it. null = it was never so. */
  readonly when: string | null
  /** BCP 47 */
  readonly language: string
}

const GROUND = '#4b4f56'
const HEIGHT = 20
const GAP = 6
const ICON = 14
/** More is cut, and stands in the description. */
const LONGEST = 60
const DESCRIBED = 300

/** The usual flat badge, as SVG that loads nothing, runs nothing, and is read out as a sentence. */
export function badgeSvg({ subject, state, color, shape, time, when, language }: BadgeContent): string {
  const [left, right] = [
    drawn(cut(oneLine(subject), LONGEST)),
    drawn([cut(oneLine(state), LONGEST), when ?? []].flat().join(' · ')),
  ]
  const split = GAP + left.width + GAP
  const textAt = split + GAP + ICON + 4
  const width = textAt + right.width + GAP
  const label = `${cut(oneLine(subject), DESCRIBED)}: ${cut(oneLine(state), DESCRIBED)}`
  const ink = inkOn(color)
  const text = (at: number, { shown, width }: Drawn, fill: string) =>
    `<text x="${at}" y="14" fill="${fill}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapedText(shown)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}"` +
      ` role="img" aria-label="${escapedText(label)}" xml:lang="${escapedText(language)}">`,
    `<title>${escapedText(label)}</title>`,
    `<desc>${escapedText(oneLine(time))}</desc>`,
    `<path fill="${GROUND}" d="M3 0h${split - 3}v${HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3"/>`,
    `<path fill="${escapedText(color)}" d="M${split} 0h${width - split - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${split}"/>`,
    `<path fill="${ink}" transform="translate(${split + GAP} 3) scale(${ICON / 24})" d="${escapedText(shape)}"/>`,
    '<g font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">',
    text(GAP, left, '#ffffff'),
    text(textAt, right, ink),
    '</g></svg>\n',
  ].join('')
}

/** White where it can be read: configured colours may be light. */
const inkOn = (color: string) => (contrast('#ffffff', color) >= 4.5 ? '#ffffff' : readableOn('#17191c', color, 4.5))

interface Drawn {
  readonly shown: string
  readonly width: number
}

const drawn = (shown: string): Drawn => ({
  shown,
  width: Math.max(1, Math.ceil([...graphemes.segment(shown)].reduce((sum, { segment }) => sum + widthOf(segment), 0))),
})

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

const graphemes = new Intl.Segmenter()
function cut(text: string, longest: number): string {
  // So much is never drawn, and takes long to take apart.
  const segments = [...graphemes.segment(text.slice(0, longest * 16))].map(({ segment }) => segment)
  return segments.length > longest || text.length > longest * 16 ? `${segments.slice(0, longest - 1).join('')}…` : text
}

/** About as wide as Verdana at 11 px: nobody can measure here, and the text is fitted to what comes out. */
function widthOf(grapheme: string): number {
  if (/^[\p{Cf}\p{M}]+$/u.test(grapheme)) return 0
  if (/^\p{Emoji_Presentation}|^[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(grapheme))
    return 13
  if (/^[ijl.,:;'|!()[\]{}IJftr /\\-]/.test(grapheme)) return 4.6
  return /^[mwMWQOGDH%@&]/.test(grapheme) ? 9.6 : 7
}
