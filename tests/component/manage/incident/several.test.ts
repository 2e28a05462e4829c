import { fireEvent, screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import UpdateSeveralDialog from '@/features/incidentAdmin/incident/UpdateSeveralDialog.vue'
import { buildIncident } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { choose, chosen } from '../../../support/choose'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { answerFirst } from '../../../support/server'
import { fieldOf, type } from '../../../support/type'
import { affects, buildCase, ID, press, renderManaged, settle, VOLUMES } from './support'

const OTHER = '33333333-3333-4333-8333-333333333333'
const data = () => {
  const built = buildCase()
  built.incidents.push(
    buildIncident({
      id: OTHER,
      displayName: 'Lost disks',
      beganAt: wireTime(-HOUR_MS),
      endedAt: null,
      affects: affects([VOLUMES]),
    }),
  )
  return built
}
const open = (incidentIds: readonly string[] = []) =>
  renderManaged(UpdateSeveralDialog, () => ({ incidentIds }), { data: data(), emits: ['close', 'done'] })
const tick = async (name: string) => {
  fireEvent.click(screen.getByRole('checkbox', { name }))
  await settle()
}
const send = () => press(/^Publish for/)
const UPDATE = { displayName: 'Investigating', description: 'The power is back.' }

it('publishes the same update for each that is chosen, and leaves their phases', async () => {
  const { writes, events } = await open()
  await type(say('manage.update.text'), 'The power is back.')
  await press(say('manage.several.sendNone'))
  expect(dialogText()).toContain(say('manage.several.noneChosen'))
  await tick('Slow volumes')
  await tick('Lost disks')
  await type(say('manage.update.headline'), 'Investigating')
  await send()
  expect(writes).toEqual([
    [`POST /incidents/${ID}/updates`, UPDATE],
    [`POST /incidents/${OTHER}/updates`, UPDATE],
  ])
  expect(events).toEqual([['done']])
})

it('ends them with the last phase, unless that is taken back', async () => {
  const { writes } = await open([ID, OTHER])
  await choose(say('incident.phase'), 'Resolved')
  expect(fieldOf(say('manage.update.headline')).value).toBe('Resolved')
  await send()
  await press(say('manage.operation.sendNow'))
  const change = { endedAt: wireTime(0), phase: { generation: 1, order: 2 } }
  expect(writes).toEqual([
    [`POST /incidents/${ID}/updates`, { displayName: 'Resolved' }],
    [`PATCH /incidents/${ID}`, change],
    [`POST /incidents/${OTHER}/updates`, { displayName: 'Resolved' }],
    [`PATCH /incidents/${OTHER}`, change],
  ])
})

it('leaves each in its own phase again, where that is chosen after another one', async () => {
  const { writes } = await open([ID])
  expect(chosen(say('incident.phase'))).toBe(say('manage.several.samePhase'))
  await choose(say('incident.phase'), 'Working on it')
  expect(fieldOf(say('manage.update.headline')).value).toBe('Working on it')
  await choose(say('incident.phase'), say('manage.several.samePhase'))
  expect(chosen(say('incident.phase'))).toBe(say('manage.several.samePhase'))
  expect(fieldOf(say('manage.update.headline')).value).toBe('')
  await type(say('manage.update.text'), 'The power is back.')
  await send()
  expect(writes).toMatchObject([[`POST /incidents/${ID}/updates`, { description: 'The power is back.' }]])
})

it('after a failure says nothing a second time', async () => {
  const { writes, events } = await open([ID, OTHER])
  answerFirst(http.post(`${API_URL}/incidents/${OTHER}/updates`, () => new HttpResponse(null, { status: 400 }), { once: true }))
  await type(say('manage.update.text'), 'The power is back.')
  await send()
  await press(say('manage.operation.giveUp'))
  await send()
  expect(writes.map(([call]) => call)).toEqual([`POST /incidents/${ID}/updates`, `POST /incidents/${OTHER}/updates`])
  expect(events).toEqual([['done']])
})
