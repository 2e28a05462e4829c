import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayStatus } from '@/domain/component/componentHistory'
import { findIncidents, overallOf, standingOf, worstDays, type OverallStatus } from '@/domain/status/overview'
import { severityScale, type Level } from '@/domain/severity/severity'
import type { Verdict, VerdictKind } from '@/domain/status/verdict'
import { incident } from '../builders'

const scale = severityScale([
  { name: 'Notice', value: 25 },
  { name: 'Minor', value: 50 },
  { name: 'Major', value: 75 },
  { name: 'Total', value: 100 },
])
const other = severityScale([{ name: 'Down', value: 100 }])
const band = (name: string) => scale.bands.find(level => level.name === name)!

const verdict = (kind: VerdictKind, level: Level): Verdict => ({
  kind,
  level,
  counts: { total: 1, affected: 0, maintenance: 0, unknown: 0 },
  worst: [],
  since: null,
  missing: [],
  stale: false,
})
const fine = verdict('operational', scale.operational)
const unknown = verdict('unknown', scale.unknown)
const minor = verdict('affected', band('Minor'))
const down = verdict('affected', other.bands[0]!)
const maintenance = verdict('maintenance', scale.maintenance)
const notice = verdict('notice', band('Notice'))

describe('a provider among others', () => {
  it.each([
    ['operational', 'operational'],
    ['notice', 'notice'],
    ['maintenance', 'maintenance'],
    ['affected', 'affected'],
    ['incident', 'affected'],
    ['partial', 'unconfirmed'],
    ['unknown', 'unconfirmed'],
    ['empty', 'unconfirmed'],
  ] as [VerdictKind, OverallStatus][])('%s is %s', (kind, standing) =>
    expect(standingOf(verdict(kind, scale.unknown))).toBe(standing),
  )

  it('is awaited until its first answers are there', () => expect(standingOf(null)).toBe('awaited'))
})

describe('several providers', () => {
  it.each([
    ['all fine', [fine, fine], 'operational', 'operational'],
    ['one with a notice', [fine, notice], 'notice', 'band:Notice'],
    ['one in maintenance', [fine, notice, maintenance], 'maintenance', 'maintenance'],
    ['one awaited', [fine, maintenance, null], 'awaited', 'unknown'],
    ['one unknown', [fine, null, unknown], 'unconfirmed', 'unknown'],
    ['one without components', [fine, verdict('empty', scale.unknown)], 'unconfirmed', 'unknown'],
    ['what is known to be wrong is said first', [unknown, fine, minor, null], 'affected', 'band:Minor'],
    ['the worst of two scales', [minor, down], 'affected', 'band:Down'],
    ['whatever their order', [down, minor], 'affected', 'band:Down'],
    ['the unknown severity is worse than a mild one', [minor, verdict('affected', scale.unknown)], 'affected', 'unknown'],
    ['and less than the highest', [verdict('affected', scale.unknown), down], 'affected', 'band:Down'],
    ['none at all', [], 'awaited', 'unknown'],
  ] as const)('%s', (_, verdicts, kind, level) => {
    expect(overallOf(verdicts)).toMatchObject({ kind, level: { key: level }, total: verdicts.length })
  })

  it('are never all operational unless each of them is, and each is counted once', () => {
    const any = fc.array(fc.constantFrom(fine, unknown, minor, down, maintenance, notice, null), { minLength: 1 })
    fc.assert(
      fc.property(any, verdicts => {
        const { kind, level, counts, total } = overallOf(verdicts)
        expect(kind === 'operational').toBe(verdicts.every(one => one === fine))
        expect(level.kind === 'operational').toBe(kind === 'operational')
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(total)
        expect(counts[kind]).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the search over incidents', () => {
  const names = new Map([['dns', 'Name service']])
  const list = [
    incident({ id: 'one', title: 'Slow volumes', impacts: [] }),
    incident({ id: 'two', title: 'Outage', impacts: [{ componentId: 'dns', typeId: null, severity: 50 }] }),
  ]

  it.each([
    ['slow', ['one']],
    ['VOLUMES slow', ['one']],
    ['name', ['two']],
    ['outage service', ['two']],
    ['slow outage', []],
    ['dns', []],
  ])('%s finds %j', (text, ids) => {
    expect(findIncidents(list, names, text).map(({ id }) => id)).toEqual(ids)
  })
})

describe('the days of a provider', () => {
  const day = { date: '2026-03-10', start: 0, end: 1 } as DayStatus['day']
  const at = (level: Level | null): DayStatus => ({
    day,
    level,
    incidents: [],
    affectedMs: new Map(),
    maintenanceMs: 0,
    observedMs: level ? 1 : 0,
  })
  const { operational, unknown: notKnown, maintenance: planned } = scale
  const worst = (...levels: (Level | null)[]) => worstDays(levels.map(level => [at(level)])).map(({ level }) => level)

  it('are the worst of its components', () => {
    expect(worst(operational, band('Minor'), planned)).toEqual([band('Minor')])
    expect(worst(operational, notKnown)).toEqual([notKnown])
    expect(worst(operational, band('Notice'))).toEqual([band('Notice')])
  })

  it('are without data where one has none and no other tells of a problem, never good', () => {
    expect(worst(operational, null)).toEqual([null])
    expect(worst(null, operational, band('Notice'))).toEqual([null])
    expect(worst(null, band('Minor'))).toEqual([band('Minor')])
    expect(worst(null)).toEqual([null])
  })

  it('are none where there are no components', () => {
    expect(worstDays([])).toEqual([])
  })
})
