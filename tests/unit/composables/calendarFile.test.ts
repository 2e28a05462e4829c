import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CalendarEvent } from '@/domain/incident/calendarEvent'
import { calendarFile } from '@/composables/calendarFile'
import { calendarInstant, parseCalendar } from '../../support/ical'

const at = Date.parse
const MADE_AT = at('2026-03-10T12:00:00Z')
const event: CalendarEvent = {
  uid: 'a@status.test/api',
  start: at('2026-03-29T00:30:00Z'),
  end: at('2026-03-29T02:00:00.999Z'),
  title: 'Switch firmware',
  description: 'Short breaks.\n\nAffected components: Network',
  url: 'https://page.test/incidents/a',
}
const eventOf = (fields: Partial<CalendarEvent> = {}) =>
  parseCalendar(calendarFile([{ ...event, ...fields }], MADE_AT)).events[0]!

describe('a file for calendars', () => {
  it('says what, when in UTC, where to read on, and that nobody is away because of it', () => {
    const { properties, events } = parseCalendar(calendarFile([event], MADE_AT))
    expect(properties).toMatchObject({ VERSION: '2.0', PRODID: expect.stringMatching(/^-\/\/SCS Status/) as string })
    expect(events).toEqual([
      {
        UID: 'a@status.test/api',
        SEQUENCE: '0',
        DTSTAMP: '20260310T120000Z',
        DTSTART: '20260329T003000Z',
        DTEND: '20260329T020000Z',
        SUMMARY: 'Switch firmware',
        DESCRIPTION: 'Short breaks.\n\nAffected components: Network',
        URL: 'https://page.test/incidents/a',
        STATUS: 'CONFIRMED',
        TRANSP: 'TRANSPARENT',
        'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE',
      },
    ])
  })

  it('holds several events in their order', () => {
    const { events } = parseCalendar(calendarFile([event, { ...event, uid: 'b@status.test/api' }], MADE_AT))
    expect(events.map(({ UID }) => UID)).toEqual(['a@status.test/api', 'b@status.test/api'])
  })

  it('is the same for the same events, made at another time but for its stamp', () => {
    const [first, second] = [MADE_AT, MADE_AT + 60_000].map(madeAt => calendarFile([event], madeAt).split('\r\n'))
    expect(first!.filter((line, index) => line !== second![index])).toEqual(['DTSTAMP:20260310T120000Z'])
  })

  it('that is published has a name, says how often to ask again, and changes only where an event did', () => {
    const changed = { ...event, changedAt: at('2026-03-01T00:00:00Z'), sequence: 2 }
    const file = (madeAt: number) => calendarFile([changed], madeAt, { name: 'Cloud, all of it', refreshSeconds: 3600 })
    expect(file(MADE_AT)).toBe(file(MADE_AT + 60_000))
    const { properties, events } = parseCalendar(file(MADE_AT))
    expect(properties).toMatchObject({
      'X-WR-CALNAME': 'Cloud, all of it',
      'REFRESH-INTERVAL': 'PT1H',
      'X-PUBLISHED-TTL': 'PT1H',
    })
    expect(events[0]).toMatchObject({ DTSTAMP: '20260301T000000Z', 'LAST-MODIFIED': '20260301T000000Z', SEQUENCE: '2' })
  })

  it('leaves out an address that nobody knows', () => {
    expect(eventOf({ url: '' })).not.toHaveProperty('URL')
  })

  it('keeps a title in one line, and an address as it is written', () => {
    expect(eventOf({ title: ' Two\r\nlines\t' })['SUMMARY']).toBe('Two lines')
    expect(eventOf({ url: 'https://page.test/a,b;c?d=%20' })['URL']).toBe('https://page.test/a%2Cb%3Bc?d=%20')
  })

  it('takes any text and any time, and leaves out what calendars cannot hold', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }))
    const instant = fc.integer({ min: at('0001-01-01T00:00:00Z'), max: at('9999-12-31T00:00:00Z') })
    fc.assert(
      fc.property(text, text, instant, (title, description, start) => {
        const parsed = eventOf({ title, description, start, end: start + 1000 })
        const plain = (value: string) => value.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')
        expect(parsed['SUMMARY'] ?? '').toBe(plain(title).replace(/\s+/g, ' ').trim())
        expect(parsed['DESCRIPTION'] ?? '').toBe(plain(description))
        expect(calendarInstant(parsed['DTEND']) - calendarInstant(parsed['DTSTART'])).toBe(1000)
      }),
    )
  })

  it('needs no random ids, which browsers do not make over plain HTTP', () => {
    const { randomUUID } = Crypto.prototype
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
    onTestFinished(() => void Object.assign(Crypto.prototype, { randomUUID }))
    expect('randomUUID' in crypto).toBe(false)
    expect(eventOf()['UID']).toBe(event.uid)
    expect('randomUUID' in crypto).toBe(false)
  })
})
