import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { buildData, buildIncident } from '../support/builders'
import { say } from '../support/browser/texts'
import { DAY_MS, HOUR_MS, wireTime } from '../support/clock'
import { namesOf } from '../support/roles'
import { impactOn, named, renderStatus, textOf } from '../support/status'

const planned = (name: string, fields: Partial<WireIncident> = {}) =>
  buildIncident({
    id: uuidOf(name),
    displayName: name,
    affects: [impactOn('Network', 0)],
    beganAt: wireTime(DAY_MS),
    endedAt: wireTime(DAY_MS + HOUR_MS),
    ...fields,
  })

/** The section of maintenance once it has its calendar buttons, or says why there are none. */
async function renderMaintenance(...incidents: WireIncident[]) {
  const page = await renderStatus({ data: buildData({ components: [named('Network')], incidents }) })
  // It comes with the others, and there is always something to show.
  await page.findByText(say('calls.show'))
  const title = [say('maintenance.title'), say('maintenance.titleMixed')]
  const section = page.getByRole('region', { name: name => title.includes(name) })
  return { ...page, section, buttons: () => namesOf('button', section) }
}
const named1 = (title: string) => say('calendar.addNamed', { title })

describe('maintenance on the status page', () => {
  it('has a button for each that has both ends, and one for all of them', async () => {
    const { buttons } = await renderMaintenance(
      planned('Switches'),
      planned('Disks', { beganAt: wireTime(-HOUR_MS), endedAt: wireTime(HOUR_MS) }),
      planned('Endless', { endedAt: null }),
    )
    expect(buttons()).toEqual([say('calendar.addAll', { n: 2 }), named1('Disks'), named1('Switches')])
  })

  it('has none for all where there is one only', async () => {
    const { buttons } = await renderMaintenance(planned('Switches'))
    expect(buttons()).toEqual([named1('Switches')])
  })

  it.each([
    ['noEnd', { beganAt: wireTime(-HOUR_MS), endedAt: null }],
    ['noBegin', { beganAt: null, endedAt: wireTime(HOUR_MS) }],
    ['noLength', { endedAt: wireTime(DAY_MS) }],
  ] as const)('that is no event says why: %s', async (reason, times) => {
    const { section, buttons } = await renderMaintenance(planned('Switches', times))
    expect(buttons()).toEqual([])
    expect(textOf(section)).toContain(say(`calendar.${reason}`))
  })

  it('is not what an incident is that is scheduled', async () => {
    const { section, buttons } = await renderMaintenance(planned('Switches', { affects: [impactOn('Network', 50)] }))
    expect(buttons()).toEqual([])
    expect(textOf(section)).not.toMatch(/calendar/i)
  })
})
