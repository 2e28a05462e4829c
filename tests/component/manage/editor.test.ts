import { fireEvent, waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from '../../support/browser/texts'
import { buildIncident } from '../../support/builders'
import { choose, chosen } from '../../support/choose'
import { API_URL } from '../../support/config'
import { answerFirst } from '../../support/server'
import { setTime, setTimeInPart, timeFields, timeIn } from '../../support/setTime'
import { impactOn, textOf } from '../../support/status'
import { fieldOf, type } from '../../support/type'
import {
  accept,
  add,
  BEGINS,
  DOWN,
  ENDS,
  publish,
  render,
  sendByKey,
  severityOf,
  SLOW,
  text,
  TEXT,
  TITLE,
  typeOf,
} from './editorPage'

describe('a new incident', () => {
  it('may have two impacts on one component', async () => {
    const editor = await render()
    await type(TITLE, ' Storage is down ')
    await add(editor, 'Storage')
    await choose(typeOf(editor, 'Storage'), 'Slow responses')
    await editor.press(say('manage.field.addImpact', { name: 'Storage' }))
    await choose(typeOf(editor, 'Storage', 1), 'Down')
    await choose(severityOf(editor, 'Storage', 1), 'Critical')
    await publish(editor)
    expect(editor.writes).toEqual([
      [
        'POST /incidents',
        {
          displayName: 'Storage is down',
          beganAt: '2026-03-10T12:00:00.000Z',
          phase: { generation: 1, order: 0 },
          affects: [
            { reference: uuidOf('Storage'), type: SLOW, severity: 66 },
            { reference: uuidOf('Storage'), type: DOWN.id, severity: 100 },
          ],
        },
      ],
    ])
    const id = editor.demo.data.incidents[0]?.id
    await waitFor(() => expect(editor.router.currentRoute.value).toMatchObject({ name: 'manageIncident', params: { id } }))
    expect(localStorage).toHaveLength(0)
  })

  it('has its impacts set all at once', async () => {
    const editor = await render()
    await type(TITLE, 'All is down')
    await add(editor, 'Compute', 'Network')
    fireEvent.click(editor.page.getByRole('checkbox', { name: say('manage.field.tickAll') }))
    await editor.wait()
    const bulk = editor.page.getByRole('group', { name: say('manage.field.setTicked') })
    await choose(say('incident.type'), 'Down', bulk)
    await choose(say('incident.severity'), 'Minor', bulk)
    await editor.press(say('manage.field.apply'))
    await publish(editor)
    expect(editor.writes.map(([, body]) => (body as WireIncident).affects)).toEqual([
      ['Compute', 'Network'].map(name => ({ reference: uuidOf(name), type: DOWN.id, severity: 33 })),
    ])
  })

  it('is not sent without a title, which is told beside it', async () => {
    const editor = await render()
    await publish(editor)
    expect(editor.writes).toEqual([])
    expect(text(editor)).toContain(say('manage.problem.titleMissing'))
    expect(document.activeElement).toBe(fieldOf(TITLE))
  })

  it('without a component is asked about once', async () => {
    const editor = await render()
    await type(TITLE, 'Something')
    await publish(editor)
    expect(editor.writes).toEqual([])
    expect(editor.page.getByRole('alert').textContent).toContain(say('manage.problem.noComponent'))
    await accept(editor)
    expect(editor.writes).toHaveLength(1)
  })

  it('is asked about again once something else is typed', async () => {
    const editor = await render()
    const refuse = () =>
      answerFirst(http.post(`${API_URL}/incidents`, () => new HttpResponse(null, { status: 403 }), { once: true }))
    const asks = () => editor.page.queryByRole('button', { name: say('manage.warnings.publish') }) !== null
    await type(TITLE, 'Something')
    refuse()
    await publish(editor)
    await accept(editor)
    await editor.press(say('manage.operation.giveUp'))
    // The same again needs no other word.
    refuse()
    await publish(editor)
    expect(asks()).toBe(false)
    await editor.press(say('manage.operation.giveUp'))
    await type(TITLE, 'Something else')
    await publish(editor)
    expect([asks(), editor.writes]).toEqual([true, []])
    await accept(editor)
    expect(editor.writes.map(([, body]) => body)).toMatchObject([{ displayName: 'Something else' }])
  })

  it('is sent by a key as by the button: what is doubtful is asked first', async () => {
    const editor = await render()
    await type(TITLE, 'Something')
    expect(await sendByKey(editor, fieldOf(TEXT))).toBe(false)
    expect([text(editor).includes(say('manage.problem.noComponent')), editor.writes]).toEqual([true, []])
    await accept(editor)
    expect(editor.writes).toHaveLength(1)
  })

  it('does not go out with an end that is typed in part', async () => {
    const editor = await render()
    await type(TITLE, 'Something')
    await add(editor, 'Storage')
    await choose(typeOf(editor, 'Storage'), 'Down')
    await setTimeInPart(ENDS)
    await publish(editor)
    expect(editor.writes).toEqual([])
    expect(document.activeElement).toBe(timeFields(ENDS).date)
  })

  it('calls a maintenance of which nothing is known yet a maintenance', async () => {
    const { page } = await render({ url: '/manage/new?kind=maintenance' })
    const preview = within(page.getByRole('region', { name: say('manage.editor.preview') }))
    expect(preview.getByText(say('incident.untitledMaintenance'))).toBeDefined()
  })

  it('is seen as its page will show it while it is typed', async () => {
    const editor = await render()
    await type(TITLE, 'Storage is slow')
    await type(TEXT, 'We **look** into it.')
    await add(editor, 'Storage')
    await editor.wait()
    const preview = within(editor.page.getByRole('region', { name: say('manage.editor.preview') }))
    expect(preview.getByText('Storage is slow')).toBeDefined()
    await waitFor(() => expect(preview.getAllByRole('strong').map(textOf)).toContain('look'))
    expect(preview.getByRole('rowheader', { name: 'Storage' })).toBeDefined()
  })

  it('begins as a duplicate of another one, now', async () => {
    const old = buildIncident({ affects: [impactOn('Storage', 50)], phase: { generation: 1, order: 2 } })
    const editor = await render({ url: `/manage/new?from=${old.id}`, incidents: [old] })
    expect(fieldOf(TITLE).value).toBe(old.displayName)
    await publish(editor)
    expect(editor.writes.map(([, body]) => body)).toEqual([
      {
        displayName: old.displayName,
        description: old.description,
        beganAt: '2026-03-10T12:00:00.000Z',
        phase: { generation: 1, order: 0 },
        affects: old.affects,
      },
    ])
  })
})

describe('a new maintenance', () => {
  it('needs both times', async () => {
    const editor = await render({ url: '/manage/new?kind=maintenance' })
    await type(TITLE, 'Upgrade')
    await add(editor, 'Network')
    await choose(typeOf(editor, 'Network'), 'Down')
    await setTime(BEGINS, '')
    await setTime(ENDS, '')
    await publish(editor, 'maintenance')
    expect(editor.writes).toEqual([])
    expect(text(editor)).toContain(say('manage.problem.beginMissing'))
    expect(text(editor)).toContain(say('manage.problem.endMissing'))
    await setTime(BEGINS, '2026-03-12T08:00')
    await setTime(ENDS, '2026-03-12T09:00')
    await publish(editor, 'maintenance')
    expect(editor.writes.map(([, body]) => body)).toEqual([
      {
        displayName: 'Upgrade',
        beganAt: '2026-03-12T08:00:00.000Z',
        endedAt: '2026-03-12T09:00:00.000Z',
        phase: { generation: 1, order: 0 },
        affects: [{ reference: uuidOf('Network'), type: DOWN.id, severity: 0 }],
      },
    ])
  })

  it('is what an incident becomes when it is called so: times and severities follow', async () => {
    const editor = await render()
    await add(editor, 'Network')
    await choose(say('manage.editor.kind'), say('manage.editor.kinds.maintenance'))
    expect(timeIn(BEGINS)).toBe('2026-03-10T13:00')
    expect(timeIn(ENDS)).toBe('2026-03-10T14:00')
    expect(chosen(severityOf(editor, 'Network'))).toBe(say('level.maintenance'))
    await choose(say('manage.editor.kind'), say('manage.editor.kinds.incident'))
    expect(timeIn(ENDS)).toBe('')
    expect(chosen(severityOf(editor, 'Network'))).toBe('Major')
  })
})
