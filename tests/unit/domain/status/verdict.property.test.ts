import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentStates } from '@/domain/component/componentState'
import { incidentsAt, isAlarming } from '@/domain/incident/moment'
import { STATUS_PARTS, verdict } from '@/domain/status/verdict'
import { DEGRADED, MAINTENANCE, MINUTE_MS, NOTICE, OUTAGE, UNKNOWN, component, impact, incident, scale } from '../builders'

const MINUTES = 5
const severity = fc.constantFrom(MAINTENANCE, NOTICE, DEGRADED, OUTAGE, UNKNOWN, 101)
const componentId = fc.constantFrom('a', 'b', 'hidden')
const instant = fc.option(fc.integer({ min: 0, max: MINUTES }).map(minute => minute * MINUTE_MS))
const impacts = fc.array(
  fc.tuple(severity, componentId).map(([value, id]) => impact(value, id)),
  { maxLength: 2 },
)
const worlds = fc.record({
  incidents: fc
    .array(fc.record({ beganAt: instant, endedAt: instant, impacts }), { maxLength: 3 })
    .map(list => list.map((fields, index) => incident({ id: `i${index}`, ...fields }))),
  activeReferences: fc.array(fc.constantFrom('i0', 'i1', 'elsewhere'), { maxLength: 1 }),
  listed: fc.subarray(['a', 'b']),
  missing: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...STATUS_PARTS]) }),
  stale: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.boolean() }),
  incidentsLoaded: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.boolean() }),
  t: fc.integer({ min: 0, max: MINUTES }).map(minute => minute * MINUTE_MS),
})
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

function judge({ incidents, activeReferences, listed, missing, stale, incidentsLoaded, t }: World) {
  const components = listed.map(id =>
    component({
      id,
      activeReferences: activeReferences.map(incidentId => ({ incidentId, typeId: 'performance', severity: OUTAGE })),
    }),
  )
  const states = componentStates(components, { incidents, incidentsLoaded }, t, scale)
  const { ongoing, inProgress } = incidentsAt(incidents, t, scale)
  const together = [...new Set([...ongoing, ...inProgress])]
  return { states, ongoing: together, result: verdict({ states, ongoing: together, scale, missing, stale }) }
}

describe('the verdict on whatever there is', () => {
  it('is operational exactly where nothing whatsoever speaks against it', () => {
    fc.assert(
      fc.property(worlds, world => {
        const { states, ongoing, result } = judge(world)
        const levels = [...states.values()].map(({ level }) => level)
        const fine =
          levels.length > 0 &&
          levels.every(level => level === scale.operational) &&
          !ongoing.some(one => isAlarming(one, scale)) &&
          !world.missing.length &&
          !world.stale
        expect(result.kind === 'operational').toBe(fine)
        expect(result.level === scale.operational).toBe(fine)
      }),
      { numRuns: 1000 },
    )
  })

  it('counts each component at most once, and names only components that are there', () => {
    fc.assert(
      fc.property(worlds, world => {
        const { states, result } = judge(world)
        const { total, affected, maintenance, unknown } = result.counts
        const fine = [...states.values()].filter(({ level }) => ['operational', 'notice'].includes(level.kind)).length
        expect(affected + maintenance + unknown + fine).toBe(total)
        expect(result.worst.every(id => states.has(id))).toBe(true)
        expect(result.worst.length > 0).toBe(['affected', 'maintenance', 'notice'].includes(result.kind))
        expect(affected > 0).toBe(result.kind === 'affected')
      }),
      { numRuns: 1000 },
    )
  })
})
