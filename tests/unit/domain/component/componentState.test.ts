import { describe, expect, it } from 'vitest'
import type { ActiveReference } from '@/domain/component/component'
import { componentStates, unresolvedHints } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { DEGRADED, MAINTENANCE, NOTICE, OUTAGE, UNKNOWN, component, impact, incident, level, scale } from '../builders'

const T = 1000
const hint = (incidentId: string, severity: number | null = OUTAGE, typeId: string | null = 'connectivity'): ActiveReference => ({
  incidentId,
  typeId,
  severity,
})
const stateOf = (incidents: readonly Incident[], activeReferences: readonly ActiveReference[] = [], incidentsLoaded = true) =>
  componentStates([component({ activeReferences })], { incidents, incidentsLoaded }, T, scale).get('web')!
const ongoing = (...severities: (number | null)[]) => incident({ impacts: severities.map(severity => impact(severity)) })

describe('a component', () => {
  it('is operational without impacts, where the incidents are loaded', () => {
    expect(stateOf([])).toEqual({ level: scale.operational, inMaintenance: false, impacts: [], since: null })
  })

  it('is unknown without impacts, where they are not', () => {
    expect(stateOf([], [], false).level).toBe(scale.unknown)
  })

  it.each([
    [[NOTICE], 'notice'],
    [[NOTICE, MAINTENANCE], 'maintenance'],
    [[MAINTENANCE, DEGRADED], 'degraded'],
    [[DEGRADED, UNKNOWN], 'unknown'],
    [[UNKNOWN, OUTAGE], 'outage'],
    [[101], 'unknown'],
    [[-1], 'unknown'],
  ])('with impacts of severity %s is %s, in one incident or in several', (severities, expected) => {
    expect(stateOf([ongoing(...severities)]).level).toBe(level(expected))
    expect(stateOf(severities.map(severity => ongoing(severity))).level).toBe(level(expected))
  })

  it('names maintenance beside what is worse', () => {
    expect(stateOf([ongoing(MAINTENANCE, OUTAGE)])).toMatchObject({ level: level('outage'), inMaintenance: true })
    expect(stateOf([ongoing(MAINTENANCE)])).toMatchObject({ level: level('maintenance'), inMaintenance: true })
    expect(stateOf([ongoing(OUTAGE)]).inMaintenance).toBe(false)
  })

  it.each([
    ['scheduled', { beganAt: T + 1 }, 'operational'],
    ['ended', { endedAt: T }, 'operational'],
    ['impossible', { beganAt: 900, endedAt: 800 }, 'unknown'],
    ['impossible, and is to begin', { beganAt: T + 1, endedAt: 800 }, 'operational'],
    ['of zero length', { beganAt: T, endedAt: T }, 'operational'],
    ['begun at t', { beganAt: T }, 'outage'],
    ['with a future end', { endedAt: T + 1 }, 'outage'],
    ['with an unknown begin', { beganAt: null }, 'outage'],
  ])('with an incident that is %s', (_, times, expected) => {
    expect(stateOf([incident(times)]).level).toBe(level(expected))
  })

  it('is in its state since the earliest of its worst impacts', () => {
    const outages = [incident({ beganAt: 700 }), incident({ beganAt: 500 })]
    const milder = incident({ beganAt: 100, impacts: [impact(DEGRADED)] })
    expect(stateOf([...outages, milder]).since).toBe(500)
  })

  it('is so since nobody knows when, where one of them has no begin', () => {
    expect(stateOf([incident({ beganAt: null }), incident({ beganAt: 500 })]).since).toBeNull()
  })

  it('keeps each of its impacts with its incident, and both of two types', () => {
    const both = incident({ impacts: [impact(OUTAGE, 'web', 'connectivity'), impact(DEGRADED, 'web', 'performance')] })
    expect(stateOf([both]).impacts.map(({ typeId, level, incident }) => [typeId, level.name, incident])).toEqual([
      ['connectivity', 'outage', both],
      ['performance', 'degraded', both],
    ])
  })

  it('does not care for impacts on components that this reader cannot see', () => {
    const elsewhere = incident({ impacts: [impact(OUTAGE, 'hidden')] })
    expect(stateOf([elsewhere]).level).toBe(scale.operational)
    expect([...componentStates([], { incidents: [elsewhere], incidentsLoaded: true }, T, scale).keys()]).toEqual([])
  })

  it('may be called like an object property', () => {
    const states = componentStates(
      ['__proto__', 'constructor'].map(id => component({ id })),
      { incidents: [incident({ impacts: [impact(OUTAGE, '__proto__')] })], incidentsLoaded: true },
      T,
      scale,
    )
    expect([...states].map(([id, state]) => [id, state.level.kind])).toEqual([
      ['__proto__', 'band'],
      ['constructor', 'operational'],
    ])
  })

  it('counts an incident once that was loaded twice, as it was loaded first', () => {
    const again = [incident({ id: 'one', impacts: [impact(DEGRADED)] }), incident({ id: 'one', impacts: [impact(OUTAGE)] })]
    expect(stateOf(again).impacts.map(({ level }) => level.name)).toEqual(['degraded'])
  })
})

describe('a hint', () => {
  const elsewhere = [impact(OUTAGE, 'database')]

  it.each([
    ['ended', { endedAt: T }],
    ['scheduled', { beganAt: T + 1 }],
    ['impossible, and is to begin,', { beganAt: T + 1, endedAt: 800 }],
  ])('whose incident is loaded and %s says nothing', (_, times) => {
    expect(stateOf([incident({ id: 'one', ...times })], [hint('one')]).level).toBe(scale.operational)
  })

  it('whose incident is ongoing counts, even where the incident does not name the component', () => {
    const state = stateOf([incident({ id: 'one', beganAt: 400, impacts: elsewhere })], [hint('one', DEGRADED)])
    expect(state).toMatchObject({ level: level('degraded'), since: 400 })
  })

  it('without a severity is unknown, never fine', () => {
    expect(stateOf([incident({ id: 'one', impacts: elsewhere })], [hint('one', null)]).level).toBe(scale.unknown)
  })

  it('that the incident tells as well counts once, by what the incident says', () => {
    const state = stateOf([incident({ id: 'one', impacts: [impact(DEGRADED)] })], [hint('one', OUTAGE)])
    expect(state.impacts.map(({ severity }) => severity)).toEqual([DEGRADED])
  })

  it('that one of several incidents tells counts once', () => {
    const state = stateOf(
      [incident({ id: 'one' }), incident({ id: 'two', impacts: [impact(DEGRADED)] })],
      [hint('two', DEGRADED)],
    )
    expect(state.impacts.map(({ severity }) => severity)).toEqual([OUTAGE, DEGRADED])
  })

  it('of another type than the incident tells counts beside it', () => {
    const state = stateOf([incident({ id: 'one', impacts: [impact(DEGRADED)] })], [hint('one', OUTAGE, 'performance')])
    expect(state.impacts.map(({ severity }) => severity)).toEqual([DEGRADED, OUTAGE])
  })

  it('without a type adds nothing to what the incident tells', () => {
    const state = stateOf([incident({ id: 'one', impacts: [impact(DEGRADED)] })], [hint('one', null, null)])
    expect(state).toMatchObject({ level: level('degraded'), impacts: { length: 1 } })
  })

  it('that is repeated counts once', () => {
    expect(stateOf([incident({ id: 'one', impacts: elsewhere })], [hint('one'), hint('one')]).impacts).toHaveLength(1)
  })

  it('whose incident is not loaded makes its component unknown, and no other', () => {
    const components = [component({ activeReferences: [hint('elsewhere')] }), component({ id: 'mail' })]
    const states = componentStates(components, { incidents: [], incidentsLoaded: true }, T, scale)
    expect([...states].map(([id, { level }]) => [id, level.kind])).toEqual([
      ['web', 'unknown'],
      ['mail', 'operational'],
    ])
  })

  it('of maintenance whose incident is not loaded makes its component unknown too', () => {
    expect(stateOf([], [hint('elsewhere', MAINTENANCE)]).level).toBe(scale.unknown)
  })

  it('whose incident is not loaded hides no worse state, and keeps what is known beside', () => {
    expect(stateOf([ongoing(OUTAGE)], [hint('elsewhere')]).level).toBe(level('outage'))
    expect(stateOf([ongoing(DEGRADED)], [hint('elsewhere')])).toMatchObject({ level: scale.unknown, impacts: { length: 1 } })
  })
})

describe('the incidents that only activeReferences know', () => {
  it('are told once each, without those that are loaded', () => {
    const components = [
      component({ activeReferences: [hint('a'), hint('b')] }),
      component({ id: 'mail', activeReferences: [hint('b'), hint('c')] }),
    ]
    expect(unresolvedHints(components, [incident({ id: 'a' })])).toEqual(['b', 'c'])
    expect(
      unresolvedHints(
        components,
        ['a', 'b', 'c'].map(id => incident({ id })),
      ),
    ).toEqual([])
  })
})
