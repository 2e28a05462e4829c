import type { ViewContext } from './viewContext'
import { MINUTE_MS } from '@/domain/time/units'

/** An instant for people and machines. */
export interface TimeModel {
  /** RFC 3339 */
  readonly machine: string
  /** The zone named. */
  readonly text: string
  /** "2 hours ago"; empty = not told, or now. */
  readonly ago: string
}

/**
 * @param at epoch milliseconds
 * @param tells `short`: the time alone where it lies today; `relative`: how long ago as well
 */
export function timeModel(
  context: Pick<ViewContext, 'format' | 'now'>,
  at: number,
  { short = false, relative = false }: { readonly short?: boolean; readonly relative?: boolean } = {},
): TimeModel {
  const { format } = context
  // A minute's difference is noise, and "0 minutes ago" says nothing.
  const isTold = relative && Math.abs(context.now - at) >= MINUTE_MS
  return {
    machine: format.machine(at),
    text: short ? format.shortTime(at) : format.dateTime(at),
    ago: isTold ? format.relative(at) : '',
  }
}
