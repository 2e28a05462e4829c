import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentStates, type ComponentState } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { severityScale } from '@/domain/severity/severity'
import { noteStates } from '@/domain/component/stateChange'
import { component, DEGRADED, impact, incident, MAINTENANCE, NOTICE, OUTAGE, scale, threeBands, UNKNOWN } from '../builders'

const T = 1000
/** What `web` can be, by the severity of the only impact on it. */
const SEVERITIES = {
  operational: undefined,
  notice: NOTICE,
  maintenance: MAINTENANCE,
  degraded: DEGRADED,
  outage: OUTAGE,
  unknown: UNKNOWN,
}
type Name = keyof typeof SEVERITIES

const statesFrom = (incidents: readonly Incident[], of = scale, id = 'web') =>
  componentStates([component({ id })], { incidents, incidentsLoaded: true }, T, of)
const states = (name: Name, of = scale) => {
  const severity = SEVERITIES[name]
  return statesFrom(severity === undefined ? [] : [incident({ title: name, impacts: [impact(severity)] })], of)
}

/** Notes one set of states after the other; says the changes of each step as `from>to`. */
function note(steps: readonly { readonly states: ReadonlyMap<string, ComponentState>; readonly confirmed?: boolean }[]) {
  let known: ReadonlyMap<string, ComponentState> = new Map()
  return steps.map(({ states: now, confirmed = true }) => {
    const noted = noteStates(known, now, { confirmed })
    known = noted.known
    return noted.changes.map(({ from, to }) => `${from.level.name ?? from.level.kind}>${to.level.name ?? to.level.kind}`).join()
  })
}
const through = (...names: Name[]) => note(names.map(name => ({ states: states(name) })))

describe('a change', () => {
  it.each<[string, Name[], string[]]>([
    ['the first state is none', ['outage'], ['']],
    ['the same state is none', ['outage', 'outage'], ['', '']],
    ['worse', ['operational', 'degraded', 'outage'], ['', 'operational>degraded', 'degraded>outage']],
    ['better', ['outage', 'notice', 'operational'], ['', 'outage>notice', 'notice>operational']],
    [
      'maintenance begins and ends',
      ['operational', 'maintenance', 'operational'],
      ['', 'operational>maintenance', 'maintenance>operational'],
    ],
    ['is told once', ['operational', 'outage', 'outage'], ['', 'operational>outage', '']],
    ['to unknown is none', ['operational', 'unknown'], ['', '']],
    ['from unknown is none, at first', ['unknown', 'outage'], ['', '']],
    ['through unknown and back is none', ['outage', 'unknown', 'outage'], ['', '', '']],
    ['through unknown is one', ['operational', 'unknown', 'unknown', 'outage'], ['', '', '', 'operational>outage']],
  ])('%s', (_, names, told) => {
    expect(through(...names)).toEqual(told)
  })

  it.each<[string, Name, boolean, string]>([
    ['bad news count', 'outage', false, 'degraded>outage'],
    ['good ones wait', 'operational', false, ''],
    ['so does a notice', 'notice', false, ''],
    ['confirmed they are told', 'operational', true, 'degraded>operational'],
  ])('from data that is not confirmed: %s', (_, name, confirmed, told) => {
    expect(note([{ states: states('degraded') }, { states: states(name), confirmed }])).toEqual(['', told])
  })

  it('to good that was not confirmed is told when it is', () => {
    const steps = [
      { states: states('outage') },
      { states: states('operational'), confirmed: false },
      { states: states('operational') },
    ]
    expect(note(steps)).toEqual(['', '', 'outage>operational'])
  })

  it('is none where only the scale was read anew', () => {
    const anew = severityScale(threeBands)
    expect(note([{ states: states('outage') }, { states: states('outage', anew) }])).toEqual(['', ''])
  })

  it('of what was not asked about in between begins anew', () => {
    expect(note([{ states: states('outage') }, { states: new Map() }, { states: states('operational') }])).toEqual(['', '', ''])
  })
})

describe('the incident of a change', () => {
  const incidentAfter = (before: readonly Incident[], after: readonly Incident[]) => {
    const { known } = noteStates(new Map(), statesFrom(before), { confirmed: true })
    return noteStates(known, statesFrom(after), { confirmed: true }).changes[0]?.incident?.title ?? null
  }
  const titled = (title: string, severity: number, beganAt = 0) => incident({ title, beganAt, impacts: [impact(severity)] })

  it.each([
    ['is behind the new state', [], [titled('new', OUTAGE)], 'new'],
    ['is the newest behind it', [], [titled('older', OUTAGE, 1), titled('newer', OUTAGE, 2)], 'newer'],
    ['makes the state what it is', [], [titled('worse', OUTAGE, 1), titled('milder', DEGRADED, 2)], 'worse'],
    ['was behind the old one where nothing is left', [titled('old', OUTAGE)], [], 'old'],
  ])('%s', (_, before, after, title) => {
    expect(incidentAfter(before, after)).toBe(title)
  })
})

it('what is told leads from the first known state to the last one, without a gap', () => {
  const names = Object.keys(SEVERITIES) as Name[]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 12 }), walk => {
      const expected = walk.filter(name => name !== 'unknown').filter((name, index, known) => name !== known[index - 1])
      const told = through(...walk).filter(change => change)
      expect(told).toEqual(expected.slice(1).map((name, index) => `${expected[index]}>${name}`))
    }),
  )
})
