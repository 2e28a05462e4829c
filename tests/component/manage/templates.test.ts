import { describe, expect, it } from 'vitest'
import { say } from '../../support/browser/texts'
import { impactOn } from '../../support/status'
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
