import type { DayStatus } from '@/domain/component/componentHistory'
import type { Level } from '@/domain/severity/severity'
import { levelHeight } from '@/theme/levelAppearance'
import type { BarLayout } from '@/statusView/model/barLayout'

export const BAR_HEIGHT = 28

interface BarPaths {
  /** One path for each level that occurs, mildest first. */
  readonly levels: readonly { readonly level: Level; readonly d: string }[]
  /** Strokes of the days without data: hatched, since nothing is known about them. */
  readonly noData: string
  readonly width: number
}

/** Whether two bars look and read the same. */
export const sameBars = (a: readonly DayStatus[], b: readonly DayStatus[]): boolean =>
  a.length === b.length && a.every(({ level, day }, index) => level === b[index]!.level && day.date === b[index]!.day.date)

/** Draws days as SVG paths: a path per level costs a fraction of an element per day. Worse is taller; one baseline. */
export function barPaths(days: readonly DayStatus[], { pitch, gap }: BarLayout): BarPaths {
  const byLevel = new Map<Level, string>()
  let noData = ''
  days.forEach(({ level }, index) => {
    const x = index * pitch
    const width = pitch - gap
    if (level) {
      const height = Math.round(BAR_HEIGHT * levelHeight(level))
      byLevel.set(level, `${byLevel.get(level) ?? ''}M${x} ${BAR_HEIGHT - height}h${width}v${height}h${-width}z`)
    } else {
      const top = BAR_HEIGHT / 2
      for (let y = BAR_HEIGHT; y > top + 1; y -= 4) noData += `M${x} ${y}l${width} ${-Math.min(width, y - top)}`
    }
  })
  return {
    levels: [...byLevel].map(([level, d]) => ({ level, d })).sort((a, b) => a.level.rank - b.level.rank),
    noData,
    width: days.length * pitch - gap,
  }
}
