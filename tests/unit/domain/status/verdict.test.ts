import { describe, expect, it } from 'vitest'
import { componentStates } from '@/domain/component/componentState'
import type { Incident } from '@/domain/incident/incident'
import { STATUS_PARTS, verdict, type VerdictFacts } from '@/domain/status/verdict'
import { DEGRADED, MAINTENANCE, NOTICE, OUTAGE, UNKNOWN, component, impact, incident, level, scale } from '../builders'

const T = 1000
type Facts = Partial<Pick<VerdictFacts, 'missing' | 'stale'>> & {
  incidents?: readonly Incident[]
  components?: readonly string[]
  hinted?: readonly string[]
  incidentsLoaded?: boolean
}

/** The verdict as the page asks for it: states and ongoing incidents from the same incidents. */
function judge({ incidents = [], components = ['web', 'mail'], hinted = [], incidentsLoaded = true, ...facts }: Facts = {}) {
  const activeReferences = [{ incidentId: 'not loaded', typeId: null, severity: OUTAGE }]
  const listed = components.map(id => component({ id, activeReferences: hinted.includes(id) ? activeReferences : [] }))
  const states = componentStates(listed, { incidents, incidentsLoaded }, T, scale)
  return verdict({ states, ongoing: incidents, scale, missing: [], stale: false, ...facts })
}
const on = (componentId: string, severity: number | null, beganAt: number | null = 100) =>
  incident({ beganAt, impacts: [impact(severity, componentId)] })
const counts = (total: number, affected = 0, maintenance = 0, unknown = 0) => ({ total, affected, maintenance, unknown })

describe('the verdict', () => {
  it('is operational where everything is read, fresh and fine', () => {
    expect(judge()).toEqual({
      kind: 'operational',
      level: scale.operational,
      counts: counts(2),
      worst: [],
      since: null,
      missing: [],
      stale: false,
    })
  })

  it.each([
    ['a good band', [on('web', NOTICE)], 'notice', 'notice', counts(2)],
    ['maintenance', [on('web', MAINTENANCE)], 'maintenance', 'maintenance', counts(2, 0, 1)],
    ['maintenance and a good band', [on('web', MAINTENANCE), on('mail', NOTICE)], 'maintenance', 'maintenance', counts(2, 0, 1)],
    ['a band', [on('web', DEGRADED)], 'affected', 'degraded', counts(2, 1)],
    ['two bands', [on('web', DEGRADED), on('mail', OUTAGE)], 'affected', 'outage', counts(2, 2)],
    ['a band and maintenance', [on('web', DEGRADED), on('mail', MAINTENANCE)], 'affected', 'degraded', counts(2, 1, 1)],
    ['a band during maintenance', [on('web', DEGRADED), on('web', MAINTENANCE)], 'affected', 'degraded', counts(2, 1)],
    ['an unknown severity', [on('web', UNKNOWN)], 'affected', 'unknown', counts(2, 1)],
    [
      'an unknown severity and a band elsewhere',
      [on('web', UNKNOWN), on('mail', DEGRADED)],
      'affected',
      'degraded',
      counts(2, 2),
    ],
    ['an unknown severity and a band on one', [on('web', UNKNOWN), on('web', DEGRADED)], 'affected', 'degraded', counts(2, 1)],
  ] as const)('with %s on a component', (_, incidents, kind, expected, expectedCounts) => {
    expect(judge({ incidents })).toMatchObject({ kind, level: level(expected), counts: expectedCounts })
  })

  it('names the worst components, and since when', () => {
    const incidents = [on('web', OUTAGE, 300), on('mail', OUTAGE, 200), on('dns', DEGRADED, 100)]
    expect(judge({ incidents, components: ['web', 'mail', 'dns'] })).toMatchObject({ worst: ['web', 'mail'], since: 200 })
    expect(judge({ incidents: [on('web', MAINTENANCE, 400)] })).toMatchObject({ worst: ['web'], since: 400 })
    expect(judge({ incidents: [on('web', NOTICE, 400)] })).toMatchObject({ worst: ['web'], since: 400 })
  })

  it('knows no since where one of the worst has none', () => {
    expect(judge({ incidents: [on('web', OUTAGE, 300), on('mail', OUTAGE, null)] }).since).toBeNull()
  })

  it('takes worst and since from the known band where unknown outranks it', () => {
    const incidents = [on('web', UNKNOWN, 50), on('web', DEGRADED, 300)]
    expect(judge({ incidents })).toMatchObject({ kind: 'affected', level: level('degraded'), worst: ['web'], since: 300 })
  })

  it('says what is known to be affected first, and counts beside it what is unknown', () => {
    expect(judge({ incidents: [on('web', DEGRADED)], hinted: ['mail'] })).toMatchObject({
      kind: 'affected',
      level: level('degraded'),
      worst: ['web'],
      counts: counts(2, 1, 0, 1),
    })
    expect(judge({ incidents: [on('web', DEGRADED)], hinted: ['web'] })).toMatchObject({
      kind: 'affected',
      level: level('degraded'),
      counts: counts(2, 1),
    })
  })
})

describe('an ongoing incident', () => {
  it.each([
    ['on a hidden component', on('hidden', OUTAGE), 'outage'],
    ['of unknown severity on a hidden component', on('hidden', UNKNOWN), 'unknown'],
    ['without impacts', incident({ beganAt: 100, impacts: [] }), 'unknown'],
  ])('%s forbids to say operational', (_, one, expected) => {
    expect(judge({ incidents: [one] })).toMatchObject({ kind: 'incident', level: level(expected), worst: [], since: 100 })
  })

  it('that alarms outweighs maintenance, missing data and components of which nothing is known', () => {
    const incidents = [on('hidden', OUTAGE), on('web', MAINTENANCE)]
    expect(judge({ incidents, missing: ['phases'], stale: true })).toMatchObject({
      kind: 'incident',
      missing: ['phases'],
      stale: true,
    })
    expect(judge({ incidents, components: [] }).kind).toBe('incident')
    expect(judge({ incidents, hinted: ['web', 'mail'] }).kind).toBe('incident')
  })

  it('is told since the worst alarm, not since something else that goes on', () => {
    const incidents = [
      on('hidden', OUTAGE, 500),
      on('hidden', DEGRADED, 300),
      on('web', MAINTENANCE, 100),
      on('web', NOTICE, null),
    ]
    expect(judge({ incidents })).toMatchObject({ kind: 'incident', level: level('outage'), since: 500 })
  })

  it.each([
    ['good', NOTICE],
    ['maintenance', MAINTENANCE],
  ])('that is only %s on a hidden component forbids nothing', (_, severity) => {
    expect(judge({ incidents: [on('hidden', severity)] }).kind).toBe('operational')
  })
})

describe('what is missing', () => {
  it.each(STATUS_PARTS)('(%s) forbids to say operational', part => {
    expect(judge({ missing: [part] })).toMatchObject({ kind: 'partial', level: scale.unknown, missing: [part] })
  })

  it('or old, or unknown of one component, does so too', () => {
    expect(judge({ stale: true })).toMatchObject({ kind: 'partial', level: scale.unknown, stale: true })
    expect(judge({ hinted: ['web'] })).toMatchObject({ kind: 'partial', level: scale.unknown, counts: counts(2, 0, 0, 1) })
  })

  it('turns maintenance and good news into partial ones', () => {
    expect(judge({ incidents: [on('web', MAINTENANCE)], stale: true })).toMatchObject({
      kind: 'partial',
      counts: counts(2, 0, 1),
    })
    expect(judge({ incidents: [on('web', NOTICE)], missing: ['severities'] }).kind).toBe('partial')
  })

  it('does not hide what is known to be affected', () => {
    const facts = { incidents: [on('web', OUTAGE)], missing: ['components'] as const, stale: true }
    expect(judge(facts)).toMatchObject({ kind: 'affected', level: level('outage'), missing: ['components'], stale: true })
  })

  it('is all of it where no component is known', () => {
    expect(judge({ incidentsLoaded: false })).toMatchObject({ kind: 'unknown', level: scale.unknown, counts: counts(2, 0, 0, 2) })
    expect(judge({ components: [], missing: ['components'] })).toMatchObject({ kind: 'unknown', level: scale.unknown })
  })

  it('is told apart from having no components at all, which is no good news either', () => {
    expect(judge({ components: [] })).toMatchObject({ kind: 'empty', level: scale.unknown, counts: counts(0) })
    expect(judge({ components: [], missing: ['severities'] }).kind).toBe('partial')
    expect(judge({ components: [], stale: true }).kind).toBe('partial')
  })
})
