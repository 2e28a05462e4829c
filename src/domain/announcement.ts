import { DAY_MS } from '@/domain/time/units'

/** When something is announced: each a day, which counts as a whole one in UTC, or an RFC 3339 instant; null = no limit. */
export interface AnnouncementSpan {
  readonly from: string | null
  readonly until: string | null
}

/** Whether it is announced at `now`, epoch milliseconds. */
export function isAnnounced({ from, until }: AnnouncementSpan, now: number): boolean {
  if (from !== null && now < Date.parse(from)) return false
  if (until === null) return true
  const isDay = !until.includes(':')
  return now < Date.parse(until) + (isDay ? DAY_MS : 0)
}
