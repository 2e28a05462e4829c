/** How many days a bar shows and how many CSS pixels each takes. */
export interface BarLayout {
  readonly days: number
  /** Pixels from one day to the next, gap included. */
  readonly pitch: number
  readonly gap: number
}

const NARROW_DAYS = 30
const LEAST_PITCH = 2

/**
 * Whole pixels, so that every day is as wide as its neighbour. A narrow bar shows fewer days, never thinner
 * ones; a longer history than fits shows its newest days. What is said beside the bar speaks of the same days.
 * @param width CSS pixels that the bar may take
 */
export function barLayout(width: number, historyDays: number): BarLayout {
  const wanted = width < 270 ? NARROW_DAYS : historyDays
  const fit = Math.min(wanted, historyDays, Math.floor(width / LEAST_PITCH))
  const pitch = Math.max(LEAST_PITCH, Math.floor(width / Math.max(fit, 1)))
  return { days: Math.max(fit, 1), pitch, gap: pitch >= 5 ? 2 : pitch >= 3 ? 1 : 0 }
}

/** From here on a list has one line a component; below it the bar has a line of its own, beside the availability. */
const ONE_LINE_WIDTH = 700
// What stands beside the bar in its line: padding and border of the list, availability and the gap before it.
const BESIDE_BAR = 110

/** The column that the bars take of a list of this width, CSS pixels. */
export function barColumn(width: number): number {
  if (width < ONE_LINE_WIDTH) return Math.min(width - BESIDE_BAR, 540)
  return width < 1000 ? 270 : 540
}

/** Where the screen has room for it, what is past or to come stands beside the components. */
export const BESIDE_COMPONENTS = '(min-width: 1280px)'
const BESIDE_WIDTH = 352 + 32

/**
 * What the list of the components takes of the page, CSS pixels.
 * @param width of the page's column
 * @param isBeside whether anything stands beside it
 */
export const listWidth = (width: number, isBeside: boolean): number => (isBeside ? width - BESIDE_WIDTH : width)

/** What bars of this layout measure, CSS pixels. */
export const barWidth = ({ days, pitch, gap }: BarLayout): number => days * pitch - gap
