import { describe, expect, it } from 'vitest'
import type { Severity } from '@/domain/catalog/catalog'
import {
  checkRemoval,
  checkSeverity,
  coversAll,
  isRefusedInPaths,
  type SeverityContext,
  type SeverityProblem,
} from '@/domain/severity/severityCheck'
import { impact, incident, threeBands } from '../builders'

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

it('a scale is whole with a 100 or more', () => {
  expect([coversAll(threeBands), coversAll([notice]), coversAll([{ name: 'huge', value: 300 }]), coversAll([])]).toEqual([
    true,
    false,
    true,
    false,
  ])
})
