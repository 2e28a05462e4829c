import { waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireUpdate } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from '../../support/browser/texts'
import { API_URL } from '../../support/config'
import { answerFirst } from '../../support/server'
import { add, BEGINS, choose, ENDS, publish, render, sent, SLOW, text, TITLE, typeOf, type Editor } from './editorPage'

describe('an incident entirely in the past', () => {
  const filled = async () => {
    const editor = await render({ url: '/manage/new?backfill=1' })
    await editor.type(TITLE, 'It was slow')
    await add(editor, 'Storage')
    await choose(typeOf(editor, 'Storage'), 'Slow responses', editor)
    return editor
  }
  async function addUpdate(editor: Editor, n: number, headline: string, time: string) {
    await editor.press(say('manage.editor.late.add'))
    const row = within(editor.page.getByRole('group', { name: say('manage.editor.late.one', { n }) }))
    await editor.type(say('manage.update.headline'), headline, row)
    if (time) await editor.type(say('manage.update.writtenAt'), time, row)
    await editor.wait()
  }

  it('needs both times', async () => {
    const editor = await filled()
    await publish(editor)
    expect(sent).toEqual([])
    expect(text(editor)).toContain(say('manage.problem.beginMissing'))
    expect(text(editor)).toContain(say('manage.problem.endMissing'))
  })

  it('is published with what was said then, each with its time, and nothing is asked about the past', async () => {
    const editor = await filled()
    await editor.type(BEGINS, '2026-03-01T08:00')
    await editor.type(ENDS, '2026-03-01T10:00')
    await addUpdate(editor, 1, 'Looking into it', '2026-03-01T08:30')
    await addUpdate(editor, 2, 'Fixed', '2026-03-01T09:50')
    await publish(editor)
    const id = editor.demo.data.incidents[0]?.id
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/incidents',
        body: {
          displayName: 'It was slow',
          beganAt: '2026-03-01T08:00:00.000Z',
          endedAt: '2026-03-01T10:00:00.000Z',
          phase: { generation: 1, order: 2 },
          affects: [{ reference: uuidOf('Storage'), type: SLOW, severity: 66 }],
        },
      },
      {
        method: 'POST',
        path: `/incidents/${id}/updates`,
        body: { displayName: 'Looking into it', createdAt: '2026-03-01T08:30:00.000Z' },
      },
      {
        method: 'POST',
        path: `/incidents/${id}/updates`,
        body: { displayName: 'Fixed', createdAt: '2026-03-01T09:50:00.000Z' },
      },
    ])
    await waitFor(() => expect(editor.router.currentRoute.value.name).toBe('manageIncident'))
  })

  it('asks for the time of each update', async () => {
    const editor = await filled()
    await editor.type(BEGINS, '2026-03-01T08:00')
    await editor.type(ENDS, '2026-03-01T10:00')
    await addUpdate(editor, 1, 'Looking into it', '')
    await publish(editor)
    expect(sent).toEqual([])
    expect(text(editor)).toContain(say('manage.editor.late.timeMissing'))
  })

  it('is not published twice when an update of it fails', async () => {
    const editor = await filled()
    await editor.type(BEGINS, '2026-03-01T08:00')
    await editor.type(ENDS, '2026-03-01T10:00')
    await addUpdate(editor, 1, 'One', '2026-03-01T08:30')
    await addUpdate(editor, 2, 'Two', '2026-03-01T08:40')
    let asked = 0
    answerFirst(
      http.post(`${API_URL}/incidents/:id/updates`, () => {
        if (asked++ === 1) return new HttpResponse(null, { status: 400 })
      }),
    )
    await publish(editor)
    expect(text(editor)).toContain(say('manage.operation.notSaved'))
    await editor.press(say('manage.operation.giveUp'))
    expect(text(editor)).toContain(say('manage.editor.late.rest'))
    expect(editor.field(TITLE).closest('fieldset[disabled]')).not.toBeNull()
    expect(JSON.parse(localStorage.getItem(localStorage.key(0)!)!)).toMatchObject({
      form: 'backfill',
      value: { published: expect.any(String), late: [{ title: 'Two' }] },
    })
    await publish(editor)
    expect(sent.flatMap(({ body }) => (body as WireUpdate).displayName)).toEqual(['It was slow', 'One', 'Two'])
    expect(sent.map(({ path }) => path.replace(/[\da-f-]{36}/, 'ID'))).toEqual([
      '/incidents',
      '/incidents/ID/updates',
      '/incidents/ID/updates',
    ])
    expect(editor.demo.data.incidents).toHaveLength(1)
  })
})
