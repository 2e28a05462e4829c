import { waitFor, within } from '@testing-library/dom'
import { http, HttpResponse, type HttpHandler } from 'msw'
import { describe, expect, it } from 'vitest'
import { say } from '../../support/browser/texts'
import type { buildIncident } from '../../support/builders'
import { choose } from '../../support/choose'
import { API_URL } from '../../support/config'
import { theDialog } from '../../support/dialog'
import { answerFirst } from '../../support/server'
import { impactOn, ongoing, textOf } from '../../support/status'
import { setTime } from '../../support/setTime'
import { fieldOf, type } from '../../support/type'
import { accept, add, DOWN, ENDS, publish, render, save, sendByKey, severityOf, text, TEXT, TITLE, typeOf } from './editorPage'

const incident = ongoing([impactOn('Storage', 66)])
const edit = (overrides: Parameters<typeof buildIncident>[0] = {}, ...first: HttpHandler[]) =>
  render({ first, url: `/manage/incidents/${incident.id}/edit`, incidents: [{ ...incident, ...overrides }] })

describe('an incident that is edited', () => {
  it('is changed in the one field that differs', async () => {
    const editor = await edit()
    await type(TITLE, 'Storage is slow')
    await save(editor)
    expect(editor.writes).toEqual([[`PATCH /incidents/${incident.id}`, { displayName: 'Storage is slow' }]])
    await waitFor(() =>
      expect(editor.router.currentRoute.value).toMatchObject({ name: 'manageIncident', params: { id: incident.id } }),
    )
    expect(localStorage).toHaveLength(0)
  })

  it('is not sent when nothing was changed, and that is said', async () => {
    const editor = await edit()
    await save(editor)
    expect(text(editor)).toContain(say('manage.save.nothing'))
    await type(TITLE, 'Another title')
    await type(TITLE, incident.displayName!)
    await save(editor)
    expect(text(editor)).toContain(say('manage.save.nothing'))
    expect(editor.writes).toEqual([])
  })

  it('shows what someone else changed in between, and sends what is chosen', async () => {
    const editor = await edit()
    editor.demo.write(data => (data.incidents[0]!.displayName = 'Theirs'))
    await type(TITLE, 'Mine')
    await type(TEXT, 'Only mine.')
    await save(editor)
    expect(editor.writes).toEqual([])
    expect(within(theDialog()).getByText('Theirs')).toBeDefined()
    await choose(TITLE, say('manage.conflict.mine'), theDialog())
    await editor.press(say('manage.conflict.send'), theDialog())
    expect(editor.writes.map(([, body]) => body)).toEqual([{ displayName: 'Mine', description: 'Only mine.' }])
  })

  it('asks whether an impact was so from the beginning', async () => {
    const editor = await edit()
    await choose(severityOf(editor, 'Storage'), 'Critical')
    await save(editor)
    expect(editor.writes).toEqual([])
    await editor.press(say('manage.history.correct'), theDialog())
    expect(editor.writes.map(([, body]) => body)).toEqual([{ affects: [impactOn('Storage', 100)] }])
  })

  it('goes on with a draft, with the incident as it was then', async () => {
    const editor = await edit()
    await type(TEXT, 'Half a sentence')
    editor.part.unmount()
    const { id } = JSON.parse(localStorage.getItem(localStorage.key(0)!)!) as { id: string }
    const again = await render({
      url: `/manage/incidents/${incident.id}/edit?draft=${id}`,
      incidents: [{ ...incident, description: 'Theirs.' }],
    })
    expect(fieldOf(TEXT).value).toBe('Half a sentence')
    await save(again)
    expect(again.writes).toEqual([])
    expect(textOf(theDialog())).toContain('Theirs.')
  })

  it('keeps what was typed when the server refuses it', async () => {
    const editor = await edit()
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 403 })))
    await type(TITLE, 'Mine')
    await save(editor)
    expect(text(editor)).toContain(say('manage.failure.forbidden'))
    expect(fieldOf(TITLE).value).toBe('Mine')
    await waitFor(() => expect(localStorage).toHaveLength(1))
  })

  it('is asked about again once something else is typed, also where it is sent by a key', async () => {
    const editor = await edit()
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 403 }), { once: true }))
    await setTime(ENDS, '2026-03-10T18:00')
    await save(editor)
    await accept(editor)
    await editor.press(say('manage.operation.giveUp'))
    await type(TITLE, 'Mine')
    expect(await sendByKey(editor, fieldOf(TITLE))).toBe(false)
    expect(editor.writes).toEqual([])
    await accept(editor)
    expect(editor.writes).toEqual([
      [`PATCH /incidents/${incident.id}`, { displayName: 'Mine', endedAt: '2026-03-10T18:00:00.000Z' }],
    ])
  })

  it('is edited as the list has it where it cannot be read, and that is said', async () => {
    const unread = http.get(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 503 }))
    const editor = await edit({}, unread)
    expect(text(editor)).toContain(say('manage.incident.stale'))
    expect(fieldOf(TITLE).value).toBe(incident.displayName)
  })

  it('counts an hour for its end from now, and from the end where one is planned', async () => {
    const editor = await edit()
    expect(editor.page.getByRole('button', { name: '+1 h: 13:00' })).toBeDefined()
    editor.part.unmount()
    const planned = await edit({ endedAt: '2026-03-10T15:00:00Z' })
    await setTime(ENDS, '')
    await planned.press('+1 h: 16:00')
    await save(planned)
    await accept(planned)
    expect(planned.writes.map(([, body]) => body)).toEqual([{ endedAt: '2026-03-10T16:00:00.000Z' }])
  })

  it('that does not exist is told', async () => {
    const editor = await render({ url: '/manage/incidents/22222222-2222-4222-8222-222222222222/edit' })
    expect(text(editor)).toContain(say('incident.notFoundText'))
  })
})

describe('a stored draft', () => {
  it('of the short form is gone on with at once', async () => {
    const first = await render()
    await type(TITLE, 'Half typed')
    await add(first, 'Network')
    await choose(typeOf(first, 'Network'), 'Down')
    first.part.unmount()
    const { id } = JSON.parse(localStorage.getItem(localStorage.key(0)!)!) as { id: string }
    const editor = await render({ url: `/manage/new?draft=${id}` })
    expect(fieldOf(TITLE).value).toBe('Half typed')
    await publish(editor)
    expect(editor.writes.map(([, body]) => body)).toMatchObject([
      { displayName: 'Half typed', affects: [{ ...impactOn('Network', 66), type: DOWN.id }] },
    ])
    expect(localStorage).toHaveLength(0)
  })

  it('that is gone is told', async () => {
    const editor = await render({ url: '/manage/new?draft=nothing' })
    expect(text(editor)).toContain(say('manage.editor.draftGone'))
  })

  it('of what is offered is not put back by itself', async () => {
    const first = await render()
    await type(TITLE, 'Half typed')
    first.part.unmount()
    const editor = await render()
    expect(fieldOf(TITLE).value).toBe('')
    await editor.press(say('manage.draft.take'))
    expect(fieldOf(TITLE).value).toBe('Half typed')
  })
})
