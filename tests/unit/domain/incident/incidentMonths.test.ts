import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '@/domain/time/calendar'
import { incidentsByMonth, knowledgeOf, monthsBack } from '@/domain/incident/incidentMonths'
import { at, DAY_MS, incident, smallIncidents, span, MINUTE_MS } from '../builders'

const NOW = at('2026-03-10T12:00:00Z')
const shown = monthsBack('2026-03', 3, 'UTC')

describe('months in a row', () => {
  it('go back over the year, newest first, without a gap', () => {
    expect(shown.map(({ month }) => month)).toEqual(['2026-03', '2026-02', '2026-01'])
    expect(monthsBack('2026-01', 2, 'UTC').map(({ month }) => month)).toEqual(['2026-01', '2025-12'])
    for (const zone of ['UTC', 'Australia/Lord_Howe', 'America/St_Johns']) {
      const months = monthsBack('2026-06', 12, zone)
      expect(months.slice(1).map(({ end }) => end)).toEqual(months.slice(0, -1).map(({ start }) => start))
    }
  })

  it('end where nothing is recorded before, and at the first year', () => {
    expect(monthsBack('2026-03', 9, 'UTC', '2026-02').map(({ month }) => month)).toEqual(['2026-03', '2026-02'])
    expect(monthsBack('2026-03', 9, 'UTC', '2026-04')).toEqual([])
    expect(monthsBack('0001-02', 9, 'UTC').map(({ month }) => month)).toEqual(['0001-02', '0001-01'])
  })
})

describe('an incident stands', () => {
  const days = (text: string | null) => (text === null ? null : at(`${text}T00:00:00Z`))
  it.each([
    ['in the month of its begin', '2026-02-05', '2026-02-06', '2026-02'],
    ['there too when it reaches into the next', '2026-01-31', '2026-02-02', '2026-01'],
    ['at the very begin of a month in that month', '2026-02-01', '2026-02-01', '2026-02'],
    ['in the oldest month if it began before and reaches it', '2025-11-01', '2026-01-02', '2026-01'],
    ['there too if it reaches further', '2025-11-01', '2026-03-02', '2026-01'],
    ['nowhere if it ended before', '2025-11-01', '2025-12-31', null],
    ['nowhere if it ended as the oldest month began', '2025-11-01', '2026-01-01', null],
    ['in the oldest month while nobody knows its begin', null, '2026-02-02', '2026-01'],
    ['in the month of its begin while it goes on', '2026-03-01', null, '2026-03'],
    ['in the oldest month if it goes on since before', '2025-11-01', null, '2026-01'],
    ['nowhere while it is scheduled', '2026-03-20', '2026-03-21', null],
    ['in the month of its begin if it ends before', '2026-02-05', '2026-01-05', '2026-02'],
    ['nowhere if it ends before and began before them all', '2025-12-05', '2025-11-05', null],
    ['in the present month if it ends before it begins some day', '2027-01-05', '2026-02-05', '2026-03'],
  ])('%s: %s to %s', (_, beganAt, endedAt, expected) => {
    const one = incident({ beganAt: days(beganAt), endedAt: days(endedAt) })
    const months = incidentsByMonth([one], shown, NOW).filter(({ incidents }) => incidents.length)
    expect(months.map(({ month }) => month.month)).toEqual(expected === null ? [] : [expected])
  })

  it('in no month before the present one if it ends before it begins some day', () => {
    const one = incident({ beganAt: days('2027-01-05'), endedAt: days('2026-01-05') })
    expect(incidentsByMonth([one], monthsBack('2026-02', 2, 'UTC'), NOW).flatMap(({ incidents }) => incidents)).toEqual([])
  })

  it('in its month of the zone', () => {
    const one = incident({ beganAt: at('2026-02-28T23:30:00Z'), endedAt: at('2026-03-02T00:00:00Z') })
    const first = (zone: string) =>
      incidentsByMonth([one], monthsBack('2026-03', 3, zone), NOW).find(({ incidents }) => incidents.length)!.month.month
    expect([first('UTC'), first('Europe/Berlin')]).toEqual(['2026-02', '2026-03'])
  })

  it('newest first, and without months nowhere', () => {
    const early = incident({ beganAt: days('2026-02-01') })
    const late = incident({ beganAt: days('2026-02-02') })
    expect(incidentsByMonth([early, late], shown, NOW)[1]!.incidents).toEqual([late, early])
    expect(incidentsByMonth([early], [], NOW)).toEqual([])
  })

  it('once, in a month that it touches, whatever the months are', () => {
    const months = (edges: number[]) =>
      edges
        .slice(1)
        .map((edge, index) => ({ month: `${index}`, start: edges[index]! * MINUTE_MS, end: edge * MINUTE_MS }))
        .reverse()
    const edges = fc
      .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 9 })
      .map(list => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(smallIncidents(40), edges, (incidents, borders) => {
        const now = borders.at(-1)! * MINUTE_MS - 1
        const listed = incidentsByMonth(incidents, months(borders), now).flatMap(({ month, incidents: own }) =>
          own.map(one => ({ month, one })),
        )
        expect(new Set(listed.map(({ one }) => one.id)).size).toBe(listed.length)
        for (const { month, one } of listed) {
          if (one.beganAt !== null && one.endedAt !== null && one.endedAt < one.beganAt) continue
          expect(one.beganAt ?? -Infinity).toBeLessThan(month.end)
          expect(one.endedAt ?? Infinity).toBeGreaterThanOrEqual(month.start)
        }
        const isShown = ({ beganAt, endedAt }: (typeof incidents)[number]) =>
          (beganAt ?? -Infinity) <= now &&
          (endedAt ?? Infinity) > borders[0]! * MINUTE_MS &&
          (endedAt ?? Infinity) >= (beganAt ?? -Infinity)
        expect(incidents.filter(isShown).every(one => listed.some(({ one: other }) => other === one))).toBe(true)
      }),
    )
  })
})

describe('what is known of a month', () => {
  const month = span(0, 30)
  const known = (given: { observed?: Span[]; awaited?: Span[]; failed?: Span[]; recordsSince?: number | null; now?: number }) => {
    const { failed, ...rest } = knowledgeOf(month, {
      observed: given.observed ?? [],
      awaited: given.awaited ?? [],
      failed: (given.failed ?? []).map(one => ({ span: one })),
      recordsSince: given.recordsSince ?? null,
      now: given.now ?? DAY_MS,
    })
    const { isRecorded, ...known } = rest
    expect(isRecorded).toBe(true)
    return { ...known, failed: failed.map(one => one.span) }
  }
  it.each([
    ['all of it', { observed: [span(-5, 40)] }, { isWhole: true, isNone: false, isAwaited: false, gaps: [], failed: [] }],
    ['nothing', {}, { isWhole: false, isNone: true, isAwaited: false, gaps: [month], failed: [] }],
    ['nothing yet', { awaited: [span(-5, 40)] }, { isWhole: false, isNone: true, isAwaited: true, gaps: [], failed: [] }],
    [
      'a part, the other is awaited',
      { observed: [span(10, 40)], awaited: [span(-5, 10)] },
      { isWhole: false, isNone: false, isAwaited: true, gaps: [], failed: [] },
    ],
    [
      'all but a part that failed',
      { observed: [span(0, 10), span(12, 30)], failed: [span(10, 12)] },
      { isWhole: false, isNone: false, isAwaited: false, gaps: [], failed: [span(10, 12)] },
    ],
    [
      'the same while that part is asked for again',
      { observed: [span(0, 10), span(12, 30)], failed: [span(10, 12)], awaited: [span(10, 12)] },
      { isWhole: false, isNone: false, isAwaited: false, gaps: [], failed: [span(10, 12)] },
    ],
    [
      'a part, and nobody says why',
      { observed: [span(0, 10)] },
      { isWhole: false, isNone: false, isAwaited: false, gaps: [span(10, 30)], failed: [] },
    ],
    [
      'all until now: the rest is to come',
      { observed: [span(0, 10)], now: 10 },
      { isWhole: true, isNone: false, isAwaited: false, gaps: [], failed: [] },
    ],
    [
      'all since the records begin',
      { observed: [span(20, 30)], recordsSince: 20 },
      { isWhole: true, isNone: false, isAwaited: false, gaps: [], failed: [] },
    ],
    [
      'all: what failed is another month',
      { observed: [month], failed: [span(30, 40)] },
      { isWhole: true, isNone: false, isAwaited: false, gaps: [], failed: [] },
    ],
  ])('%s', (_, given, expected) => {
    expect(known(given)).toEqual(expected)
  })

  it('is nothing before the records begin, which is no quiet month', () => {
    const facts = { observed: [span(0, 40)], awaited: [], failed: [], recordsSince: 20, now: 10 }
    expect(knowledgeOf(month, facts)).toMatchObject({ isRecorded: false, isWhole: false, isNone: false, gaps: [] })
  })
})
