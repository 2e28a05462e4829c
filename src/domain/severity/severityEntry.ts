import { levelOf, TOP_VALUE, type Level, type SeverityScale } from './severity'

/** Why a severity that somebody typed is none of the band that is chosen. */
export type SeverityRefusal =
  | { readonly code: 'missing' | 'notWhole' | 'outside' | 'maintenance' | 'inNoBand' }
  /** Right, but of another band: to be chosen on purpose. */
  | { readonly code: 'otherBand'; readonly level: Level }

/** What stands against a typed severity while a band is chosen; null = nothing. Never is another value taken in its place. */
export function refusalOf(scale: SeverityScale, typed: number | null, chosen: Level): SeverityRefusal | null {
  if (typed === null) return { code: 'missing' }
  if (!Number.isInteger(typed)) return { code: 'notWhole' }
  if (typed < 0 || typed > TOP_VALUE) return { code: 'outside' }
  const level = levelOf(scale, typed)
  if (level === chosen) return null
  if (level === scale.maintenance) return { code: 'maintenance' }
  return level === scale.unknown ? { code: 'inNoBand' } : { code: 'otherBand', level }
}

/** Whether more digits can make a value of the range out of what is typed so far: who is half-way is not told that it is wrong. */
export function isBeginning(typed: number | null, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (typed === null || typed === 0) return false
  const digits = String(typed)
  for (let value = from; value <= to; value++) if (String(value).startsWith(digits)) return true
  return false
}
