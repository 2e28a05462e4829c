import '../../../support/temporal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  dateOf,
  daysUntil,
  incidentWindow,
  isMonth,
  monthOf,
  monthSpan,
  recordsStartOf,
  startOfRecords,
} from '@/domain/time/calendar'
import { DAY_MS, HOUR_MS, at } from '../builders'

const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z')
const days = (now: string, zone: string, count: number) =>
  daysUntil(at(now), zone, count).map(({ date, start, end }) => [date, iso(start), (end - start) / HOUR_MS])

describe('calendar days', () => {
  it('are of 24 hours in UTC, and the last one is today', () => {
    expect(days('2026-03-02T23:59:59Z', 'UTC', 3)).toEqual([
      ['2026-02-28', '2026-02-28T00:00:00Z', 24],
      ['2026-03-01', '2026-03-01T00:00:00Z', 24],
      ['2026-03-02', '2026-03-02T00:00:00Z', 24],
    ])
  })

  it('begin at midnight: the first instant of a day belongs to it', () => {
    expect(daysUntil(at('2026-03-02T00:00:00Z'), 'UTC', 1)[0]!.date).toBe('2026-03-02')
    expect(daysUntil(at('2026-03-02T00:00:00Z') - 1, 'UTC', 1)[0]!.date).toBe('2026-03-01')
  })

  it('have 23 hours in Berlin when clocks go forward', () => {
    expect(days('2026-03-30T12:00:00Z', 'Europe/Berlin', 3)).toEqual([
      ['2026-03-28', '2026-03-27T23:00:00Z', 24],
      ['2026-03-29', '2026-03-28T23:00:00Z', 23],
      ['2026-03-30', '2026-03-29T22:00:00Z', 24],
    ])
  })

  it('have 25 hours in Berlin when clocks go back, and both of the doubled hours are today', () => {
    for (const now of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      expect(days(now, 'Europe/Berlin', 2)).toEqual([
        ['2026-10-24', '2026-10-23T22:00:00Z', 24],
        ['2026-10-25', '2026-10-24T22:00:00Z', 25],
      ])
  })

  it('change by half an hour on Lord Howe Island', () => {
    expect(days('2026-04-05T06:00:00Z', 'Australia/Lord_Howe', 1)).toEqual([['2026-04-05', '2026-04-04T13:00:00Z', 24.5]])
    expect(days('2026-10-04T06:00:00Z', 'Australia/Lord_Howe', 1)).toEqual([['2026-10-04', '2026-10-03T13:30:00Z', 23.5]])
  })

  it('begin at one o’clock where there was no midnight (São Paulo until 2018)', () => {
    expect(days('2018-11-05T12:00:00Z', 'America/Sao_Paulo', 3)).toEqual([
      ['2018-11-03', '2018-11-03T03:00:00Z', 24],
      ['2018-11-04', '2018-11-04T03:00:00Z', 23],
      ['2018-11-05', '2018-11-05T02:00:00Z', 24],
    ])
  })

  it('begin at the first of two midnights (Havana)', () => {
    expect(days('2026-11-01T12:00:00Z', 'America/Havana', 1)).toEqual([['2026-11-01', '2026-11-01T04:00:00Z', 25]])
  })

  it('begin at a quarter to in Kathmandu, and first of all on Kiritimati', () => {
    expect(days('2026-06-15T18:15:00Z', 'Asia/Kathmandu', 1)).toEqual([['2026-06-16', '2026-06-15T18:15:00Z', 24]])
    expect(days('2026-06-15T10:00:00Z', 'Pacific/Kiritimati', 1)).toEqual([['2026-06-16', '2026-06-15T10:00:00Z', 24]])
  })

  it('take no time where a date was skipped (Samoa, 30 December 2011)', () => {
    expect(days('2011-12-31T12:00:00Z', 'Pacific/Apia', 4)).toEqual([
      ['2011-12-29', '2011-12-29T10:00:00Z', 24],
      ['2011-12-30', '2011-12-30T10:00:00Z', 0],
      ['2011-12-31', '2011-12-30T10:00:00Z', 24],
      ['2012-01-01', '2011-12-31T10:00:00Z', 24],
    ])
  })

  it('go on across leap days, and before 1970', () => {
    expect(days('2024-03-01T00:00:00Z', 'UTC', 2)[0]![0]).toBe('2024-02-29')
    expect(days('1969-12-31T23:59:59Z', 'UTC', 1)).toEqual([['1969-12-31', '1969-12-31T00:00:00Z', 24]])
  })

  it('are none where none are asked for', () => {
    expect(daysUntil(0, 'UTC', 0)).toEqual([])
  })
})

describe('the date of an instant', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-01-02'],
    ['Asia/Kathmandu', '2026-01-01'],
    ['UTC', '2026-01-01'],
    ['America/Los_Angeles', '2026-01-01'],
    ['Pacific/Pago_Pago', '2025-12-31'],
  ])('is that of %s', (zone, expected) => {
    expect(dateOf(at('2026-01-01T10:30:00Z'), zone)).toBe(expected)
  })
})

describe('the start of records', () => {
  it.each([
    ['2026-03-29', 'UTC', '2026-03-29T00:00:00Z'],
    ['2026-03-29', 'Asia/Kathmandu', '2026-03-28T18:15:00Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-03-29T12:00:00Z', 'Asia/Kathmandu', '2026-03-29T12:00:00Z'],
    ['2026-03-29T12:00:00+05:45', 'UTC', '2026-03-29T06:15:00Z'],
    ['2026-03-29t12:00:00z', 'UTC', '2026-03-29T12:00:00Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(iso(startOfRecords(text, zone)!)).toBe(expected)
  })

  it.each([null, undefined, '', 'soon', '2026', '2026-02-30', '2026-13-01', '29.03.2026', '2026-03-29T12:00:00', ' 2026-03-29'])(
    'is not told by %s',
    text => {
      expect(startOfRecords(text, 'UTC')).toBeNull()
    },
  )
})

describe('the start of the records of a component', () => {
  const configOf = (recordsSinceLabel: string | null, recordsSince: string | null = '2026-01-01') => ({
    recordsSince,
    components: { recordsSinceLabel },
  })
  const of = (labels: Readonly<Record<string, string>>, config = configOf('since')) =>
    recordsStartOf({ labels }, config, 'Asia/Kathmandu')

  it('is what its label says, be it earlier than that of all, and begins in the zone', () => {
    expect(of({ since: '2026-03-29' })).toBe(at('2026-03-28T18:15:00Z'))
    expect(of({ since: '2025-03-29T12:00:00Z' })).toBe(at('2025-03-29T12:00:00Z'))
  })

  it.each<Record<string, string>>([{}, { since: 'soon' }, { since: '' }])('is that of all where its labels are %j', labels => {
    expect(of(labels)).toBe(at('2025-12-31T18:15:00Z'))
  })

  it('is that of all where no label is configured, or nobody sees the component', () => {
    expect(of({ since: '2026-03-29' }, configOf(null))).toBe(at('2025-12-31T18:15:00Z'))
    expect(recordsStartOf(undefined, configOf('since'), 'UTC')).toBe(at('2026-01-01T00:00:00Z'))
  })

  it('is none where nothing says it, nor a name that all objects have', () => {
    expect(of({}, configOf(null, null))).toBeNull()
    expect(of({}, configOf('constructor', null))).toBeNull()
  })
})

const zones = [
  'UTC',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Chatham',
]
const moments = fc.integer({ min: at('2010-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') })
const skipped = (zone: string, date: string) => zone === 'Pacific/Apia' && date === '2011-12-30'

describe('the days of every zone', () => {
  it('are as many as asked for, without gaps, of 22 to 26 hours, and the last one contains now', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), fc.integer({ min: 1, max: 30 }), (now, zone, count) => {
        const list = daysUntil(now, zone, count)
        expect(list).toHaveLength(count)
        list.forEach(({ date, start, end }, index) => {
          if (index) expect(start).toBe(list[index - 1]!.end)
          if (skipped(zone, date)) {
            expect(end).toBe(start)
            return
          }
          expect(end - start).toBeGreaterThanOrEqual(22 * HOUR_MS)
          expect(end - start).toBeLessThanOrEqual(26 * HOUR_MS)
          expect([start, end - 1].map(instant => dateOf(instant, zone))).toEqual([date, date])
        })
        expect(list.at(-1)!.start).toBeLessThanOrEqual(now)
        expect(list.at(-1)!.end).toBeGreaterThan(now)
      }),
      { numRuns: 60 },
    )
  })

  it('lie in the one window that is asked for, which is made of UTC days and hardly longer than needed', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), (now, history, preview) => {
        const { start, end } = incidentWindow(now, history, preview)
        for (const zone of zones) expect(daysUntil(now, zone, history)[0]!.start).toBeGreaterThanOrEqual(start)
        expect(end).toBeGreaterThanOrEqual(now + preview * DAY_MS)
        expect([Math.abs(start % DAY_MS), Math.abs(end % DAY_MS)]).toEqual([0, 0])
        expect(end - start).toBeLessThan((history + preview + 3) * DAY_MS)
      }),
      { numRuns: 15 },
    )
  })

  it('ask for the same window throughout a UTC day, so that caches can answer', () => {
    const [early, late] = ['2026-06-15T02:00:00Z', '2026-06-15T23:59:00Z'].map(now => incidentWindow(at(now), 90, 30))
    expect(early).toEqual(late)
    expect([early!.start, early!.end].map(iso)).toEqual(['2026-03-17T00:00:00Z', '2026-07-16T00:00:00Z'])
  })
})

describe('months', () => {
  it('are those of the zone', () => {
    expect(['UTC', 'America/New_York'].map(zone => monthOf(at('2026-03-01T02:00:00Z'), zone))).toEqual(['2026-03', '2026-02'])
  })

  it.each([
    ['UTC', '2026-03', '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['Europe/Berlin', '2026-03', '2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'],
    ['Australia/Lord_Howe', '2026-12', '2026-11-30T13:00:00Z', '2026-12-31T13:00:00Z'],
  ])('in %s %s reaches from its first day to that of the next', (zone, month, start, end) => {
    expect(Object.values(monthSpan(month, zone)).map(iso)).toEqual([start, end])
  })

  it('are counted over years', () => {
    expect([addMonths('2026-01', -1), addMonths('2025-11', 3)]).toEqual(['2025-12', '2026-02'])
  })

  it.each([
    ['2026-03', true],
    ['0001-01', true],
    ['0000-01', false],
    ['2026-13', false],
    ['2026-3', false],
    ['+12026-03', false],
    ['2026-03-01', false],
    ['', false],
  ])('"%s" names one: %s', (text, expected) => {
    expect(isMonth(text)).toBe(expected)
  })
})
