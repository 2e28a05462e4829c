import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '@/domain/incident/calendarEvent'

/** Of a calendar that others subscribe to. */
interface Subscription {
  readonly name: string
  /** After which time to ask again. */
  readonly refreshSeconds: number
}

/**
 * Events as an iCalendar file (RFC 5545), times in UTC.
 * @param madeAt epoch milliseconds; the stamp of events that do not say when they changed
 */
export function calendarFile(events: readonly CalendarEvent[], madeAt: number, subscription?: Subscription): string {
  return withRandomIds(() => {
    const calendar = ical({
      prodId: '//SCS Status//NONSGML SCS Status//EN',
      ...(subscription && { name: oneLine(subscription.name), ttl: subscription.refreshSeconds }),
    })
    for (const { uid, start, end, title, description, url, changedAt, sequence } of events)
      calendar.createEvent({
        id: uid,
        stamp: new Date(changedAt ?? madeAt),
        ...(changedAt !== undefined && { lastModified: new Date(changedAt) }),
        ...(sequence !== undefined && { sequence }),
        start: new Date(start),
        end: new Date(end),
        summary: oneLine(title),
        description: printable(description),
        // The library writes an address as a text, which would put backslashes before these.
        ...(url !== '' && { url: url.replaceAll(',', '%2C').replaceAll(';', '%3B') }),
        status: ICalEventStatus.CONFIRMED,
        // Nobody is away because of it.
        transparency: ICalEventTransparency.TRANSPARENT,
        busystatus: ICalEventBusyStatus.FREE,
      })
    // The library leaves the last line open.
    return `${calendar.toString()}\r\n`
  })
}

/** Texts hold no control characters (RFC 5545, 3.3.11) but line breaks and tabs, and no halves of letters. */
const printable = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '')
const oneLine = (text: string) => printable(text).replace(/\s+/g, ' ').trim()

/** The library makes a random id before it takes ours; over plain HTTP browsers have none to give. */
function withRandomIds<T>(make: () => T): T {
  if ('randomUUID' in crypto) return make()
  Object.defineProperty(crypto, 'randomUUID', { value: () => '', configurable: true })
  try {
    return make()
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID')
  }
}
