import { expect, it } from 'vitest'
import { setupOf } from '@/domain/setup'
import { threeBands } from './builders'

const states = (facts: Parameters<typeof setupOf>[0]) =>
  Object.fromEntries(setupOf(facts).map(({ part, isThere }) => [part, isThere]))
const full = { severities: threeBands, impactTypes: [{}], phases: ['a'], components: [{}] }

it('a server is set up with all five', () => {
  expect(states(full)).toEqual({ severities: true, topSeverity: true, impactTypes: true, phases: true, components: true })
})

it('a fresh one has nothing', () => {
  expect(Object.values(states({ severities: [], impactTypes: [], phases: [], components: [] }))).not.toContain(true)
})

it('what was not read is not known', () => {
  const { severities, topSeverity, phases } = states({ ...full, severities: null, phases: null })
  expect([severities, topSeverity, phases]).toEqual([null, null, null])
})

it('a name for maintenance is no band, and without 100 the scale has a gap', () => {
  expect(states({ ...full, severities: [{ name: 'maintenance', value: 0 }] })).toMatchObject({ severities: false })
  expect(states({ ...full, severities: [{ name: 'minor', value: 40 }] })).toMatchObject({ severities: true, topSeverity: false })
})
