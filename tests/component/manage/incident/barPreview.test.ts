import { describe, expect, it } from 'vitest'
import BarPreview from '@/features/incidentAdmin/incident/BarPreview.vue'
import { buildComponent, buildIncident } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { namesOf } from '../../../support/roles'
import { affects, buildCase, COMPUTE, renderManaged, VOLUMES } from './support'

const data = buildCase(
  {},
  {
    components: [buildComponent(), buildComponent({ id: VOLUMES, displayName: 'Volumes', labels: { since: '2026-03-04' } })],
    incidents: [
      buildIncident({ beganAt: '2026-03-04T08:00:00Z', endedAt: '2026-03-04T09:00:00Z', affects: affects([COMPUTE, VOLUMES]) }),
    ],
  },
)

/** What is said of the bars, component by component. */
const bars = async (config: { recordsSince?: string; components?: { recordsSinceLabel: string } }) => {
  await renderManaged(
    BarPreview,
    ({ store }) => ({ title: 'Now', componentIds: [COMPUTE, VOLUMES, 'hidden'], incidents: store.incidents }),
    { data, config },
  )
  return namesOf('img', document.body)
}

describe('the bars of a choice', () => {
  const told = 'Wed 4 Mar: Major'
  const nothing = say('bars.nothing')

  it('tell the days of incidents', async () => {
    expect(await bars({})).toEqual([told, told, nothing])
  })

  it('tell nothing of days before the records begin, of all or of one component', async () => {
    expect(await bars({ recordsSince: '2026-03-05', components: { recordsSinceLabel: 'since' } })).toEqual([
      nothing,
      told,
      nothing,
    ])
  })
})
