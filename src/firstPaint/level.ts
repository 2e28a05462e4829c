import type { Level } from '@/domain/severity'
import { levelName } from '@/look/levelName'
import { levelShape } from '@/look/levelLook'
import { drawer, drawIcon } from './element'
import type { Viewer } from './scene'

/** The shape of a state, as LevelIcon.vue draws it. `around` names the component that it stands in. */
export function drawLevelIcon({ look }: Viewer, level: Level, around: string, size = 18, kind = '', label?: string): SVGElement {
  const { class: tone, style } = look(level)
  const name = label === undefined ? {} : { role: 'img', 'aria-label': label, 'aria-hidden': undefined }
  const svg = drawIcon(['LevelIcon', around], levelShape(level), size, { class: `shape ${tone} ${kind}`.trim(), ...name })
  if (style) svg.style.setProperty('--level', style)
  return svg
}

/** Shape and word, as LevelMark.vue draws them. */
export function drawLevelMark(viewer: Viewer, level: Level, around: string, note?: string, kind = ''): HTMLElement {
  const h = drawer('LevelMark')
  const { class: tone, style } = viewer.look(level)
  const word = h('span', { class: 'word' }, levelName(viewer.speech, level))
  const mark = drawer('LevelMark', around)(
    'span',
    { class: `mark ${tone} ${kind}`.trim() },
    drawLevelIcon(viewer, level, 'LevelMark'),
    h('span', {}, word, note !== undefined && h('span', { class: 'muted' }, `, ${note}`)),
  )
  if (style) mark.style.setProperty('--level', style)
  return mark
}
