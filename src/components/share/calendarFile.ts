import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '@/domain/incident/calendarEvent'

/**
 * Events as an iCalendar file (RFC 5545), times in UTC.
 * @param madeAt epoch milliseconds
 */
export function calendarFile(events: readonly CalendarEvent[], madeAt: number): string {
  return withRandomIds(() => {
    const calendar = ical({ prodId: '//SCS Status//NONSGML SCS Status//EN' })
    for (const { uid, start, end, title, description, url } of events)
      calendar.createEvent({
        id: uid,
        stamp: new Date(madeAt),
        start: new Date(start),
        end: new Date(end),
        summary: printable(title).replace(/\s+/g, ' ').trim(),
        description: printable(description),
        // The library writes an address as a text, which would put backslashes before these.
        url: url.replaceAll(',', '%2C').replaceAll(';', '%3B'),
        status: ICalEventStatus.CONFIRMED,
        // Nobody is away because of it.
        transparency: ICalEventTransparency.TRANSPARENT,
        busystatus: ICalEventBusyStatus.FREE,
      })
    // The library leaves the last line open.
    return `${calendar.toString()}\r\n`
  })
}

/** Texts hold no control characters (RFC 5545, 3.3.11) but line breaks and tabs. */
const printable = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}/gu, '')

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
