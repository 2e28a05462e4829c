import type { DayStatus } from '@/domain/component/componentHistory'

/** How a day was pointed at: hovering only looks, the others open. */
export type DayPointing = 'hover' | 'open' | 'touch'

/** What the popover tells about a day. */
export interface PointedDay {
  readonly status: DayStatus
  readonly name: string
  readonly isToday: boolean
  readonly how: DayPointing
}

/** What the popover of the bars can be told. */
export interface DayPopoverHandle {
  /** @param x middle of the day in CSS pixels from the anchor's left edge */
  show(day: PointedDay, anchor: HTMLElement, x: number): Promise<void>
  leave(): void
  close(): void
}
