import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allGoingOn,
  endsBeforeItBegins,
  expectedEnd,
  hasMaintenance,
  hasOutage,
  incidentLevel,
  incidentsAt,
  isAlarming,
  newestFirst,
  lastChangeUntil,
  nextChangeAfter,
  timingAt,
} from '@/domain/incident/moment'
import {
  DEGRADED,
  MAINTENANCE,
  MINUTE_MS,
  NOTICE,
  OUTAGE,
  UNKNOWN,
  ids,
  impact,
  incident,
  level,
  scale,
  smallIncidents,
} from '../builders'

const T = 1000
const BEFORE = T - 1
const AFTER = T + 1

describe('the timing of an incident at t', () => {
  it.each([
    [null, null, 'ongoing'],
    [null, BEFORE, 'ended'],
    [null, T, 'ended'],
    [null, AFTER, 'ongoing'],
    [BEFORE, null, 'ongoing'],
    [BEFORE, T, 'ended'],
    [BEFORE, AFTER, 'ongoing'],
    [BEFORE, BEFORE, 'ended'],
    [T, null, 'ongoing'],
    [T, T, 'ended'],
    [T, AFTER, 'ongoing'],
    [T, BEFORE, 'invalid'],
    [AFTER, null, 'scheduled'],
    [AFTER, AFTER, 'scheduled'],
    [AFTER, AFTER + 1, 'scheduled'],
    [AFTER, T, 'invalid'],
    [AFTER, BEFORE, 'invalid'],
  ] as const)('that begins at %s and ends at %s, with t = 1000, is %s', (beganAt, endedAt, expected) => {
    expect(timingAt(incident({ beganAt, endedAt }), T)).toBe(expected)
  })

  it('knows the epoch itself from no time at all', () => {
    expect(timingAt(incident({ beganAt: 0, endedAt: 0 }), -1)).toBe('scheduled')
    expect(timingAt(incident({ beganAt: null, endedAt: 0 }), 0)).toBe('ended')
    expect(endsBeforeItBegins(incident({ beganAt: 1, endedAt: 0 }))).toBe(true)
  })

  it('only ever goes from scheduled over ongoing to ended', () => {
    const order = ['scheduled', 'ongoing', 'ended']
    fc.assert(
      fc.property(smallIncidents(10), fc.array(fc.integer({ min: -1, max: 11 })), (incidents, minutes) => {
        const instants = minutes.sort((a, b) => a - b).map(minute => minute * MINUTE_MS)
        for (const one of incidents) {
          const steps = instants.map(t => timingAt(one, t))
          if (endsBeforeItBegins(one)) expect(steps).toEqual(steps.map(() => 'invalid'))
          else expect(steps).toEqual([...steps].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
        }
      }),
    )
  })
})

describe('what an incident is', () => {
  it.each([
    ['nothing told', [], 'unknown', true, false, true],
    ['maintenance', [MAINTENANCE], 'maintenance', false, true, false],
    ['a good band', [NOTICE], 'notice', true, false, false],
    ['a good band and maintenance', [NOTICE, MAINTENANCE], 'maintenance', true, true, false],
    ['a band', [DEGRADED], 'degraded', true, false, true],
    ['maintenance with an outage', [MAINTENANCE, OUTAGE], 'outage', true, true, true],
    ['an impact without a severity', [UNKNOWN], 'unknown', true, false, true],
    ['maintenance and an impact without a severity', [MAINTENANCE, UNKNOWN], 'unknown', true, true, true],
    ['a severity above the highest band', [101], 'unknown', true, false, true],
  ] as const)('with %s', (_, severities, expected, outage, maintenance, alarming) => {
    const one = incident({ impacts: severities.map(severity => impact(severity)) })
    expect(incidentLevel(one, scale)).toBe(level(expected))
    expect(hasOutage(one)).toBe(outage)
    expect(hasMaintenance(one)).toBe(maintenance)
    expect(isAlarming(one, scale)).toBe(alarming)
  })
})

describe('the incidents at t', () => {
  const severe = incident({ id: 'severe', beganAt: 10, impacts: [impact(OUTAGE)] })
  const newer = incident({ id: 'newer', beganAt: 30, impacts: [impact(DEGRADED)] })
  const older = incident({ id: 'older', beganAt: 20, impacts: [impact(DEGRADED)] })
  const untold = incident({ id: 'untold', beganAt: null, impacts: [] })
  const note = incident({ id: 'note', beganAt: 90, impacts: [impact(NOTICE)] })

  it('are ongoing worst first, then newest, with good ones and those without impacts among them', () => {
    expect(ids(incidentsAt([older, note, untold, newer, severe], T, scale).ongoing)).toEqual([
      'severe',
      'untold',
      'newer',
      'older',
      'note',
    ])
  })

  it('are in progress by their end, maintenance without an end last', () => {
    const works = (id: string, endedAt: number | null) => incident({ id, endedAt, impacts: [impact(MAINTENANCE)] })
    const given = [works('open', null), works('late', 3000), works('soon', 2000)]
    expect(ids(incidentsAt(given, T, scale).inProgress)).toEqual(['soon', 'late', 'open'])
    expect(ids(incidentsAt([...given].reverse(), T, scale).inProgress)).toEqual(['soon', 'late', 'open'])
    expect(incidentsAt(given, T, scale).ongoing).toEqual([])
  })

  it('stand in both lists with both kinds of impact', () => {
    const both = incident({ id: 'both', impacts: [impact(MAINTENANCE), impact(OUTAGE)] })
    const lists = incidentsAt([both], T, scale)
    expect([lists.ongoing, lists.inProgress].map(ids)).toEqual([['both'], ['both']])
  })

  it('that go on are in one list, each once, maintenance behind the rest', () => {
    const given = [
      incident({ id: 'work', impacts: [impact(MAINTENANCE)], endedAt: T + MINUTE_MS }),
      incident({ id: 'both', impacts: [impact(MAINTENANCE), impact(OUTAGE)] }),
      incident({ id: 'over', impacts: [impact(OUTAGE)], endedAt: T - MINUTE_MS }),
      incident({ id: 'outage', impacts: [impact(OUTAGE)] }),
    ]
    expect(ids(allGoingOn(incidentsAt(given, T, scale)))).toEqual(['both', 'outage', 'work'])
  })

  it('are upcoming by their begin, the next one first', () => {
    const soon = incident({ id: 'soon', beganAt: AFTER, impacts: [impact(MAINTENANCE)] })
    const later = incident({ id: 'later', beganAt: AFTER + 5 })
    expect(ids(incidentsAt([later, soon], T, scale).upcoming)).toEqual(['soon', 'later'])
  })

  it('are past by their begin, the last first, those with impossible times among them and unknown begins last', () => {
    const ended = (id: string, beganAt: number | null, endedAt: number) => incident({ id, beganAt, endedAt })
    const past = [ended('first', 1, 5), ended('unknown', null, 900), ended('impossible', 500, 400), ended('last', 700, 800)]
    expect(ids(incidentsAt(past, T, scale).past)).toEqual(['last', 'impossible', 'first', 'unknown'])
  })

  it('keep a stable order by id where times are equal, in every list', () => {
    const [b, a] = ['b', 'a'].map(id => (fields: object) => incident({ id, ...fields }))
    const of = (fields: object) => [b!(fields), a!(fields)]
    const maintenance = { impacts: [impact(MAINTENANCE)] }
    expect(ids(incidentsAt(of({ beganAt: 1 }), T, scale).ongoing)).toEqual(['a', 'b'])
    expect(ids(incidentsAt(of(maintenance), T, scale).inProgress)).toEqual(['a', 'b'])
    expect(ids(incidentsAt(of({ beganAt: AFTER }), T, scale).upcoming)).toEqual(['a', 'b'])
    expect(ids(incidentsAt(of({ beganAt: null, endedAt: 1 }), T, scale).past)).toEqual(['a', 'b'])
  })

  it('are never lost, and never in two lists but for both kinds of impact', () => {
    fc.assert(
      fc.property(smallIncidents(10), fc.integer({ min: -1, max: 11 }), (incidents, minute) => {
        const lists = incidentsAt(incidents, minute * MINUTE_MS, scale)
        const { ongoing, inProgress, upcoming, past } = lists
        expect(new Set(ids([...ongoing, ...inProgress, ...upcoming, ...past]))).toEqual(new Set(ids(incidents)))
        const twice = incidents.filter(one => [ongoing, inProgress, upcoming, past].filter(list => list.includes(one)).length > 1)
        expect(twice).toEqual(ongoing.filter(one => inProgress.includes(one)).sort((a, b) => (a.id < b.id ? -1 : 1)))
        expect(twice.every(one => hasOutage(one) && hasMaintenance(one))).toBe(true)
      }),
    )
  })

  it('are sorted without changing the list that was given', () => {
    const given = [older, newer]
    expect(ids([...given].sort(newestFirst))).toEqual(['newer', 'older'])
    incidentsAt(given, T, scale)
    expect(ids(given)).toEqual(['older', 'newer'])
  })
})

describe('the next change after t', () => {
  it('is the earliest begin or end that is still to come, never t itself', () => {
    const incidents = [
      incident({ beganAt: BEFORE, endedAt: T }),
      incident({ beganAt: T, endedAt: 3000 }),
      incident({ beganAt: 2000, endedAt: null }),
    ]
    expect(nextChangeAfter(incidents, T)).toBe(2000)
    expect(nextChangeAfter(incidents, 2000)).toBe(3000)
    expect(nextChangeAfter(incidents, 3000)).toBeNull()
  })

  it('is none without times', () => {
    expect(nextChangeAfter([], T)).toBeNull()
    expect(nextChangeAfter([incident({ beganAt: null })], T)).toBeNull()
  })

  it('never comes from an incident that ends before it begins', () => {
    expect(nextChangeAfter([incident({ beganAt: 3000, endedAt: 2000 })], T)).toBeNull()
  })

  it('is when some timing changes next, and no other timing changes before it', () => {
    fc.assert(
      fc.property(smallIncidents(10), fc.integer({ min: -1, max: 11 }), (incidents, minute) => {
        const timings = (t: number) => incidents.map(one => timingAt(one, t)).join()
        const t = minute * MINUTE_MS
        const next = nextChangeAfter(incidents, t)
        const later = Array.from({ length: 13 }, (_, index) => (index - 1) * MINUTE_MS).filter(instant => instant > t)
        expect(later.find(instant => timings(instant) !== timings(t)) ?? null).toBe(next)
      }),
    )
  })
})

describe('lastChangeUntil', () => {
  it('names an instant at which every incident stands as it does now', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 50 }))
    const one = fc.record({ beganAt: instant, endedAt: instant }).map(times => incident(times))
    fc.assert(
      fc.property(fc.array(one), fc.integer({ min: 0, max: 60 }), (incidents, t) => {
        const last = lastChangeUntil(incidents, t)
        expect(last).toBeLessThanOrEqual(t)
        for (const each of incidents) expect(timingAt(each, last)).toBe(timingAt(each, t))
      }),
    )
  })
})

describe('the end that is expected of the worst that is ongoing', () => {
  const ending = (endedAt: number | null, severity = OUTAGE) => incident({ endedAt, impacts: [impact(severity)] })

  it.each<[string, ReturnType<typeof ending>[], number | null]>([
    ['of one', [ending(300)], 300],
    ['of several: the last', [ending(300), ending(500)], 500],
    ['unknown where one of them has none', [ending(300), ending(null)], null],
    ['whatever is less bad', [ending(300), ending(null, DEGRADED)], 300],
    ['none of what is good or maintenance', [ending(300, NOTICE), ending(300, MAINTENANCE)], null],
    ['none of nothing', [], null],
  ])('%s', (_, ongoing, expected) => {
    expect(expectedEnd(ongoing, scale)).toBe(expected)
  })
})
