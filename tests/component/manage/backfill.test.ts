import { waitFor } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireUpdate } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from '../../support/browser/texts'
import { API_URL } from '../../support/config'
import { choose } from '../../support/choose'
import { isDisabled } from '../../support/disabled'
import { answerFirst } from '../../support/server'
import { setTime } from '../../support/setTime'
import { fieldOf, type } from '../../support/type'
import { add, BEGINS, ENDS, publish, render, SLOW, text, TITLE, typeOf, type Editor } from './editorPage'

describe('an incident entirely in the past', () => {
  const filled = async () => {
    const editor = await render({ url: '/manage/new?backfill=1' })
    await type(TITLE, 'It was slow')
    await add(editor, 'Storage')
    await choose(typeOf(editor, 'Storage'), 'Slow responses')
    return editor
  }
  async function addUpdate(editor: Editor, n: number, headline: string, time: string) {
    await editor.press(say('manage.editor.late.add'))
    const row = editor.page.getByRole('group', { name: say('manage.editor.late.one', { n }) })
    await type(say('manage.update.headline'), headline, row)
    if (time) await setTime(say('manage.update.writtenAt'), time, row)
    await editor.wait()
  }

  it('needs both times', async () => {
    const editor = await filled()
    await publish(editor)
    expect(editor.writes).toEqual([])
    expect(text(editor)).toContain(say('manage.problem.beginMissing'))
    expect(text(editor)).toContain(say('manage.problem.endMissing'))
  })

  it('is published with what was said then, each with its time, and nothing is asked about the past', async () => {
    const editor = await filled()
    await setTime(BEGINS, '2026-03-01T08:00')
    await setTime(ENDS, '2026-03-01T10:00')
    await addUpdate(editor, 1, 'Looking into it', '2026-03-01T08:30')
    await addUpdate(editor, 2, 'Fixed', '2026-03-01T09:50')
    await publish(editor)
    const id = editor.demo.data.incidents[0]?.id
    expect(editor.writes).toEqual([
      [
        'POST /incidents',
        {
          displayName: 'It was slow',
          beganAt: '2026-03-01T08:00:00.000Z',
          endedAt: '2026-03-01T10:00:00.000Z',
          phase: { generation: 1, order: 2 },
          affects: [{ reference: uuidOf('Storage'), type: SLOW, severity: 66 }],
        },
      ],
      [`POST /incidents/${id}/updates`, { displayName: 'Looking into it', createdAt: '2026-03-01T08:30:00.000Z' }],
      [`POST /incidents/${id}/updates`, { displayName: 'Fixed', createdAt: '2026-03-01T09:50:00.000Z' }],
    ])
    await waitFor(() => expect(editor.router.currentRoute.value.name).toBe('manageIncident'))
  })

  it('asks for the time of each update', async () => {
    const editor = await filled()
    await setTime(BEGINS, '2026-03-01T08:00')
    await setTime(ENDS, '2026-03-01T10:00')
    await addUpdate(editor, 1, 'Looking into it', '')
    await publish(editor)
    expect(editor.writes).toEqual([])
    expect(text(editor)).toContain(say('manage.editor.late.timeMissing'))
  })

  it('is not published twice when an update of it fails', async () => {
    const editor = await filled()
    await setTime(BEGINS, '2026-03-01T08:00')
    await setTime(ENDS, '2026-03-01T10:00')
    await addUpdate(editor, 1, 'One', '2026-03-01T08:30')
    await addUpdate(editor, 2, 'Two', '2026-03-01T08:40')
    let asked = 0
    answerFirst(
      http.post(`${API_URL}/incidents/:id/updates`, () => {
        if (asked++ === 1) return new HttpResponse(null, { status: 400 })
      }),
    )
    await publish(editor)
    expect(text(editor)).toContain(say('manage.operation.notSaved.create'))
    await editor.press(say('manage.operation.giveUp'))
    expect(text(editor)).toContain(say('manage.editor.late.rest'))
    expect(isDisabled(fieldOf(TITLE))).toBe(true)
    expect(JSON.parse(localStorage.getItem(localStorage.key(0)!)!)).toMatchObject({
      form: 'backfill',
      value: { published: expect.any(String), late: [{ title: 'Two' }] },
    })
    await publish(editor)
    expect(editor.writes.map(([, body]) => (body as WireUpdate).displayName)).toEqual(['It was slow', 'One', 'Two'])
    expect(editor.writes.map(([call]) => call.replace(/[\da-f-]{36}/, 'ID'))).toEqual([
      'POST /incidents',
      'POST /incidents/ID/updates',
      'POST /incidents/ID/updates',
    ])
    expect(editor.demo.data.incidents).toHaveLength(1)
  })
})
