import { fireEvent, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { say } from '../../support/browser/texts'
import { impactOn, ongoing } from '../../support/status'
import { add, choose, DOWN, publish, render, sent, text, TEXT, TITLE, type Editor } from './editorPage'

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
  const picker = ({ page }: Editor) => page.getByLabelText<HTMLSelectElement>(say('manage.field.template'))
  async function use(editor: Editor, name: string) {
    await choose(picker(editor), name, editor)
    await editor.press(say('manage.field.useTemplate'))
  }

  it('fill the form, in names of the server; what they leave open is asked about once', async () => {
    const editor = await render({ config: { templates: [...templates] } })
    expect([...picker(editor).options].map(({ text: name }) => name)).toEqual([say('manage.field.none'), 'Power', 'Odd'])
    await use(editor, 'Power')
    expect(editor.field(TITLE).value).toBe('Power loss: {components}')
    await add(editor, 'Network')
    expect(editor.field(TITLE).value).toBe('Power loss: Network')
    await publish(editor)
    expect(sent).toEqual([])
    expect(editor.page.getByRole('alert').textContent).toContain(say('manage.problem.placeholderOpen', { names: '{next}' }))
    await editor.press(say('manage.warnings.publish'))
    expect(sent.map(({ body }) => body)).toEqual([
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
    await editor.type(TITLE, 'Power: {components}')
    await add(editor, 'Network')
    expect(editor.field(TITLE).value).toBe('Power: {components}')
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
    await editor.type(TITLE, 'My own words')
    await use(editor, 'Odd')
    expect(editor.field(TITLE).value).toBe('Odd')
    await editor.press(say('manage.template.undo'))
    expect(editor.field(TITLE).value).toBe('My own words')
  })

  it('of one’s own are kept in this browser and used again', async () => {
    const editor = await render()
    await editor.type(TITLE, 'Outage of {components}')
    await editor.type(TEXT, 'Sorry.')
    await editor.press(say('manage.field.saveTemplate'))
    await editor.type(say('manage.template.name'), 'Usual')
    await editor.press(say('manage.template.save'))
    expect(text(editor)).toContain(say('manage.template.saved', { name: 'Usual' }))
    editor.part.unmount()

    const again = await render()
    await add(again, 'Storage')
    await use(again, 'Usual')
    expect(again.field(TITLE).value).toBe('Outage of Storage')
    expect(again.field(TEXT).value).toBe('Sorry.')
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
  async function use({ press, wait }: Editor, within: ReturnType<typeof inside>, name: string) {
    const details = within.getByText(say('manage.template.title')).closest('details')!
    expect(details.querySelectorAll('input, select')).toHaveLength(0)
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    await wait()
    const select = within.getByLabelText(say('manage.field.template'))
    fireEvent.change(select, {
      target: { value: [...(select as HTMLSelectElement).options].find(one => one.text === name)!.value },
    })
    await wait()
    await press(say('manage.field.useTemplate'), within)
  }
  const inside = (element: Element) => within(element as HTMLElement)

  it('fill a report', async () => {
    const editor = await render({ url: '/manage', config: { templates: [...templates] } })
    await editor.press(say('manage.report.incident'))
    const dialog = inside(document.querySelector('dialog')!)
    await use(editor, dialog, 'Power')
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Network' }))
    await editor.wait()
    await editor.press(say('manage.report.publish.incident'), dialog)
    expect(sent.map(({ body }) => body)).toMatchObject([
      { displayName: 'Power loss: Network', phase: { generation: 1, order: 1 }, affects: [impactOn('Network', 100)] },
    ])
  })

  it('are left for the editor, with all that the report says', async () => {
    const editor = await render({ url: '/manage', config: { templates: [...templates] } })
    await editor.press(say('manage.report.incident'))
    await editor.press(say('manage.report.allFields'), inside(document.querySelector('dialog')!))
    await waitFor(() => expect(editor.page.getByRole('heading', { name: say('manage.editor.new.incident') })).toBeDefined())
    expect(text(editor)).not.toContain(say('manage.editor.draftGone'))
  })

  it('fill an update', async () => {
    const incident = ongoing([impactOn('Storage', 66)])
    const url = `/manage/incidents/${incident.id}`
    const editor = await render({ url, incidents: [incident], config: { templates: [...templates] } })
    await use(editor, inside(editor.page.getByRole('form', { name: say('manage.update.title') })), 'News')
    await editor.press(say('manage.update.publish'))
    expect(sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', { displayName: `News of ${incident.displayName}`, description: 'Soon.' }],
      ['PATCH', { phase: { generation: 1, order: 2 } }],
    ])
  })
})
