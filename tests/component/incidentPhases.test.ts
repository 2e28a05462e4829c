import { within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import IncidentPage from '@/features/incident/IncidentPage.vue'
import { say } from '../support/browser/texts'
import { buildData } from '../support/builders'
import { DAY_MS, wireTime } from '../support/clock'
import { createSurroundings, renderPart } from '../support/mounted'
import { serve, takeRequests } from '../support/server'
import { ongoing, settled, textOf } from '../support/status'

async function renderIncident(incident: WireIncident) {
  serve({ data: buildData({ incidents: [incident], phases: [['Looking', 'Mended'], ['New']] }) })
  const around = await createSurroundings()
  const rendered = await renderPart(IncidentPage, { ...around, props: { id: incident.id } })
  await settled(around)
  await flushPromises()
  const list = () => within(within(rendered.element).getByRole('list', { name: new RegExp(`^${say('incident.phase')}:`) }))
  const steps = () => list().getAllByRole('listitem').map(textOf)
  const current = () => textOf(list().getByRole('listitem', { current: 'step' }))
  return { ...around, steps, current }
}

describe('the phases of an incident page', () => {
  it('are those of its own generation, even where it is too old for the status page', async () => {
    const times = { beganAt: wireTime(-400 * DAY_MS), endedAt: wireTime(-399 * DAY_MS) }
    const { store, steps, current } = await renderIncident(ongoing([], { ...times, phase: { generation: 1, order: 1 } }))
    expect(store.incidents).toEqual([])
    expect(store.currentGeneration).toBe(2)
    await expect.poll(current).toBe('Mended')
    expect(steps()).toEqual(['Looking', 'Mended'])
  })

  it('are asked for once, be the incident on the status page as well', async () => {
    takeRequests()
    const { current } = await renderIncident(ongoing([]))
    await expect.poll(current).toBe('Looking')
    const asked = takeRequests().filter(request => request.startsWith('GET /phases'))
    expect(asked.sort()).toEqual(['GET /phases', 'GET /phases?generation=1'])
  })
})
