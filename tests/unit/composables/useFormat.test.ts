import { describe, expect, it } from 'vitest'
import { computed, createApp, ref } from 'vue'
import { displayKey } from '@/composables/display'
import { useFormat } from '@/composables/useFormat'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.parse('2026-03-10T12:00:00Z')

function formatIn(locale = 'en-GB', zone = 'UTC') {
  const app = createApp({})
  app.provide(displayKey, { zone: ref(zone), locale: computed(() => locale), now: ref(NOW) })
  return app.runWithContext(useFormat)
}
const english = formatIn()
const german = formatIn('de-DE', 'Europe/Berlin')
const at = (iso: string) => Date.parse(iso)
/** With plain spaces and without commas: those change from one Node to the next. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replaceAll(',', '')

describe('a duration', () => {
  it.each([
    [0, '0 mins', '0 Min.'],
    [1, '1 min', '1 Min.'],
    [59_999, '1 min', '1 Min.'],
    [MINUTE, '1 min', '1 Min.'],
    [59 * MINUTE + 59_999, '59 mins', '59 Min.'],
    [HOUR, '1 hr', '1 Std.'],
    [2 * HOUR + 5 * MINUTE, '2 hrs 5 mins', '2 Std. 5 Min.'],
    [DAY, '1 day', '1 Tg.'],
    [DAY + 5 * MINUTE, '1 day', '1 Tg.'],
    [2 * DAY + 3 * HOUR + 59 * MINUTE, '2 days 3 hrs', '2 Tg. 3 Std.'],
  ])('of %i ms stands in its two largest units', (ms, inEnglish, inGerman) => {
    expect(plain(english.duration(ms))).toBe(inEnglish)
    expect(plain(german.duration(ms))).toBe(inGerman)
  })

  it('below zero says nothing impossible', () => {
    expect(plain(english.duration(-5 * MINUTE))).toBe('0 mins')
  })
})

describe('seen from now', () => {
  it.each([
    [0, 'now', 'jetzt'],
    [-59_999, 'now', 'jetzt'],
    [59_999, 'now', 'jetzt'],
    [-MINUTE, '1 minute ago', 'vor 1 Minute'],
    [-119 * MINUTE, '119 minutes ago', 'vor 119 Minuten'],
    [-2 * HOUR, '2 hours ago', 'vor 2 Stunden'],
    [-47 * HOUR, '47 hours ago', 'vor 47 Stunden'],
    [-3 * DAY - 23 * HOUR, '3 days ago', 'vor 3 Tagen'],
    [30 * MINUTE, 'in 30 minutes', 'in 30 Minuten'],
    [5 * DAY, 'in 5 days', 'in 5 Tagen'],
  ])('%i ms', (ms, inEnglish, inGerman) => {
    expect(english.relative(NOW + ms)).toBe(inEnglish)
    expect(german.relative(NOW + ms)).toBe(inGerman)
  })
})

describe('a time', () => {
  it('names its zone', () => {
    expect(plain(english.dateTime(at('2026-03-09T08:05:00Z')))).toBe('Mon 9 Mar 08:05 UTC')
    expect(plain(german.dateTime(at('2026-03-09T08:05:00Z')))).toBe('Mo. 9. März 09:05 MEZ')
    expect(plain(german.dateTime(at('2026-07-09T08:05:00Z')))).toBe('Do. 9. Juli 10:05 MESZ')
    expect(plain(formatIn('en-GB', 'Asia/Kathmandu').dateTime(at('2026-03-09T23:05:00Z')))).toBe('Tue 10 Mar 04:50 GMT+5:45')
  })

  it('has its year where that is not this one, as seen in the zone', () => {
    expect(plain(english.dateTime(at('2025-12-31T23:30:00Z')))).toBe('31 Dec 2025 23:30 UTC')
    expect(plain(german.dateTime(at('2025-12-31T23:30:00Z')))).toBe('Do. 1. Jan. 00:30 MEZ')
    expect(plain(german.dateTime(at('2027-01-01T12:00:00Z')))).toBe('1. Jan. 2027 13:00 MEZ')
  })

  it('is the clock alone today, and midnight is 00', () => {
    expect(plain(english.shortTime(at('2026-03-10T00:00:00Z')))).toBe('00:00 UTC')
    expect(plain(english.shortTime(at('2026-03-09T23:59:00Z')))).toBe('Mon 9 Mar 23:59 UTC')
    expect(plain(formatIn('en-GB', 'Pacific/Auckland').shortTime(at('2026-03-10T11:00:00Z')))).toBe('00:00 GMT+13')
  })
})

describe('a range', () => {
  it.each([
    ['names the day and the zone once', '2026-03-09T08:00:00Z', '2026-03-09T09:30:00Z', 'Mon 9 Mar 08:00 – 09:30 UTC'],
    ['names both days', '2026-03-09T22:00:00Z', '2026-03-10T02:00:00Z', 'Mon 9 Mar 22:00 – Tue 10 Mar 02:00 UTC'],
    [
      'names both years where one is not this year',
      '2025-12-31T22:00:00Z',
      '2026-01-01T02:00:00Z',
      '31 Dec 2025 22:00 UTC – 1 Jan 2026 02:00 UTC',
    ],
  ])('%s', (_, start, end, text) => {
    expect(plain(english.range(at(start), at(end)))).toBe(text)
  })

  it('names both zones where the clocks change within it', () => {
    expect(plain(german.range(at('2026-03-29T00:30:00Z'), at('2026-03-29T01:30:00Z')))).toBe(
      'So. 29. März 01:30 MEZ – 03:30 MESZ',
    )
  })
})

describe('a calendar day', () => {
  it.each([
    ['2026-03-09', 'Mon 9 Mar', 'Mo. 9. März'],
    ['2025-03-09', 'Sun 9 Mar 2025', 'So. 9. März 2025'],
    ['no day', 'no day', 'no day'],
  ])('%s', (date, inEnglish, inGerman) => {
    expect(plain(english.day(date))).toBe(inEnglish)
    expect(plain(german.day(date))).toBe(inGerman)
  })

  it('is the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
      expect(plain(formatIn('en-GB', zone).day('2026-03-09'))).toBe('Mon 9 Mar')
  })
})

describe('times beyond all calendars', () => {
  const instants = [-62_198_755_200_000, 253_402_300_799_999, 8.64e15, -8.64e15]

  it.each(instants)('%d is shown without an error', instant => {
    for (const format of [english, german]) {
      for (const show of [format.dateTime, format.shortTime, format.relative, format.machine]) {
        expect(typeof show(instant)).toBe('string')
      }
      expect(typeof format.range(instant, NOW)).toBe('string')
      expect(typeof format.range(NOW, instant)).toBe('string')
      expect(typeof format.duration(instant - NOW)).toBe('string')
    }
  })

  it('have a machine-readable form where RFC 3339 has one', () => {
    expect(english.machine(at('2026-03-09T08:00:00+01:00'))).toBe('2026-03-09T07:00:00.000Z')
    expect(english.machine(Infinity)).toBe('')
  })
})

describe('numbers', () => {
  it.each([
    [10_000, '100.00%', '100,00 %'],
    [9_999, '99.99%', '99,99 %'],
    [0, '0.00%', '0,00 %'],
  ])('of %i basis points', (basisPoints, inEnglish, inGerman) => {
    expect(english.basisPoints(basisPoints)).toBe(inEnglish)
    expect(german.basisPoints(basisPoints).replace(/\s/g, ' ')).toBe(inGerman)
  })

  it.each([
    [0, '0%'],
    [0.0001, '1%'],
    [0.9999, '99%'],
    [0.5, '50%'],
    [1, '100%'],
  ])('of the share %d: neither nothing nor all unless it is', (share, text) => {
    expect(english.share(share)).toBe(text)
  })
})

it('joins lists as the language does', () => {
  expect(english.list(['a', 'b', 'c'])).toBe('a, b and c')
  expect(german.list(['a', 'b', 'c'])).toBe('a, b und c')
})
