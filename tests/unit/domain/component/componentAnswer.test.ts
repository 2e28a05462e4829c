import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentAnswer, type AnswerFacts } from '@/domain/component/componentAnswer'
import type { ActiveReference } from '@/domain/component/component'
import { componentStates } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { STATUS_PARTS, verdict } from '@/domain/status/verdict'
import { DEGRADED, MAINTENANCE, NOTICE, OUTAGE, UNKNOWN, component, impact, incident, level, scale } from '../builders'

const T = 1000
const stateOf = (incidents: readonly Incident[], activeReferences: readonly ActiveReference[] = []) =>
  componentStates([component({ activeReferences })], { incidents, incidentsLoaded: true }, T, scale).get('web')!
const answerTo = (incidents: readonly Incident[], facts: Partial<AnswerFacts> = {}) =>
  componentAnswer({
    state: stateOf(incidents),
    scale,
    missing: [],
    stale: false,
    hintUnresolved: false,
    isRecorded: true,
    isRetired: false,
    ...facts,
  })
const ongoing = (...severities: (number | null)[]) => incident({ impacts: severities.map(severity => impact(severity)) })

describe('the answer', () => {
  it.each([
    [[], 'operational', 'operational'],
    [[NOTICE], 'notice', 'notice'],
    [[MAINTENANCE], 'maintenance', 'maintenance'],
    [[NOTICE, MAINTENANCE], 'maintenance', 'maintenance'],
    [[DEGRADED], 'affected', 'degraded'],
    [[OUTAGE, MAINTENANCE], 'affected', 'outage'],
    [[UNKNOWN], 'affected', 'unknown'],
    [[UNKNOWN, DEGRADED], 'affected', 'degraded'],
    [[101], 'affected', 'unknown'],
  ])('with impacts of severity %s is %s at the level %s', (severities, kind, name) => {
    const incidents = severities.map(severity => ongoing(severity))
    expect(answerTo(incidents)).toMatchObject({ kind, level: level(name), doubt: null })
  })

  it.each<[string, Partial<AnswerFacts>, string]>([
    ['the components failed', { missing: ['components'] }, 'unread'],
    ['the incidents failed', { missing: ['incidents'] }, 'unread'],
    ['the severities failed', { missing: ['severities'] }, 'unread'],
    ['the data is old', { stale: true }, 'stale'],
    ['a hint leads nowhere', { hintUnresolved: true }, 'hint'],
    ['it is not recorded yet', { isRecorded: false }, 'unrecorded'],
    ['it was never read', { state: undefined }, 'unread'],
  ])('is never in order while %s', (_, facts, doubt) => {
    for (const severities of [[], [NOTICE], [MAINTENANCE]])
      expect(
        answerTo(
          severities.map(severity => ongoing(severity)),
          facts,
        ),
      ).toMatchObject({
        kind: 'unknown',
        level: scale.unknown,
        since: null,
        doubt,
      })
  })

  it('does not wait for what only explains', () => {
    expect(answerTo([], { missing: ['phases', 'impactTypes'] })).toMatchObject({ kind: 'operational', doubt: null, missing: [] })
  })

  it('keeps bad news in doubt, and says so', () => {
    expect(answerTo([ongoing(OUTAGE)], { stale: true })).toMatchObject({
      kind: 'affected',
      level: level('outage'),
      doubt: 'stale',
    })
    const hint = { incidentId: 'gone', typeId: null, severity: OUTAGE }
    const state = stateOf([ongoing(DEGRADED)], [hint])
    expect(answerTo([], { state, hintUnresolved: true })).toMatchObject({
      kind: 'affected',
      level: level('degraded'),
      doubt: 'hint',
    })
  })

  it('in doubt names what was known last', () => {
    expect(answerTo([ongoing(MAINTENANCE)], { stale: true }).lastKnown).toBe(level('maintenance'))
    expect(answerTo([], { missing: ['incidents'] }).lastKnown).toBe(scale.operational)
    expect(answerTo([], { isRecorded: false }).lastKnown).toBeNull()
    expect(answerTo([], { state: undefined }).lastKnown).toBeNull()
    const [unloaded] = componentStates([component()], { incidents: [], incidentsLoaded: false }, T, scale).values()
    expect(answerTo([], { state: unloaded!, missing: ['incidents'] }).lastKnown).toBeNull()
  })

  it('is unknown without a reason of its own where the state is', () => {
    const [state] = componentStates([component()], { incidents: [], incidentsLoaded: false }, T, scale).values()
    expect(answerTo([], { state: state! })).toMatchObject({ kind: 'unknown', doubt: 'unread' })
  })

  it('names the incidents behind its level and since when, and maintenance beside it', () => {
    const early = incident({ beganAt: 300, impacts: [impact(OUTAGE), impact(OUTAGE, 'web', 'performance')] })
    const late = incident({ beganAt: 700 })
    const milder = incident({ beganAt: 100, impacts: [impact(DEGRADED)] })
    const work = incident({ beganAt: 900, impacts: [impact(MAINTENANCE)] })
    expect(answerTo([early, milder, late, work])).toMatchObject({ since: 300, incidents: [late, early], maintenance: [work] })
    expect(answerTo([work])).toMatchObject({ kind: 'maintenance', since: 900, incidents: [work], maintenance: [] })
    expect(answerTo([early, incident({ beganAt: null })]).since).toBeNull()
    expect(answerTo([]).since).toBeNull()
  })

  it('on a retired component is that it is retired, whatever goes on', () => {
    expect(answerTo([ongoing(OUTAGE)], { isRetired: true })).toMatchObject({
      kind: 'retired',
      level: scale.unknown,
      incidents: [],
    })
    expect(answerTo([], { isRetired: true }).kind).toBe('retired')
  })

  it('agrees with the verdict of a page that lists this component alone', () => {
    const severity = fc.constantFrom(MAINTENANCE, NOTICE, DEGRADED, OUTAGE, UNKNOWN, 101)
    const facts = fc.record({
      severities: fc.array(severity, { maxLength: 4 }),
      missing: fc.subarray(STATUS_PARTS.filter(part => part !== 'phases' && part !== 'impactTypes')),
      stale: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, ({ severities, missing, stale }) => {
        const incidents = severities.map(one => ongoing(one))
        const states = new Map([['web', stateOf(incidents)]])
        const { kind, level: told, since } = verdict({ states, ongoing: incidents, scale, missing, stale })
        const answer = answerTo(incidents, { missing, stale })
        expect(answer.kind).toBe(kind === 'partial' ? 'unknown' : kind)
        expect([answer.level, answer.since]).toEqual([told, since])
      }),
    )
  })
})
