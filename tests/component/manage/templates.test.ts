import { fireEvent, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { say } from '../../support/browser/texts'
import { choose, optionsOf } from '../../support/choose'
import { theDialog } from '../../support/dialog'
import { disclose } from '../../support/disclose'
import { impactOn, ongoing } from '../../support/status'
import { fieldOf, type } from '../../support/type'
import { add, DOWN, publish, render, text, TEXT, TITLE, type Editor } from './editorPage'

describe('templates', () => {
  const templates = [
    {
      name: { en: 'Power', de: 'Strom' },
      kind: 'incident',
      title: 'Power loss: {components}',
      description: 'Since {begin}. Next news at {next}.',
      severity: 'critical',
      impactType: 'Down',
      phase: 'Working on it',
    },
    { name: 'Odd', kind: 'incident', title: 'Odd', severity: 'Awful', impactType: 'Gone', phase: 'Lost' },
    { name: 'Upgrade', kind: 'maintenance', title: 'Upgrade' },
  ] as const
  async function use(editor: Editor, name: string) {
    await choose(say('manage.field.template'), name)
    await editor.press(say('manage.field.useTemplate'))
  }

  it('fill the form, in names of the server; what they leave open is asked about once', async () => {
    const editor = await render({ config: { templates: [...templates] } })
    expect(await optionsOf(say('manage.field.template'))).toEqual([say('manage.field.none'), 'Power', 'Odd'])
    await use(editor, 'Power')
    expect(fieldOf(TITLE).value).toBe('Power loss: {components}')
    await add(editor, 'Network')
    expect(fieldOf(TITLE).value).toBe('Power loss: Network')
    await publish(editor)
    expect(editor.writes).toEqual([])
    expect(editor.page.getByRole('alert').textContent).toContain(say('manage.problem.placeholderOpen', { names: '{next}' }))
    await editor.press(say('manage.warnings.publish'))
    expect(editor.writes.map(([, body]) => body)).toEqual([
      {
        displayName: 'Power loss: Network',
        description: 'Since Tue 10 Mar, 12:00 UTC. Next news at {next}.',
        beganAt: '2026-03-10T12:00:00.000Z',
        phase: { generation: 1, order: 1 },
        affects: [{ ...impactOn('Network', 100), type: DOWN.id }],
      },
    ])
  })

  it('follow what is chosen later only until somebody writes on', async () => {
    const editor = await render({ config: { templates: [...templates] }, url: '/manage/new?template=1' })
    await type(TITLE, 'Power: {components}')
    await add(editor, 'Network')
    expect(fieldOf(TITLE).value).toBe('Power: {components}')
  })

  it('say which names the server has not', async () => {
    const editor = await render({ config: { templates: [...templates] } })
    await use(editor, 'Odd')
    expect(text(editor)).toContain(say('manage.template.unmatched.severity', { name: 'Awful' }))
    expect(text(editor)).toContain(say('manage.template.unmatched.impactType', { name: 'Gone' }))
    expect(text(editor)).toContain(say('manage.template.unmatched.phase', { name: 'Lost' }))
  })

  it('give back what they took the place of', async () => {
    const editor = await render({ config: { templates: [...templates] } })
    await type(TITLE, 'My own words')
    await use(editor, 'Odd')
    expect(fieldOf(TITLE).value).toBe('Odd')
    await editor.press(say('manage.template.undo'))
    expect(fieldOf(TITLE).value).toBe('My own words')
  })

  it('of one’s own are kept in this browser and used again', async () => {
    const editor = await render()
    await type(TITLE, 'Outage of {components}')
    await type(TEXT, 'Sorry.')
    await editor.press(say('manage.field.saveTemplate'))
    await type(say('manage.template.name'), 'Usual')
    await editor.press(say('manage.template.save'))
    expect(text(editor)).toContain(say('manage.template.saved', { name: 'Usual' }))
    editor.part.unmount()

    const again = await render()
    await add(again, 'Storage')
    await use(again, 'Usual')
    expect(fieldOf(TITLE).value).toBe('Outage of Storage')
    expect(fieldOf(TEXT).value).toBe('Sorry.')
    await again.press(say('manage.field.removeTemplate'))
    expect(again.page.queryByLabelText(say('manage.field.template'))).toBeNull()
  })
})

describe('templates of short forms', () => {
  const templates = [
    { name: 'Power', kind: 'incident', title: 'Power loss: {components}', phase: 'Working on it', severity: 'Critical' },
    { name: 'News', kind: 'update', title: 'News of {title}', description: 'Soon.', phase: 'Resolved' },
  ] as const

  /** Opens the templates of the form in sight and uses one. */
  async function use({ press }: Editor, form: HTMLElement, name: string) {
    expect(within(form).queryByLabelText(say('manage.field.template'))).toBeNull()
    await disclose(say('manage.template.title'), form)
    await choose(say('manage.field.template'), name, form)
    await press(say('manage.field.useTemplate'), form)
  }

  it('fill a report', async () => {
    const editor = await render({ url: '/manage?do=report', config: { templates: [...templates] } })
    await use(editor, theDialog(), 'Power')
    fireEvent.click(within(theDialog()).getByRole('checkbox', { name: 'Network' }))
    await choose(say('incident.type'), 'Slow responses', theDialog())
    await editor.wait()
    await editor.press(say('manage.report.publish.incident'), theDialog())
    expect(editor.writes.map(([, body]) => body)).toMatchObject([
      { displayName: 'Power loss: Network', phase: { generation: 1, order: 1 }, affects: [impactOn('Network', 100)] },
    ])
  })

  it('are left for the editor, with all that the report says', async () => {
    const editor = await render({ url: '/manage?do=report', config: { templates: [...templates] } })
    await editor.press(say('manage.report.allFields'), theDialog())
    await waitFor(() => expect(editor.page.getByRole('heading', { name: say('manage.editor.new.incident') })).toBeDefined())
    expect(text(editor)).not.toContain(say('manage.editor.draftGone'))
  })

  it('fill an update', async () => {
    const incident = ongoing([impactOn('Storage', 66)])
    const url = `/manage/incidents/${incident.id}`
    const editor = await render({ url, incidents: [incident], config: { templates: [...templates] } })
    await use(editor, editor.page.getByRole('form', { name: say('manage.update.title') }), 'News')
    await editor.press(say('manage.update.publish'))
    // Its phase is the last one: the end goes along, and is held.
    await editor.press(say('manage.operation.sendNow'))
    expect(editor.writes.map(([call, body]) => [call.split(' ')[0], body])).toEqual([
      ['POST', { displayName: `News of ${incident.displayName}`, description: 'Soon.' }],
      ['PATCH', { endedAt: expect.any(String) as string, phase: { generation: 1, order: 2 } }],
    ])
  })
})
