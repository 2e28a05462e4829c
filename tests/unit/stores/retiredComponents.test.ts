import { describe, expect, it } from 'vitest'
import { buildComponent, buildData, buildIncident } from '../../support/builders'
import { HOUR_MS, wireTime } from '../../support/clock'
import { setUp } from './statusSetUp'

const ongoing = buildIncident({ beganAt: wireTime(-HOUR_MS), endedAt: null })

describe('a retired component', () => {
  const volumes = buildComponent({ id: '11111111-1111-4111-8111-222222222222', displayName: 'Volumes', labels: { retired: '' } })
  const [impact] = ongoing.affects!
  const data = buildData({
    components: [buildComponent(), volumes],
    incidents: [buildIncident({ ...ongoing, affects: [{ ...impact!, reference: volumes.id }] })],
  })

  it('is neither listed nor counted, but its incident is ongoing and has its name', async () => {
    const { store } = setUp({ data, config: { components: { retiredLabel: 'retired' } } })
    await store.refresh()
    expect(store.listedComponents.map(({ name }) => name)).toEqual(['Compute'])
    expect(store.components.map(({ name }) => name)).toEqual(['Compute', 'Volumes'])
    expect(store.states.get(volumes.id)?.impacts).toHaveLength(1)
    expect(store.summary).toMatchObject({ kind: 'incident', counts: { total: 1, affected: 0 }, worst: [] })
    expect(store.moment.ongoing).toHaveLength(1)
  })

  it('is like any other where no label says so', async () => {
    const { store } = setUp({ data })
    await store.refresh()
    expect(store.listedComponents).toBe(store.components)
    expect(store.summary).toMatchObject({ kind: 'affected', counts: { total: 2, affected: 1 }, worst: [volumes.id] })
  })
})
