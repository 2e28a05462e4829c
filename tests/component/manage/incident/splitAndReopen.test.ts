import { fireEvent, screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import ReopenDialog from '@/features/incidentAdmin/incident/ReopenDialog.vue'
import SplitDialog from '@/features/incidentAdmin/incident/SplitDialog.vue'
import { say } from '../../../support/browser/texts'
import { HOUR_MS, wireTime } from '../../../support/clock'
import { choose } from '../../../support/choose'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { isDisabled } from '../../../support/disabled'
import { answerFirst } from '../../../support/server'
import { timeFields } from '../../../support/setTime'
import { type } from '../../../support/type'
import { affects, buildCase, COMPUTE, ID, press, renderManaged, settle, theIncident, VOLUMES } from './support'

const refuse = (status: 204 | 400 | 500) => http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status }))
const tick = async (name: string) => {
  fireEvent.click(screen.getByRole('checkbox', { name }))
  await settle()
}

describe('splitting an incident', () => {
  const open = (data = buildCase()) => renderManaged(SplitDialog, theIncident, { data, emits: ['close', 'done'] })

  it('publishes the new incident first, then takes its components out of the first one', async () => {
    const { writes, events } = await open()
    await tick('Volumes')
    await type(say('manage.split.newTitle'), 'Lost volumes')
    await press(say('manage.split.send'))
    await press(say('manage.split.send'))
    expect(writes).toMatchObject([
      ['POST /incidents', { displayName: 'Lost volumes', beganAt: wireTime(-HOUR_MS), affects: affects([VOLUMES]) }],
      [`PATCH /incidents/${ID}`, { affects: affects([COMPUTE]) }],
    ])
    expect((writes[0]![1] as { description: string }).description).toMatch(
      /^Volumes answer slowly\.\n\nSplit from \[Slow volumes\]\(http/,
    )
    expect(events).toEqual([['done', expect.stringMatching(/-/)]])
  })

  it('wants some components and not all of them', async () => {
    const { writes } = await open()
    await press(say('manage.split.send'))
    expect(dialogText()).toContain(say('manage.split.noneChosen'))
    await tick('Volumes')
    await tick('Compute')
    await press(say('manage.split.send'))
    expect(dialogText()).toContain(say('manage.split.allChosen'))
    expect(writes).toEqual([])
  })

  it('after a failure in between sends only what is missing', async () => {
    const { writes, events } = await open()
    answerFirst(refuse(400))
    await tick('Volumes')
    await press(say('manage.split.send'))
    await press(say('manage.operation.giveUp'))
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 204 })))
    await press(say('manage.split.send'))
    expect(writes.map(([call]) => call)).toEqual(['POST /incidents'])
    expect(events).toHaveLength(1)
  })

  it('knows from its draft what is published already', async () => {
    const { writes, mounted } = await open()
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 400 }), { once: true }))
    await tick('Volumes')
    await press(say('manage.split.send'))
    await press(say('manage.operation.giveUp'))
    expect(writes.map(([call]) => call)).toEqual(['POST /incidents'])
    mounted.unmount()

    const again = await open()
    await press(say('manage.draft.take'))
    await press(say('manage.split.send'))
    expect(again.writes).toMatchObject([[`PATCH /incidents/${ID}`, { affects: affects([COMPUTE]) }]])
    expect(again.events).toEqual([['done', expect.stringMatching(/-/)]])
  })
})

// Its phase is of an old generation: what comes of it begins in the phase that is configured for maintenance.
const planned = buildCase(
  { affects: affects([COMPUTE, VOLUMES], 0), endedAt: wireTime(HOUR_MS) },
  { phases: [['Planned'], ['Investigating', 'Resolved', 'Scheduled']] },
)
const config = {
  firstPhase: { incident: 'Resolved', maintenance: 'scheduled' },
  lastPhase: { incident: null, maintenance: 'Resolved' },
}

describe('what comes of a maintenance', () => {
  it('begins in the first phase of maintenance where it is split off', async () => {
    const { writes } = await renderManaged(SplitDialog, theIncident, { data: planned, config })
    await tick('Volumes')
    await press(say('manage.split.send'))
    expect(writes[0]).toMatchObject(['POST /incidents', { phase: { generation: 2, order: 2 } }])
  })

  it('calls it a maintenance where it has no title', async () => {
    const data = { ...planned, incidents: [{ ...planned.incidents[0]!, displayName: '' }] }
    const { writes } = await renderManaged(SplitDialog, theIncident, { data, config })
    await tick('Volumes')
    await press(say('manage.split.send'))
    expect((writes[0]![1] as { description: string }).description).toContain(`[${say('incident.untitledMaintenance')}](http`)
  })

  it('begins in the first phase of maintenance where it is taken up by a follow-up', async () => {
    const data = { ...planned, incidents: [{ ...planned.incidents[0]!, endedAt: wireTime(-HOUR_MS / 2) }] }
    const { writes } = await renderManaged(ReopenDialog, theIncident, { data, config })
    await press('+1 h: 13:00')
    await press(say('manage.reopen.follow'))
    expect(writes[0]).toMatchObject(['POST /incidents', { phase: { generation: 2, order: 2 } }])
  })
})

describe('reopening an incident', () => {
  const ended = { endedAt: wireTime(-HOUR_MS / 2) }
  const open = (data = buildCase(ended)) => renderManaged(ReopenDialog, theIncident, { data, emits: ['reopened', 'followed'] })

  it('takes the end away', async () => {
    const { events, demo } = await open()
    const bodies: unknown[] = []
    // The usual server refuses a body of only nulls; this one does as it is asked.
    answerFirst(
      http.patch(`${API_URL}/incidents/:id`, async ({ request }) => {
        bodies.push(await request.json())
        demo.write(data => delete data.incidents[0]!.endedAt)
        return new HttpResponse(null, { status: 204 })
      }),
    )
    await press(say('manage.reopen.send'))
    expect(bodies).toEqual([{ endedAt: null, phase: { generation: 1, order: 0 } }])
    expect(events).toEqual([['reopened']])
  })

  it('takes it up in the phase that is chosen', async () => {
    const { writes } = await open()
    await choose(say('manage.reopen.phase'), 'Working on it')
    await press(say('manage.reopen.send'))
    expect(writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: null, phase: { generation: 1, order: 1 } }]])
  })

  it.each([204, 400, 500] as const)(
    'goes straight to a follow-up where the server answers %i and keeps the end',
    async status => {
      const { writes, events } = await open()
      answerFirst(refuse(status))
      await press(say('manage.reopen.send'))
      expect(dialogText()).toContain(say('manage.reopen.refused'))
      expect(events).toEqual([])
      expect(document.activeElement).toBe(screen.getByRole('button', { name: say('manage.reopen.follow') }))
      expect(screen.queryByRole('button', { name: say('manage.operation.retry') })).toBeNull()

      await press(say('manage.reopen.follow'))
      const phase = { generation: 1, order: 0 }
      const created = { displayName: 'Slow volumes', beganAt: wireTime(0), phase, affects: affects([COMPUTE, VOLUMES]) }
      expect(writes).toMatchObject([['POST /incidents', created]])
      expect(writes[0]![1]).not.toHaveProperty('endedAt')
      expect(events).toEqual([['followed', expect.stringMatching(/-/)]])
    },
  )

  it('tells a follow-up that fails after it, and sends it again', async () => {
    const { writes, events } = await open()
    answerFirst(refuse(500))
    await press(say('manage.reopen.send'))
    answerFirst(http.post(`${API_URL}/incidents`, () => HttpResponse.json({ message: 'No' }, { status: 500 }), { once: true }))
    await press(say('manage.reopen.follow'))
    expect(writes).toEqual([])
    expect(dialogText()).toContain(say('manage.operation.phaseDoubt'))
    await press(say('manage.operation.sendAgain'))
    expect(writes.map(([call]) => call)).toEqual(['POST /incidents'])
    expect(events).toEqual([['followed', expect.stringMatching(/-/)]])
  })

  it('begins a follow-up at once, if that is wished', async () => {
    const { writes } = await open()
    await press(say('manage.reopen.follow'))
    expect(writes.map(([call]) => call)).toEqual(['POST /incidents'])
  })

  it('wants a new end for maintenance', async () => {
    const { writes } = await open(buildCase({ ...ended, affects: affects([COMPUTE], 0) }))
    await press(say('manage.reopen.send'))
    expect(dialogText()).toContain(say('manage.problem.endMissing'))
    await press('+1 h: 13:00')
    await press(say('manage.reopen.send'))
    const phase = { generation: 1, order: 0 }
    expect(writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: wireTime(HOUR_MS), phase }]])
  })

  it('is sent by a key from a field, as the browser would not', async () => {
    const { writes, events } = await renderManaged(ReopenDialog, theIncident, {
      data: buildCase({ ...ended, affects: affects([COMPUTE], 0) }),
      emits: ['reopened'],
    })
    await press('+1 h: 13:00')
    const { date } = timeFields(say('manage.reopen.newEnd'))
    expect(fireEvent.keyDown(date, { key: 'Enter', ctrlKey: true })).toBe(false)
    await settle()
    expect(writes.map(([call]) => call)).toEqual([`PATCH /incidents/${ID}`])
    expect(events).toEqual([['reopened']])
  })

  it('asks before what was chosen is left', async () => {
    const { events } = await renderManaged(ReopenDialog, theIncident, { data: buildCase(ended), emits: ['close'] })
    await choose(say('manage.reopen.phase'), 'Working on it')
    fireEvent.click(screen.getByRole('button', { name: say('app.close') }))
    await settle()
    expect(events).toEqual([])
    await press(say('manage.leave.discard'))
    expect(events).toEqual([['close']])
  })

  it('has one link to what it continues, at the public address', async () => {
    const description = 'Slow.\n\nSetzt [Before](https://other.example/incidents/1) fort.'
    const data = buildCase({ ...ended, description })
    const { writes } = await renderManaged(ReopenDialog, theIncident, {
      data,
      config: { publicUrl: 'https://status.example.org/x' },
    })
    await press(say('manage.reopen.follow'))
    const link = `Continues [Slow volumes](https://status.example.org/x/incident/${ID}).`
    expect(writes[0]![1]).toMatchObject({ description: `Slow.\n\n${link}` })
  })

  it('does not begin as resolved', async () => {
    const { writes } = await open(buildCase({ ...ended, phase: { generation: 1, order: 2 } }))
    await press(say('manage.reopen.follow'))
    expect(writes[0]![1]).toMatchObject({ phase: { generation: 1, order: 0 } })
  })

  it('cannot begin a follow-up with a gap in the impacts, and says so', async () => {
    const gap = [{ reference: COMPUTE, severity: 50 }] as never
    await open(buildCase({ ...ended, affects: gap }))
    expect(isDisabled(screen.getByRole('button', { name: say('manage.reopen.follow') }))).toBe(true)
    expect(dialogText()).toContain(say('manage.gaps'))
  })
})
