import { screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import CancelMaintenanceDialog from '@/features/incidentAdmin/incident/CancelMaintenanceDialog.vue'
import { buildIncident } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { choose } from '../../../support/choose'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { answerFirst } from '../../../support/server'
import { setTime, setTimeInPart } from '../../../support/setTime'
import { type } from '../../../support/type'
import { affects, buildCase, COMPUTE, ID, press, renderManaged, settle, theIncident } from './support'

const maintenance = (from: number, to: number, fields = {}) =>
  buildCase({ beganAt: wireTime(from), endedAt: wireTime(to), affects: affects([COMPUTE], 0), ...fields })
const open = (data: ReturnType<typeof buildCase>) =>
  renderManaged(CancelMaintenanceDialog, theIncident, { data, emits: ['close', 'done', 'deleted'] })
/** What is to become of it; each choice also says what follows. */
const decide = (choice: 'delete' | 'endNow' | 'newEnd') =>
  choose(say('manage.cancel.question', { title: 'Slow volumes' }), new RegExp(say(`manage.cancel.choice.${choice}`)))
const PATH = `/incidents/${ID}`
/** What says that it is over goes along with the end. */
const LAST = { generation: 1, order: 2 }
const UNTITLED = { displayName: '' }

describe('maintenance that is still to come', () => {
  const planned = () => open(maintenance(HOUR_MS, 2 * HOUR_MS))

  it('stays, marked as cancelled and without any time, and an update tells it', async () => {
    const { writes, events } = await planned()
    await type(say('manage.update.text'), 'The supplier is late.')
    await press(say('manage.cancel.send.keep'))
    await press(say('manage.cancel.send.keep'))
    expect(writes).toEqual([
      [`POST ${PATH}/updates`, { displayName: 'Cancelled', description: 'The supplier is late.' }],
      [`PATCH ${PATH}`, { displayName: 'Cancelled: Slow volumes', endedAt: wireTime(HOUR_MS), phase: LAST }],
    ])
    expect(events).toEqual([['done']])
  })

  it('is not told a second time after a failure in between', async () => {
    const { writes, events } = await planned()
    answerFirst(http.patch(`${API_URL}${PATH}`, () => new HttpResponse(null, { status: 400 }), { once: true }))
    await press(say('manage.cancel.send.keep'))
    await press(say('manage.operation.giveUp'))
    await press(say('manage.cancel.send.keep'))
    expect(writes).toEqual([
      [`POST ${PATH}/updates`, { displayName: 'Cancelled' }],
      [`PATCH ${PATH}`, { displayName: 'Cancelled: Slow volumes', endedAt: wireTime(HOUR_MS), phase: LAST }],
    ])
    expect(events).toEqual([['done']])
  })

  it('is marked as cancelled where it has no title, too', async () => {
    const { writes } = await open(maintenance(HOUR_MS, 2 * HOUR_MS, UNTITLED))
    await press(say('manage.cancel.send.keep'))
    const displayName = `Cancelled: ${say('incident.untitledMaintenance')}`
    expect(writes.at(-1)).toEqual([`PATCH ${PATH}`, { displayName, endedAt: wireTime(HOUR_MS), phase: LAST }])
  })

  it('or is deleted, after the question for that', async () => {
    const { writes, events } = await planned()
    await decide('delete')
    await press(say('manage.cancel.send.delete'))
    expect(writes).toEqual([])
    expect(dialogText()).toContain(say('manage.delete.question', { title: 'Slow volumes' }))
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`DELETE ${PATH}`]])
    expect(events).toEqual([['deleted']])
  })

  it('is marked in the configured language, whatever the operator reads', async () => {
    const data = maintenance(HOUR_MS, 2 * HOUR_MS)
    const { writes } = await renderManaged(CancelMaintenanceDialog, theIncident, { data, config: { languages: ['fr', 'en'] } })
    await press(say('manage.cancel.send.keep'))
    expect(writes).toMatchObject([
      [`POST ${PATH}/updates`, { displayName: 'Annulée' }],
      [`PATCH ${PATH}`, { displayName: 'Annulée\u202f: Slow volumes' }],
    ])
  })

  it('asks when someone else has renamed it', async () => {
    const { writes, demo } = await planned()
    demo.write(data => (data.incidents[0]!.displayName = 'Swap of disks'))
    await press(say('manage.cancel.send.keep'))
    expect(screen.getByRole('dialog', { name: say('manage.conflict.title') })).toBeTruthy()
    expect(writes).toEqual([])
  })
})

describe('maintenance in progress', () => {
  const running = () => open(maintenance(-HOUR_MS, HOUR_MS))

  it('ends now, held for some seconds', async () => {
    const { writes, events } = await running()
    await press(say('manage.cancel.send.endNow'))
    expect(writes).toEqual([])
    expect(Object.values(localStorage).join()).toContain('"form":"cancel"')
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`PATCH ${PATH}`, { endedAt: wireTime(0), phase: LAST }]])
    expect(events).toEqual([['done']])
    expect(localStorage).toHaveLength(0)
  })

  it('holds nobody back while that waits', async () => {
    const { router } = await running()
    await press(say('manage.cancel.send.endNow'))
    void router.push({ name: 'manageIncident', params: { id: ID } })
    await settle()
    expect(router.currentRoute.value.name).toBe('manageIncident')
  })

  it('ends now, also where another end was typed in part', async () => {
    const { writes } = await running()
    await decide('newEnd')
    await setTimeInPart(say('incident.ends'))
    await press(say('manage.cancel.send.newEnd'))
    expect(writes).toEqual([])
    await decide('endNow')
    await press(say('manage.cancel.send.endNow'))
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`PATCH ${PATH}`, { endedAt: wireTime(0), phase: LAST }]])
  })

  it('gets no title by ending where it has none', async () => {
    const { writes } = await open(maintenance(-HOUR_MS, HOUR_MS, UNTITLED))
    await press(say('manage.cancel.send.endNow'))
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`PATCH ${PATH}`, { endedAt: wireTime(0), phase: LAST }]])
  })

  it('takes another end at once', async () => {
    const { writes } = await running()
    await decide('newEnd')
    await press(say('manage.cancel.send.newEnd'))
    expect(dialogText()).toContain(say('manage.save.nothing'))
    await press('+1 h: 14:00')
    await press(say('manage.cancel.send.newEnd'))
    expect(writes).toEqual([[`PATCH ${PATH}`, { endedAt: wireTime(2 * HOUR_MS) }]])
  })

  it('ends in another phase, if that is wished', async () => {
    const { writes } = await running()
    await choose(say('manage.ending.label'), 'Working on it')
    await press(say('manage.cancel.send.endNow'))
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([[`PATCH ${PATH}`, { endedAt: wireTime(0), phase: { generation: 1, order: 1 } }]])
  })

  it('tells what else happens until its new end', async () => {
    const data = maintenance(-HOUR_MS, HOUR_MS)
    data.incidents.push(
      buildIncident({
        id: '33333333-3333-4333-8333-333333333333',
        displayName: 'New disks',
        beganAt: wireTime(1.5 * HOUR_MS),
        endedAt: wireTime(3 * HOUR_MS),
        affects: affects([COMPUTE], 0),
      }),
    )
    await open(data)
    expect(screen.queryByRole('region', { name: say('manage.week.title') })).toBeNull()
    await decide('newEnd')
    const week = screen.getByRole('region', { name: say('manage.week.title') })
    expect(week.textContent).toContain(say('manage.week.none'))
    await press('+1 h: 14:00')
    expect(within(week).getByText(/New disks/)).toBeTruthy()
  })

  it('takes no end before its begin', async () => {
    const { writes } = await running()
    await decide('newEnd')
    await setTime(say('incident.ends'), '2026-03-10T10:00')
    await press(say('manage.cancel.send.newEnd'))
    expect(dialogText()).toContain(say('manage.problem.endBeforeBegin'))
    expect(writes).toEqual([])
  })
})
