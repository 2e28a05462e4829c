import { fireEvent, screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { useSnackbars } from '@/app/layout/snackbarStore'
import { buildData, buildIncident } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { API_URL } from '../../../support/config'
import { dialogText, theDialog } from '../../../support/dialog'
import { isDisabled } from '../../../support/disabled'
import { namesOf } from '../../../support/roles'
import { answerFirst } from '../../../support/server'
import { textOf } from '../../../support/status'
import { type } from '../../../support/type'
import { press, settle } from '../incident/support'
import { renderCatalogPage } from './scalesPage'

const NAMES = ['Investigating', 'Working on it', 'Resolved']
const open = (data = buildData()) => renderCatalogPage('/manage/phases', data)
const begin = () => press(say('manage.phases.new'))
const ask = () => press(say('manage.phases.step.publish'))
const sendNow = () => press(say('manage.operation.sendNow'))
async function publish() {
  await ask()
  await sendNow()
}
const rows = () => within(theDialog()).getAllByRole<HTMLInputElement>('textbox')
const listed = () => rows().map(({ value }) => value)
const current = (generation: number) => say('manage.phases.currentGeneration', { generation })
const earlier = (generation: number) => say('manage.phases.generation', { generation })
const saidOf = (generation: string) => textOf(screen.getByRole('region', { name: generation }))

describe('generations', () => {
  it('are shown newest first, with the incidents that stand in them, the older ones when they are asked for', async () => {
    const phases = Array.from({ length: 8 }, (_, index) => [`Start ${index + 1}`, 'End'])
    const incidents = [buildIncident({ phase: { generation: 7, order: 0 } })]
    const { element } = await open(buildData({ phases, incidents }))
    expect(namesOf('region', element)).toEqual([current(8)])
    expect(saidOf(current(8))).toContain(say('manage.phases.noIncidents'))
    await press(say('manage.phases.earlier'))
    expect(namesOf('region', element)).toEqual([current(8), ...[7, 6, 5, 4, 3].map(earlier)])
    expect(saidOf(earlier(7))).toContain(say('manage.phases.incidents', { n: 1 }))
    expect(saidOf(earlier(3))).toContain('Start 3')
    await press(say('manage.phases.earlier'))
    expect(namesOf('region', element)).toEqual([current(8), ...[7, 6, 5, 4, 3, 2, 1].map(earlier)])
    expect(screen.queryByRole('button', { name: say('manage.phases.earlier') })).toBeNull()
  })
})

describe('a new generation', () => {
  it('starts from the current list and is published whole', async () => {
    const { writes, store, element } = await open()
    await begin()
    expect(listed()).toEqual(NAMES)
    await type(rows()[1]!, ' Cause found ')
    await press(say('manage.phases.add'))
    expect(document.activeElement).toBe(rows()[3])
    await type(rows()[3]!, 'Closed')
    await press(say('manage.field.removeName', { name: 'Resolved' }))
    await publish()
    expect(writes).toEqual([['POST /phases', { phases: ['Investigating', 'Cause found', 'Closed'] }]])
    expect(screen.queryByRole('dialog')).toBeNull()
    await settle()
    expect(store.currentGeneration).toBe(2)
    expect(namesOf('region', element)[0]).toBe(current(2))
  })

  it('is held some seconds, and sends nothing when it is taken back', async () => {
    const { writes } = await open()
    await begin()
    await type(rows()[0]!, 'Seen')
    await ask()
    expect(isDisabled(rows()[0]!)).toBe(true)
    expect(writes).toEqual([])
    await press(say('manage.operation.undo'))
    expect(listed()[0]).toBe('Seen')
    expect(isDisabled(rows()[0]!)).toBe(false)
    expect(screen.queryByRole('button', { name: say('manage.operation.sendNow') })).toBeNull()
    await settle()
    expect(writes).toEqual([])
  })

  it('is put in order with Alt and arrows and with buttons, and the keyboard stays on the row', async () => {
    const { writes } = await open()
    await begin()
    const last = rows()[2]!
    last.focus()
    fireEvent.keyDown(last, { key: 'ArrowUp', altKey: true })
    await settle()
    expect(listed()).toEqual(['Investigating', 'Resolved', 'Working on it'])
    expect(document.activeElement).toBe(last)
    expect(dialogText()).toContain(say('manage.phases.moved', { name: 'Resolved', n: 2, total: 3 }))
    fireEvent.keyDown(last, { key: 'ArrowDown' })
    await settle()
    expect(listed()[1]).toBe('Resolved')
    await press(say('manage.phases.up', { name: 'Resolved' }))
    await press(say('manage.phases.up', { name: 'Resolved' }))
    await press(say('manage.phases.down', { name: 'Investigating' }))
    await publish()
    expect(writes).toEqual([['POST /phases', { phases: ['Resolved', 'Working on it', 'Investigating'] }]])
  })

  it('is previewed as an incident shows it, at the row of the keyboard', async () => {
    await open()
    await begin()
    rows()[1]!.focus()
    await type(rows()[1]!, 'Repair')
    const steps = within(screen.getByRole('region', { name: say('manage.phases.preview') })).getAllByRole('listitem')
    expect(steps.map(step => [step.textContent.trim(), step.getAttribute('aria-current')])).toEqual([
      ['Investigating', null],
      ['Repair', 'step'],
      ['Resolved', null],
    ])
  })

  it('is not published when it is the current one', async () => {
    const { writes } = await open()
    await begin()
    await type(rows()[0]!, ' Investigating ')
    await ask()
    expect(dialogText()).toContain(say('manage.save.nothing'))
    expect(writes).toEqual([])
  })

  it('is the current one also where that has white space around its names', async () => {
    const { writes } = await open(buildData({ phases: [['Open ', 'Closed']] }))
    await begin()
    await ask()
    expect(dialogText()).toContain(say('manage.save.nothing'))
    expect(writes).toEqual([])
    await press(say('app.close'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('stops at empty names, and asks about equal ones', async () => {
    const { writes } = await open()
    await begin()
    await type(rows()[0]!, ' ')
    expect(dialogText()).toContain(say('manage.phases.problem.emptyNames'))
    expect(rows()[0]!.getAttribute('aria-invalid')).toBe('true')
    await ask()
    await type(rows()[0]!, 'resolved')
    expect(dialogText()).toContain(say('manage.phases.problem.equalNames'))
    // What is typed raises no question: only an attempt does.
    expect(screen.queryByRole('button', { name: say('manage.warnings.publish') })).toBeNull()
    await ask()
    expect(writes).toEqual([])
    await press(say('manage.warnings.publish'))
    await sendNow()
    expect(writes).toEqual([['POST /phases', { phases: ['resolved', 'Working on it', 'Resolved'] }]])
  })

  it('says when someone else has published one in between, and goes on from either', async () => {
    const { demo, writes } = await open()
    await begin()
    await type(rows()[0]!, 'Seen')
    demo.write(data => data.phases.push(['Open', 'Closed']))
    await ask()
    expect(dialogText()).toContain(say('manage.phases.publishedBetween', { generation: 2 }))
    expect(writes).toEqual([])
    await press(say('manage.phases.takeTheirs'))
    expect(listed()).toEqual(['Open', 'Closed'])
    await type(rows()[0]!, 'Seen')
    await publish()
    expect(writes).toEqual([['POST /phases', { phases: ['Seen', 'Closed'] }]])
  })

  it('is read back by its number when it was found by looking up, also under one that someone else put on top', async () => {
    const { demo, pinia } = await open()
    await begin()
    await type(rows()[0]!, 'Seen')
    const asked: string[] = []
    answerFirst(
      http.post(`${API_URL}/phases`, async ({ request }) => {
        const { phases } = (await request.json()) as { phases: string[] }
        demo.write(data => data.phases.push(phases))
        asked.push('POST')
        return new HttpResponse(null, { status: 504 })
      }),
      http.get(`${API_URL}/phases`, ({ request }) => {
        if (!asked.includes('POST')) return
        asked.push(`GET ${new URL(request.url).search}`)
        // The look-up comes first, then the read-back: in between someone else publishes.
        if (asked.length === 3) demo.write(data => data.phases.push(['Open', 'Closed']))
      }),
    )
    await publish()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(asked.slice(0, 3)).toEqual(['POST', 'GET ', 'GET ?generation=2'])
    // In passing: that says, too, that nothing was lost.
    const saved = say('manage.operation.saved', { steps: say('manage.phases.step.publish') })
    expect(useSnackbars(pinia).waiting.map(({ text }) => text)).toEqual([saved])
  })

  it('is the first one on a server without phases', async () => {
    const { writes, element } = await open(buildData({ phases: [] }))
    expect(element.textContent).toContain(say('manage.phases.noneYet'))
    await begin()
    await type(rows()[0]!, 'Open')
    await publish()
    expect(writes).toEqual([['POST /phases', { phases: ['Open'] }]])
  })
})
