import { expect, it } from 'vitest'
import { setupOf } from '@/domain/catalog/setup'
import { threeBands } from '../builders'

const states = (facts: Parameters<typeof setupOf>[0]) =>
  Object.fromEntries(setupOf(facts).map(({ part, isThere }) => [part, isThere]))
const full = { severities: threeBands, impactTypes: [{}], phases: ['a'], firstPhases: true, components: [{}] }

it('a server is set up with all six', () => {
  const all = { severities: true, topSeverity: true, impactTypes: true, phases: true, firstPhases: true, components: true }
  expect(states(full)).toEqual(all)
})

it('a fresh one has nothing', () => {
  expect(
    Object.values(states({ severities: [], impactTypes: [], phases: [], firstPhases: false, components: [] })),
  ).not.toContain(true)
})

it('what was not read is not known', () => {
  const { severities, topSeverity, phases, firstPhases } = states({ ...full, severities: null, phases: null })
  expect([severities, topSeverity, phases, firstPhases]).toEqual([null, null, null, null])
})

it('a name for maintenance is no band, and without 100 the scale has a gap', () => {
  expect(states({ ...full, severities: [{ name: 'maintenance', value: 0 }] })).toMatchObject({ severities: false })
  expect(states({ ...full, severities: [{ name: 'minor', value: 40 }] })).toMatchObject({ severities: true, topSeverity: false })
})

it('phases of which nobody knows where an outage begins are not all that is needed', () => {
  expect(states({ ...full, firstPhases: false })).toMatchObject({ phases: true, firstPhases: false })
})
