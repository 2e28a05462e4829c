import { waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { say } from '../../support/browser/texts'
import type { buildIncident } from '../../support/builders'
import { API_URL } from '../../support/config'
import { answerFirst } from '../../support/server'
import { impactOn, ongoing } from '../../support/status'
import { choose, DOWN, publish, render, save, sent, severityOf, text, TEXT, TITLE, typeOf, add } from './editorPage'

const incident = ongoing([impactOn('Storage', 66)])
const edit = (overrides: Parameters<typeof buildIncident>[0] = {}) =>
  render({ url: `/manage/incidents/${incident.id}/edit`, incidents: [{ ...incident, ...overrides }] })

describe('an incident that is edited', () => {
  it('is changed in the one field that differs', async () => {
    const editor = await edit()
    await editor.type(TITLE, 'Storage is slow')
    await save(editor)
    expect(sent).toEqual([{ method: 'PATCH', path: `/incidents/${incident.id}`, body: { displayName: 'Storage is slow' } }])
    await waitFor(() =>
      expect(editor.router.currentRoute.value).toMatchObject({ name: 'manageIncident', params: { id: incident.id } }),
    )
    expect(localStorage).toHaveLength(0)
  })

  it('is not sent when nothing was changed, and that is said', async () => {
    const editor = await edit()
    await save(editor)
    expect(text(editor)).toContain(say('manage.save.nothing'))
    await editor.type(TITLE, 'Another title')
    await editor.type(TITLE, incident.displayName!)
    await save(editor)
    expect(text(editor)).toContain(say('manage.save.nothing'))
    expect(sent).toEqual([])
  })

  it('shows what someone else changed in between, and sends what is chosen', async () => {
    const editor = await edit()
    editor.demo.write(data => (data.incidents[0]!.displayName = 'Theirs'))
    await editor.type(TITLE, 'Mine')
    await editor.type(TEXT, 'Only mine.')
    await save(editor)
    expect(sent).toEqual([])
    const dialog = within(document.querySelector('dialog')!)
    expect(dialog.getByText('Theirs')).toBeDefined()
    dialog.getByLabelText(say('manage.conflict.mine')).click()
    await editor.wait()
    dialog.getByRole('button', { name: say('manage.conflict.send') }).click()
    await editor.wait()
    expect(sent.map(({ body }) => body)).toEqual([{ displayName: 'Mine', description: 'Only mine.' }])
  })

  it('asks whether an impact was so from the beginning', async () => {
    const editor = await edit()
    await choose(severityOf(editor, 'Storage'), 'Critical', editor)
    await save(editor)
    expect(sent).toEqual([])
    const dialog = within(document.querySelector('dialog')!)
    dialog.getByRole('button', { name: say('manage.history.correct') }).click()
    await editor.wait()
    expect(sent.map(({ body }) => body)).toEqual([{ affects: [impactOn('Storage', 100)] }])
  })

  it('goes on with a draft, with the incident as it was then', async () => {
    const editor = await edit()
    await editor.type(TEXT, 'Half a sentence')
    editor.part.unmount()
    const { id } = JSON.parse(localStorage.getItem(localStorage.key(0)!)!) as { id: string }
    const again = await render({
      url: `/manage/incidents/${incident.id}/edit?draft=${id}`,
      incidents: [{ ...incident, description: 'Theirs.' }],
    })
    expect(again.field(TEXT).value).toBe('Half a sentence')
    await save(again)
    expect(sent).toEqual([])
    expect(document.querySelector('dialog')?.textContent).toContain('Theirs.')
  })

  it('keeps what was typed when the server refuses it', async () => {
    const editor = await edit()
    answerFirst(http.patch(`${API_URL}/incidents/:id`, () => new HttpResponse(null, { status: 403 })))
    await editor.type(TITLE, 'Mine')
    await save(editor)
    expect(text(editor)).toContain(say('manage.failure.forbidden'))
    expect(editor.field(TITLE).value).toBe('Mine')
    await waitFor(() => expect(localStorage).toHaveLength(1))
  })

  it('that does not exist is told', async () => {
    const editor = await render({ url: '/manage/incidents/22222222-2222-4222-8222-222222222222/edit' })
    expect(text(editor)).toContain(say('incident.notFoundText'))
  })
})

describe('a stored draft', () => {
  it('of the short form is gone on with at once', async () => {
    const first = await render()
    await first.type(TITLE, 'Half typed')
    await add(first, 'Network')
    await choose(typeOf(first, 'Network'), 'Down', first)
    first.part.unmount()
    const { id } = JSON.parse(localStorage.getItem(localStorage.key(0)!)!) as { id: string }
    const editor = await render({ url: `/manage/new?draft=${id}` })
    expect(editor.field(TITLE).value).toBe('Half typed')
    await publish(editor)
    expect(sent.map(({ body }) => body)).toMatchObject([
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
    await first.type(TITLE, 'Half typed')
    first.part.unmount()
    const editor = await render()
    expect(editor.field(TITLE).value).toBe('')
    await editor.press(say('manage.draft.take'))
    expect(editor.field(TITLE).value).toBe('Half typed')
  })
})
