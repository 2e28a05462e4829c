import { fireEvent, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from '../../support/browser/texts'
import { buildIncident } from '../../support/builders'
import { impactOn } from '../../support/status'
import {
  accept,
  add,
  BEGINS,
  choose,
  DOWN,
  ENDS,
  publish,
  render,
  sent,
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
    await editor.type(TITLE, ' Storage is down ')
    await add(editor, 'Storage')
    await choose(typeOf(editor, 'Storage'), 'Slow responses', editor)
    await editor.press(say('manage.field.addImpact', { name: 'Storage' }))
    await choose(typeOf(editor, 'Storage', 1), 'Down', editor)
    await choose(severityOf(editor, 'Storage', 1), 'Critical', editor)
    await publish(editor)
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/incidents',
        body: {
          displayName: 'Storage is down',
          beganAt: '2026-03-10T12:00:00.000Z',
          phase: { generation: 1, order: 0 },
          affects: [
            { reference: uuidOf('Storage'), type: SLOW, severity: 66 },
            { reference: uuidOf('Storage'), type: DOWN.id, severity: 100 },
          ],
        },
      },
    ])
    const id = editor.demo.data.incidents[0]?.id
    await waitFor(() => expect(editor.router.currentRoute.value).toMatchObject({ name: 'manageIncident', params: { id } }))
    expect(localStorage).toHaveLength(0)
  })

  it('has its impacts set all at once', async () => {
    const editor = await render()
    await editor.type(TITLE, 'All is down')
    await add(editor, 'Compute', 'Network')
    fireEvent.click(editor.page.getByRole('checkbox', { name: say('manage.field.tickAll') }))
    await editor.wait()
    const bulk = within(editor.page.getByRole('group', { name: say('manage.field.setTicked') }))
    await choose(bulk.getByLabelText(say('incident.type')), 'Down', editor)
    await choose(bulk.getByLabelText(say('incident.severity')), 'Minor', editor)
    await editor.press(say('manage.field.apply'))
    await publish(editor)
    expect(sent.map(({ body }) => (body as WireIncident).affects)).toEqual([
      ['Compute', 'Network'].map(name => ({ reference: uuidOf(name), type: DOWN.id, severity: 33 })),
    ])
  })

  it('is not sent without a title, which is told beside it', async () => {
    const editor = await render()
    await publish(editor)
    expect(sent).toEqual([])
    expect(text(editor)).toContain(say('manage.problem.titleMissing'))
    expect(document.activeElement).toBe(editor.field(TITLE))
  })

  it('without a component is asked about once', async () => {
    const editor = await render()
    await editor.type(TITLE, 'Something')
    await publish(editor)
    expect(sent).toEqual([])
    expect(editor.page.getByRole('alert').textContent).toContain(say('manage.problem.noComponent'))
    await accept(editor)
    expect(sent).toHaveLength(1)
  })

  it('does not go out with an end that is typed in part', async () => {
    const editor = await render()
    await editor.type(TITLE, 'Something')
    await add(editor, 'Storage')
    await choose(typeOf(editor, 'Storage'), 'Down', editor)
    const end = editor.field(ENDS)
    Object.defineProperty(end, 'validity', { value: { badInput: true }, configurable: true })
    await editor.type(ENDS, '')
    await editor.wait()
    await publish(editor)
    expect(sent).toEqual([])
    expect(document.activeElement).toBe(end)
  })

  it('is seen as its page will show it while it is typed', async () => {
    const editor = await render()
    await editor.type(TITLE, 'Storage is slow')
    await editor.type(TEXT, 'We **look** into it.')
    await add(editor, 'Storage')
    await editor.wait()
    const preview = within(editor.page.getByRole('region', { name: say('manage.editor.preview') }))
    expect(preview.getByText('Storage is slow')).toBeDefined()
    expect((await preview.findByText('look')).tagName).toBe('STRONG')
    expect(preview.getByRole('rowheader', { name: 'Storage' })).toBeDefined()
  })

  it('begins as a duplicate of another one, now', async () => {
    const old = buildIncident({ affects: [impactOn('Storage', 50)], phase: { generation: 1, order: 2 } })
    const editor = await render({ url: `/manage/new?from=${old.id}`, incidents: [old] })
    expect(editor.field(TITLE).value).toBe(old.displayName)
    await publish(editor)
    expect(sent.map(({ body }) => body)).toEqual([
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
    await editor.type(TITLE, 'Upgrade')
    await add(editor, 'Network')
    await choose(typeOf(editor, 'Network'), 'Down', editor)
    await editor.type(BEGINS, '')
    await editor.type(ENDS, '')
    await publish(editor, 'maintenance')
    expect(sent).toEqual([])
    expect(text(editor)).toContain(say('manage.problem.beginMissing'))
    expect(text(editor)).toContain(say('manage.problem.endMissing'))
    await editor.type(BEGINS, '2026-03-12T08:00')
    await editor.type(ENDS, '2026-03-12T09:00')
    await publish(editor, 'maintenance')
    expect(sent.map(({ body }) => body)).toEqual([
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
    fireEvent.click(editor.page.getByRole('radio', { name: say('manage.editor.kinds.maintenance') }))
    await editor.wait()
    expect(editor.field(BEGINS).value).toBe('2026-03-10T13:00')
    expect(editor.field(ENDS).value).toBe('2026-03-10T14:00')
    expect((severityOf(editor, 'Network') as HTMLSelectElement).selectedOptions[0]?.text).toBe(say('level.maintenance'))
    fireEvent.click(editor.page.getByRole('radio', { name: say('manage.editor.kinds.incident') }))
    await editor.wait()
    expect(editor.field(ENDS).value).toBe('')
    expect((severityOf(editor, 'Network') as HTMLSelectElement).selectedOptions[0]?.text).toBe('Major')
  })
})
