import { describe, expect, it } from 'vitest'
import type { Severity } from '@/domain/catalog'
import { severityScale } from '@/domain/severity'
import {
  checkRemoval,
  checkSeverity,
  coversAll,
  editedSeverity,
  isRefusedInPaths,
  rebaseEdit,
  scaleRows,
  severitiesAfter,
  severityChangesBetween,
  severityDifferences,
  type SeverityContext,
  type SeverityProblem,
} from '@/domain/severityCheck'
import { impact, incident, threeBands } from './builders'

const [notice, degraded, outage] = threeBands as [Severity, Severity, Severity]
const context = (rest: Partial<SeverityContext> = {}): SeverityContext => ({
  severities: threeBands,
  options: {},
  incidents: [],
  ...rest,
})
const codes = (problems: readonly SeverityProblem[]) => problems.map(({ code, level }) => `${level} ${code}`)
const edit = (base: Severity | null, name = base?.name ?? '', value = String(base?.value ?? '')) => ({ base, name, value })
const check = (...[base, name, value]: Parameters<typeof edit>) => codes(checkSeverity(edit(base, name, value), context()))

describe('a typed value', () => {
  it.each([
    ['1', 1],
    [' 40 ', 40],
    ['100', 100],
  ])('%j is one', (value, expected) => expect(editedSeverity(edit(null, ' a ', value))).toEqual({ name: 'a', value: expected }))
  it.each(['', '0', '101', '-5', '4.5', '1e1', 'x'])('%j is none', value =>
    expect(editedSeverity(edit(null, 'a', value))).toBeNull(),
  )
})

describe('checks', () => {
  it('are silent about what changes nothing', () => expect(check(degraded)).toEqual([]))

  it('stop without a name or with the name of another', () => {
    expect(check(null, ' ', '60')).toEqual(['error nameMissing'])
    expect(check(null, 'outage', '60')).toEqual(['error nameTaken'])
    expect(check(degraded, ' outage ')).toEqual(['error nameTaken'])
  })

  it('stop at values outside 1 to 100: 0 is maintenance', () => {
    expect(check(null, 'new', '')).toEqual(['error valueMissing'])
    for (const value of ['0', '101', '7.5']) expect(check(degraded, 'degraded', value)).toEqual(['error valueOutside'])
  })

  it('warn on a name that proxies refuse in a path, unless it is the old one', () => {
    expect(check(null, 'partial-outage_2', '60')).toEqual([])
    for (const name of ['partial outage', 'Störung', 'a/b', 'a.b'])
      expect(check(null, name, '60')).toEqual(['warning nameRefused'])
    const base = { name: 'full outage', value: 100 }
    expect(codes(checkSeverity(edit(base), context({ severities: [notice, base] })))).toEqual([])
    expect(isRefusedInPaths('full outage')).toBe(true)
  })

  it('warn on equal values and name the other', () => {
    expect(checkSeverity(edit(null, 'new', '50'), context())).toEqual([
      { code: 'equalValue', field: 'value', level: 'warning', names: ['degraded'] },
    ])
  })

  it('warn on a missing 100 where this takes it away, and on the first one that is not 100', () => {
    expect(check(outage, 'outage', '99')).toEqual(['warning topMissing'])
    expect(codes(checkRemoval(outage, context()))).toEqual(['warning topMissing'])
    expect(codes(checkRemoval(degraded, context()))).toEqual([])
    expect(codes(checkSeverity(edit(null, 'a', '40'), context({ severities: [] })))).toEqual(['warning topMissing'])
    expect(codes(checkSeverity(edit(null, 'a', '100'), context({ severities: [] })))).toEqual([])
    expect(codes(checkSeverity(edit(null, 'a', '40'), context({ severities: [notice] })))).toEqual([])
  })
})

describe('incidents whose impacts change band', () => {
  const incidents = [
    incident({ id: 'moved', impacts: [impact(45), impact(46), impact(90)] }),
    incident({ id: 'stays', impacts: [impact(30), impact(0), impact(null)] }),
  ]
  const moves = (problems: readonly SeverityProblem[]) =>
    problems.flatMap(problem =>
      problem.code === 'moves'
        ? problem.moves.map(move => [
            move.incident.id,
            move.changes.map(({ from, to }) => `${from.name} > ${to.name ?? to.kind}`),
          ])
        : [],
    )

  it('are named, each pair of bands once', () => {
    expect(moves(checkSeverity(edit(degraded, 'degraded', '44'), context({ incidents })))).toEqual([
      ['moved', ['degraded > outage']],
    ])
  })

  it('are none for a new name', () => {
    expect(checkSeverity(edit(degraded, 'slow'), context({ incidents }))).toEqual([])
  })

  it('are those of a new band, of one that goes, and of a band that no longer counts as good', () => {
    expect(moves(checkSeverity(edit(null, 'bad', '90'), context({ incidents })))).toEqual([['moved', ['outage > bad']]])
    expect(moves(checkRemoval(outage, context({ incidents })))).toEqual([['moved', ['outage > unknown']]])
    const small = [incident({ id: 'small', impacts: [impact(10)] })]
    // With two bands left none counts as good.
    expect(moves(checkRemoval(degraded, context({ incidents: small })))).toEqual([['small', ['notice > notice']]])
  })

  it('follow the configuration, which speaks of names', () => {
    const small = [incident({ id: 'small', impacts: [impact(10)] })]
    const options = { overrides: { notice: { good: true }, loud: { good: false } } }
    expect(moves(checkSeverity(edit(notice, 'loud'), context({ incidents: small, options })))).toEqual([
      ['small', ['notice > loud']],
    ])
  })
})

describe('the scale', () => {
  const rows = (list: readonly Severity[]) =>
    scaleRows(severityScale(list)).map(({ level, from, to }) => [level.name ?? level.kind, from, to])

  it('is drawn from maintenance to what nothing covers', () => {
    expect(rows([notice, degraded])).toEqual([
      ['maintenance', 0, 0],
      ['notice', 1, 25],
      ['degraded', 26, 50],
      ['unknown', 51, 100],
    ])
    expect(rows([])).toEqual([
      ['maintenance', 0, 0],
      ['unknown', 1, 100],
    ])
    expect(rows([{ name: 'huge', value: 300 }])[1]).toEqual(['huge', 1, 100])
  })

  it('is whole with a 100 or more', () => {
    expect([coversAll(threeBands), coversAll([notice]), coversAll([{ name: 'huge', value: 300 }]), coversAll([])]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

describe('lists', () => {
  it('after a change, a new one and an end', () => {
    expect(severitiesAfter(threeBands, degraded, { name: 'slow', value: 60 })).toEqual([
      notice,
      { name: 'slow', value: 60 },
      outage,
    ])
    expect(severitiesAfter([notice], null, outage)).toEqual([notice, outage])
    expect(severitiesAfter(threeBands, degraded, null)).toEqual([notice, outage])
  })

  it('differ by name', () => {
    expect(severityDifferences(threeBands, [{ name: 'notice', value: 30 }, { name: 'new', value: 40 }, outage])).toEqual([
      { name: 'notice', before: 25, after: 30 },
      { name: 'degraded', before: 50, after: null },
      { name: 'new', before: null, after: 40 },
    ])
    expect(severityDifferences(threeBands, [...threeBands].reverse())).toEqual([])
  })
})

describe('what is sent', () => {
  it('is the minimum', () => {
    expect(severityChangesBetween(degraded, degraded)).toEqual({})
    expect(severityChangesBetween(degraded, { name: 'slow', value: 50 })).toEqual({ name: 'slow' })
    expect(severityChangesBetween(degraded, { name: 'degraded', value: 60 })).toEqual({ value: 60 })
  })

  it('does not undo the value that someone else has set in between', () => {
    const theirs = { name: 'degraded', value: 60 }
    expect(rebaseEdit(edit(degraded, 'slow'), theirs)).toEqual({ base: theirs, name: 'slow', value: '60' })
    expect(rebaseEdit(edit(degraded, 'slow', '55'), theirs)).toEqual({ base: theirs, name: 'slow', value: '55' })
  })
})
