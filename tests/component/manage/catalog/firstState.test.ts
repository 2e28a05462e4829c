import { fireEvent, screen } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import ComponentDialog from '@/features/catalog/ComponentDialog.vue'
import { say } from '../../../support/browser/texts'
import { buildImpactType } from '../../../support/builders'
import { choose } from '../../../support/choose'
import { NOW, wireTime } from '../../../support/clock'
import { API_URL } from '../../../support/config'
import { dialogText } from '../../../support/dialog'
import { answerFirst } from '../../../support/server'
import { type } from '../../../support/type'
import { buildCase, press, renderManaged, settle } from '../incident/support'

async function open() {
  const page = await renderManaged(ComponentDialog, () => ({ component: null }), { data: buildCase(), emits: ['close', 'done'] })
  await type(say('manage.fieldName.name'), 'Mail')
  fireEvent.click(screen.getByRole('checkbox', { name: say('manage.components.first.title') }))
  await settle()
  return page
}
async function fill() {
  await choose(say('manage.severities.severity'), 'Major')
  await choose(say('manage.components.first.type'), 'Slow responses')
  await type(say('manage.components.first.note'), 'Since this morning.')
}
const create = () => press(say('manage.components.create'))
const incidentOf = (id: string) => ({
  displayName: 'Mail: Slow responses',
  description: 'Since this morning.',
  beganAt: wireTime(-(NOW % 60_000)),
  phase: { generation: 1, order: 0 },
  affects: [{ reference: id, type: buildImpactType().id, severity: 66 }],
})

it('a component is made with its first state: the incident names the component that was just made', async () => {
  const { writes, demo, events } = await open()
  await fill()
  expect(dialogText()).toContain('Mail: Slow responses')
  await create()
  const made = demo.data.components.find(({ displayName }) => displayName === 'Mail')!
  expect(writes).toEqual([
    ['POST /components', { displayName: 'Mail' }],
    ['POST /incidents', incidentOf(made.id)],
  ])
  expect(events).toEqual([['done']])
})

it('says what is missing of the first state, and sends nothing', async () => {
  const { writes } = await open()
  await create()
  expect(dialogText()).toContain(say('manage.catalog.problem.stateIncomplete'))
  expect(writes).toEqual([])
})

it('makes no second component where its state could not be published', async () => {
  const { writes, events } = await open()
  await fill()
  let fails = true
  answerFirst(
    http.post(`${API_URL}/incidents`, () => {
      if (fails) return HttpResponse.json({ message: 'no' }, { status: 400 })
    }),
  )
  await create()
  await press(say('manage.operation.giveUp'))
  expect(dialogText()).toContain(say('manage.components.first.made'))
  fails = false
  await create()
  // The one that was refused is not recorded.
  expect(writes.map(([call]) => call)).toEqual(['POST /components', 'POST /incidents'])
  expect(events).toEqual([['done']])
})
