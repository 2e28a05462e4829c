import { within } from '@testing-library/dom'
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

/** The sections of maintenance, in progress and to come, once they have their calendar buttons, or say why there are none. */
async function renderMaintenance(...incidents: WireIncident[]) {
  const page = await renderStatus({ data: buildData({ components: [named('Network')], incidents }) })
  // It comes with the others, and there is always something to show.
  await page.findByText(say('calls.show'))
  const titles = [say('maintenance.title'), say('maintenance.upcoming'), say('maintenance.upcomingMixed')]
  const sections = page.getAllByRole('region', { name: name => titles.includes(name) })
  return {
    ...page,
    said: sections.map(textOf).join(' '),
    buttons: () => sections.flatMap(section => namesOf('button', section)),
  }
}
const named1 = (title: string) => say('calendar.addNamed', { title })

describe('maintenance on the status page', () => {
  it('has a button for each that has both ends, and one for all of them', async () => {
    const { buttons } = await renderMaintenance(
      planned('Switches'),
      planned('Racks', { beganAt: wireTime(2 * DAY_MS), endedAt: wireTime(3 * DAY_MS) }),
      planned('Disks', { beganAt: wireTime(-HOUR_MS), endedAt: wireTime(HOUR_MS) }),
      planned('Endless', { endedAt: null }),
    )
    expect(buttons()).toEqual([named1('Disks'), named1('Switches'), named1('Racks'), say('calendar.addAll', { n: 3 })])
  })

  it('has none for all where there is one only', async () => {
    const { buttons } = await renderMaintenance(planned('Switches'))
    expect(buttons()).toEqual([named1('Switches')])
  })

  it('keeps no line for all where one alone is an event', async () => {
    const { getByRole, buttons } = await renderMaintenance(planned('Switches'), planned('Endless', { endedAt: null }))
    expect(buttons()).toEqual([named1('Switches')])
    const upcoming = within(getByRole('region', { name: say('maintenance.upcoming') }))
    expect(upcoming.getAllByRole('listitem').map(textOf)).not.toContain('')
  })

  it.each([
    ['noEnd', { beganAt: wireTime(-HOUR_MS), endedAt: null }],
    ['noBegin', { beganAt: null, endedAt: wireTime(HOUR_MS) }],
    ['noLength', { endedAt: wireTime(DAY_MS) }],
  ] as const)('that is no event says why: %s', async (reason, times) => {
    const { said, buttons } = await renderMaintenance(planned('Switches', times))
    expect(buttons()).toEqual([])
    expect(said).toContain(say(`calendar.${reason}`))
  })

  it('is not what an incident is that is scheduled', async () => {
    const { said, buttons } = await renderMaintenance(planned('Switches', { affects: [impactOn('Network', 50)] }))
    expect(buttons()).toEqual([])
    expect(said).not.toMatch(/calendar/i)
  })
})
