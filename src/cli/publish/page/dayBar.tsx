import { h } from '#h'
import type { DayStatus } from '@/domain/component/componentHistory'
import { barLayout, barWidth } from '@/statusView/model/barLayout'
import { levelStyle, type ViewContext } from '@/statusView/model/viewContext'
import { levelClass, levelHeight } from '@/theme/levelAppearance'

// As the bars of the page are (components/bars): a day is a unit of six here, whatever it measures on the screen.
const HEIGHT = 28
const DAY = 6
const [WIDE, MIDDLE] = [540, 270]
const NARROW = 269

/** How many days the bars show where there is room, and on a narrow screen. */
export const shownDays = (historyDays: number) => ({
  wide: barLayout(MIDDLE, historyDays).days,
  narrow: barLayout(NARROW, historyDays).days,
})

/** Days in a row of one level, or of none; `today` stands alone. */
interface Run {
  readonly level: DayStatus['level']
  readonly from: number
  count: number
  readonly isToday: boolean
}

function runsOf(days: readonly DayStatus[]): Run[] {
  const runs: Run[] = []
  days.forEach(({ level }, index) => {
    const last = runs.at(-1)
    const isToday = index === days.length - 1
    if (last && last.level === level && !isToday) last.count++
    else runs.push({ level, from: index, count: 1, isToday })
  })
  return runs
}

/**
 * The days of a component. Days in a row that were the same are one rectangle, so that thousands of bars are one document; the style
 * sheet cuts the gaps between them.
 * @param days as many as are shown where there is room, oldest first; the last one is today
 */
export function drawDayBar(days: readonly DayStatus[], { colors }: Pick<ViewContext, 'colors'>): JSX.Element {
  const byLook = new Map<string, { readonly level: DayStatus['level']; readonly isToday: boolean; d: string }>()
  for (const { level, from, count, isToday } of runsOf(days)) {
    const key = `${level?.key ?? ''} ${isToday}`
    const path = byLook.get(key) ?? { level, isToday, d: '' }
    byLook.set(key, path)
    const [x, width] = [from * DAY, count * DAY]
    if (level) path.d += `M${x} ${HEIGHT - Math.round(HEIGHT * levelHeight(level))}h${width}V${HEIGHT}H${x}z`
    // Nothing is known of them: lines, where a state is an area.
    else for (let y = HEIGHT - 1; y > HEIGHT / 2; y -= 4) path.d += `M${x} ${y}h${width}v1H${x}z`
  }
  return (
    <svg class="pub-bar" viewBox={`0 0 ${days.length * DAY} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {[...byLook.values()].map(({ level, isToday, d }) => (
        <path
          class={`${level ? levelClass(level) : 'is-unknown'}${isToday ? ' pub-today' : ''}`}
          style={level ? levelStyle(colors, level) : undefined}
          d={d}
        />
      ))}
    </svg>
  )
}

/** How wide bars and days are, by the width of the list: as ComponentGroups.vue measures it. */
export function barStyles(historyDays: number): string {
  const { wide, narrow } = shownDays(historyDays)
  const period = `calc(100%/${wide})`
  const mask = (share: number) =>
    `-webkit-mask-image:repeating-linear-gradient(to right,#000 0 calc(${share}%/${wide}),transparent 0 ${period});mask-image:repeating-linear-gradient(to right,#000 0 calc(${share}%/${wide}),transparent 0 ${period})`
  const columns = (room: number) => {
    const layout = barLayout(room, wide)
    const share = Math.round((1 - layout.gap / layout.pitch) * 100)
    return `#first .pub-list{--bar-column:${barWidth(layout)}px}#first .pub-bar{width:${layout.days * layout.pitch}px;${mask(share)}}`
  }
  const fluid = 'min(100cqi - 110px,540px)'
  return [
    `#first .st-row-days{width:var(--bar-column);overflow:hidden}`,
    `#first .pub-bar{display:block;height:32px;padding-bottom:4px;box-sizing:border-box;${mask(70)}}`,
    `[dir='rtl'] #first .pub-bar{transform:scaleX(-1)}`,
    `#first .pub-bar path{fill:var(--level)}`,
    `#first .pub-narrow{display:none}`,
    columns(WIDE),
    // What the container query measures is around the list.
    `@container pub (max-width:999px){${columns(MIDDLE)}}`,
    `@container pub (max-width:699px){#first .pub-list{--bar-column:${fluid}}#first .pub-bar{width:100%}}`,
    narrow < wide
      ? `@container pub (max-width:379px){#first .pub-bar{width:${(100 * wide) / narrow}%;margin-inline-start:${100 - (100 * wide) / narrow}%}#first .pub-wide{display:none}#first .pub-narrow{display:block}}`
      : '',
    `@media print{#first .pub-bar{width:100%}}`,
    `@media (forced-colors:active){#first .pub-bar path{fill:CanvasText}}`,
  ].join('\n')
}
