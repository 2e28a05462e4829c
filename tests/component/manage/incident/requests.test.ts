import { screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import ReportDialog from '@/features/incidentAdmin/incident/ReportDialog.vue'
import UpdateForm from '@/features/incidentAdmin/incident/UpdateForm.vue'
import { say } from '../../../support/browser/texts'
import { buildUpdate } from '../../../support/builders'
import { choose } from '../../../support/choose'
import { API_URL } from '../../../support/config'
import { answerFirst } from '../../../support/server'
import { type } from '../../../support/type'
import { renderCatalogPage } from '../catalog/scalesPage'
import { buildCase, ID, press, renderManaged, settle, theIncident } from './support'

/** Every request from now on, reads included. */
function recordAll(): string[] {
  const calls: string[] = []
  answerFirst(
    http.all(`${API_URL}/*`, ({ request }) => void calls.push(`${request.method} ${request.url.slice(API_URL.length)}`)),
  )
  return calls
}
const failing = (path: string) => http.get(`${API_URL}${path}`, () => HttpResponse.json({ message: 'no' }, { status: 500 }))
const alertText = () => screen.getByRole('alert').textContent

describe('an update with a phase', () => {
  it('takes five requests, and the page knows from them what it shows then', async () => {
    await renderCatalogPage(`/manage/incidents/${ID}`, buildCase({}, { updates: { [ID]: [buildUpdate()] } }))
    const calls = recordAll()
    await type(say('manage.update.headline'), 'Found it')
    await choose(say('incident.phase'), 'Working on it')
    await press(say('manage.update.publish'))
    await settle()
    await settle()
    expect(calls).toEqual([
      `GET /incidents/${ID}`,
      `POST /incidents/${ID}/updates`,
      `GET /incidents/${ID}/updates/1`,
      `PATCH /incidents/${ID}`,
      `GET /incidents/${ID}`,
    ])
    expect(screen.getByRole('heading', { name: 'Found it' })).toBeTruthy()
  })
})

describe('a server that cannot be read', () => {
  it('takes an update all the same', async () => {
    const { writes } = await renderManaged(UpdateForm, theIncident)
    answerFirst(failing('/incidents'), failing('/incidents/:id'), failing('/incidents/:id/updates'))
    await type(say('manage.update.headline'), 'Still looking')
    await press(say('manage.update.publish'))
    expect(writes).toEqual([[`POST /incidents/${ID}/updates`, { displayName: 'Still looking' }]])
  })

  it('takes a change all the same, and its outcome says that nobody looked before', async () => {
    const { writes } = await renderCatalogPage(`/manage/incidents/${ID}`, buildCase())
    answerFirst(failing('/incidents'), failing('/incidents/:id'))
    await choose(say('incident.phase'), 'Working on it')
    await press(say('manage.update.publish'))
    await settle()
    expect(writes).toEqual([
      [`POST /incidents/${ID}/updates`, { displayName: 'Working on it' }],
      [`PATCH /incidents/${ID}`, { phase: { generation: 1, order: 1 } }],
    ])
    expect(document.body.textContent).toContain(say('manage.operation.blind'))
  })

  it('takes a new incident all the same', async () => {
    const { writes, events } = await renderManaged(
      ReportDialog,
      () => ({ kind: 'incident', componentIds: [buildCase().components[0]!.id] }),
      { data: buildCase({}, { incidents: [] }), emits: ['published'] },
    )
    answerFirst(failing('/incidents'), failing('/incidents/:id'))
    await press(say('manage.report.publish.incident'))
    expect(writes).toMatchObject([['POST /incidents', {}]])
    expect(events).toHaveLength(1)
  })
})

describe('a server that refuses phases', () => {
  const refusePhases = (status: number) =>
    answerFirst(
      http.patch(`${API_URL}/incidents/:id`, async ({ request }) => {
        const body = (await request.clone().json()) as object
        return 'phase' in body ? HttpResponse.json({ message: 'no' }, { status }) : undefined
      }),
    )

  it.each([400, 500])('by %i is left with what was said, where the phase is all that changes', async status => {
    const { writes, events } = await renderManaged(UpdateForm, theIncident, { emits: ['saved'] })
    refusePhases(status)
    await choose(say('incident.phase'), 'Working on it')
    await press(say('manage.update.publish'))
    expect(alertText().includes(say('manage.operation.phaseDoubt'))).toBe(status === 500)
    await press(say('manage.operation.leavePhase'))
    expect(writes).toEqual([[`POST /incidents/${ID}/updates`, { displayName: 'Working on it' }]])
    expect(events).toEqual([['saved']])
  })

  it('is offered nothing in place of a phase alone', async () => {
    const { writes } = await renderManaged(UpdateForm, theIncident)
    refusePhases(400)
    await choose(say('incident.phase'), 'Working on it')
    await type(say('manage.update.headline'), '')
    await press(say('manage.update.publish'))
    expect(alertText()).toContain(say('manage.failure.rejected'))
    expect(screen.queryByRole('button', { name: say('manage.operation.leavePhase') })).toBeNull()
    expect(writes).toEqual([])
  })

  it.each([400, 500])('by %i is offered the rest of a change without it', async status => {
    const { writes } = await renderManaged(UpdateForm, theIncident)
    refusePhases(status)
    // The end goes along with the last phase. Without a headline nothing is said.
    await choose(say('incident.phase'), 'Resolved')
    await type(say('manage.update.headline'), '')
    await press(say('manage.update.publish'))
    await press(say('manage.operation.sendNow'))
    expect(alertText().includes(say('manage.operation.phaseDoubt'))).toBe(status === 500)
    expect(writes).toEqual([])
    await press(say('manage.operation.withoutPhase'))
    expect(writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: expect.any(String) }]])
  })
})

it.each([404, 405, 501])('a server that answers %i to a new incident is told to be read-only', async status => {
  await renderManaged(ReportDialog, () => ({ kind: 'incident', componentIds: [buildCase().components[0]!.id] }), {
    data: buildCase({}, { incidents: [] }),
  })
  answerFirst(http.post(`${API_URL}/incidents`, () => HttpResponse.json({}, { status })))
  await press(say('manage.report.publish.incident'))
  expect(alertText()).toContain(say('manage.failure.readOnly'))
  expect(alertText()).toContain('POST /incidents')
  expect(alertText()).toContain(say('error.status', { status }))
})
