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
 * Whole pixels, so that every day is as wide as its neighbour. A narrow bar shows fewer days (30, then 60), never thinner
 * ones (experience.md, "Look"); a longer history than fits shows its newest days.
 * @param width CSS pixels that the bar may take
 */
export function barLayout(width: number, historyDays: number): BarLayout {
  const wanted = width < 340 ? NARROW_DAYS : width < 500 ? 2 * NARROW_DAYS : historyDays
  const fit = Math.min(wanted, historyDays, Math.floor(width / LEAST_PITCH))
  const pitch = Math.max(LEAST_PITCH, Math.floor(width / Math.max(fit, 1)))
  return { days: Math.max(fit, 1), pitch, gap: pitch >= 5 ? 2 : pitch >= 3 ? 1 : 0 }
}

/** The column that the bars take of a list of this width, CSS pixels. */
export function barColumn(width: number): number {
  if (width < 568) return width
  return width < 900 ? 360 : 540
}

/** What bars of this layout measure, CSS pixels. */
export const barWidth = ({ days, pitch, gap }: BarLayout): number => days * pitch - gap
