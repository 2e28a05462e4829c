import { fireEvent, waitFor, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WireIncident } from '@/demo/data'
import { uuidOf } from '@/demo/uuid'
import { say } from '../../support/browser/texts'
import { buildIncident } from '../../support/builders'
import { choose } from '../../support/choose'
import { API_URL } from '../../support/config'
import { answerFirst } from '../../support/server'
import { setTime } from '../../support/setTime'
import { impactOn, textOf } from '../../support/status'
import { leave, type } from '../../support/type'
import { accept, add, BEGINS, ENDS, publish, render, text, TITLE, typeOf, type Editor } from './editorPage'

const REPEAT = say('manage.repeat.title')

async function plan(options: Parameters<typeof render>[0] = {}): Promise<Editor> {
  const editor = await render({ url: '/manage/new?kind=maintenance', ...options })
  await type(TITLE, 'Upgrade')
  await add(editor, 'Network')
  await choose(typeOf(editor, 'Network'), 'Down')
  await setTime(BEGINS, '2026-03-20T22:00')
  await setTime(ENDS, '2026-03-21T02:00')
  return editor
}
async function setCount(editor: Editor, count: string) {
  const field = editor.page.getByRole('spinbutton', { name: say('manage.repeat.count') })
  await type(field, count)
  await leave(field)
}
const dates = ({ page }: Editor) =>
  within(page.getByRole('group', { name: say('manage.repeat.dates') })).getAllByRole<HTMLInputElement>('checkbox')
const times = (body: unknown) => [(body as WireIncident).beganAt, (body as WireIncident).endedAt]

describe('a maintenance that comes again', () => {
  it('shows every date, and each that is ticked is published with the same words', async () => {
    const editor = await plan()
    await choose(REPEAT, say('manage.repeat.weekly'))
    expect(dates(editor)).toHaveLength(4)
    fireEvent.click(dates(editor)[1]!)
    await editor.wait()
    expect(text(editor)).toContain(say('manage.repeat.total', { n: 3 }))
    await publish(editor, 'maintenance')
    expect(editor.writes.map(([call]) => call)).toEqual(['POST /incidents', 'POST /incidents', 'POST /incidents'])
    expect(editor.writes.map(([, body]) => times(body))).toEqual([
      ['2026-03-20T22:00:00.000Z', '2026-03-21T02:00:00.000Z'],
      ['2026-04-03T22:00:00.000Z', '2026-04-04T02:00:00.000Z'],
      ['2026-04-10T22:00:00.000Z', '2026-04-11T02:00:00.000Z'],
    ])
    const [first, ...others] = editor.writes.map(([, body]) => ({ ...(body as WireIncident), beganAt: '', endedAt: '' }))
    for (const other of others) expect(other).toEqual(first)
    expect(editor.demo.data.incidents).toHaveLength(3)
    await waitFor(() => expect(editor.router.currentRoute.value.name).toBe('manage'))
    expect(localStorage).toHaveLength(0)
  })

  it('comes every so many weeks, so many times', async () => {
    const editor = await plan()
    await choose(REPEAT, say('manage.repeat.everyWeeks', { n: 2 }))
    await setCount(editor, '3')
    expect(dates(editor).map(box => textOf(box.closest('li')))).toEqual([
      expect.stringMatching(/20 Mar 2026.*21 Mar 2026/),
      expect.stringMatching(/3 Apr 2026/),
      expect.stringMatching(/17 Apr 2026/),
    ])
  })

  it('tells the months that have no such day', async () => {
    const editor = await plan()
    await setTime(BEGINS, '2026-03-31T10:00')
    await setTime(ENDS, '2026-03-31T11:00')
    await choose(REPEAT, say('manage.repeat.monthlyDay', { day: 31 }))
    expect(text(editor)).toContain(say('manage.repeat.skipped', { months: 'April 2026 and June 2026' }))
  })

  it('goes on with the dates that are left, and what was asked about them is not asked again', async () => {
    const editor = await plan({ config: { shortNoticeHours: 500 } })
    await choose(REPEAT, say('manage.repeat.weekly'))
    await setCount(editor, '2')
    let sent = 0
    answerFirst(
      http.post(`${API_URL}/incidents`, () => {
        if (sent++ === 1) return new HttpResponse(null, { status: 403 })
      }),
    )
    await publish(editor, 'maintenance')
    await accept(editor)
    await editor.press(say('manage.operation.giveUp'))
    expect(text(editor)).toContain(say('manage.repeat.rest'))
    await publish(editor, 'maintenance')
    expect(editor.writes.map(([, body]) => times(body)[0])).toEqual(['2026-03-20T22:00:00.000Z', '2026-03-27T22:00:00.000Z'])
    await waitFor(() => expect(editor.router.currentRoute.value.name).toBe('manage'))
  })

  it('is not published where no date is left', async () => {
    const editor = await plan()
    await choose(REPEAT, say('manage.repeat.daily'))
    await setCount(editor, '2')
    for (const at of [0, 1]) {
      fireEvent.click(dates(editor)[at]!)
      await editor.wait()
    }
    expect(text(editor)).toContain(say('manage.repeat.nothing'))
    await publish(editor, 'maintenance')
    expect(editor.writes).toEqual([])
  })
})

describe('what happens in the week of a maintenance', () => {
  const other = (name: string, beganAt: string, endedAt: string) =>
    buildIncident({
      id: uuidOf(`Work on ${name}`),
      displayName: `Work on ${name}`,
      affects: [impactOn(name, 0)],
      beganAt,
      endedAt,
    })

  it('is told in words where it is at the same time, first where it is on the same components', async () => {
    const incidents = [
      other('Storage', '2026-03-20T20:00:00Z', '2026-03-20T23:00:00Z'),
      other('Network', '2026-03-21T01:00:00Z', '2026-03-21T05:00:00Z'),
      other('Compute', '2026-03-19T01:00:00Z', '2026-03-19T05:00:00Z'),
    ]
    const editor = await plan({ incidents })
    const week = editor.page.getByRole('region', { name: say('manage.week.title') })
    const lines = within(week).getAllByRole('listitem').map(textOf)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^Work on Network, .*01:00.*02:00: also affects Network$/)
    expect(lines[1]).toMatch(/^Work on Storage, .*22:00.*23:00: other components$/)
  })

  it('is read where the page does not reach as far', async () => {
    const editor = await plan({ incidents: [other('Network', '2026-11-03T20:00:00Z', '2026-11-03T23:00:00Z')] })
    expect(text(editor)).toContain(say('manage.week.none'))
    await setTime(BEGINS, '2026-11-03T22:00')
    await setTime(ENDS, '2026-11-04T02:00')
    await editor.wait()
    expect(text(editor)).toMatch(/Work on Network, .*also affects Network/)
  })
})
