import { fireEvent, screen, within } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DeleteIncidentDialog from '@/features/manage/incident/DeleteIncidentDialog.vue'
import UpdateForm from '@/features/manage/incident/UpdateForm.vue'
import { buildSeverity } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { wireTime } from '../../../support/clock'
import { buildCase, ID, press, renderManaged, settle, theIncident, type } from './support'

const severities = [['Maintenance', 0] as const, ['Minor', 33] as const, ['Major', 66] as const].map(([displayName, value]) =>
  buildSeverity({ displayName, value }),
)
const open = () => renderManaged(UpdateForm, theIncident, { data: buildCase({}, { severities }) })
const severity = () => screen.getByLabelText(say('manage.field.severityOf', { name: 'Compute' }), { selector: 'select' })
const folded = () => document.querySelector<HTMLDetailsElement>('details.more')!

it('asks for the end that a maintenance needs, where nothing stood before', async () => {
  const { writes } = await open()
  fireEvent.change(severity(), { target: { value: 'maintenance' } })
  await flushPromises()
  await press(say('manage.update.publish'))
  expect(writes).toEqual([])
  expect(screen.getByText(say('manage.problem.endMissing'))).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText(say('incident.ends')))
})

const ends = () => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${say('incident.ends')}`), { selector: 'input' })
async function tickOver() {
  fireEvent.click(screen.getByRole('checkbox', { name: say('manage.update.endNow') }))
  await flushPromises()
}

it('keeps a time that is typed in part in sight, and is not held up by it once it is gone', async () => {
  const { writes } = await open()
  await tickOver()
  // What a browser reports of a half-typed date.
  Object.defineProperty(ends(), 'validity', { value: { badInput: true } })
  fireEvent.input(ends(), { target: { value: '' } })
  await flushPromises()
  await press(say('manage.update.publish'))
  expect(writes).toEqual([])
  expect(document.activeElement).toBe(ends())
  await tickOver()
  await press(say('manage.update.publish'))
  await press(say('manage.operation.sendNow'))
  expect(writes).toEqual([[`PATCH /incidents/${ID}`, { endedAt: wireTime(0) }]])
})

it('takes the end that was typed over to the follow-up, and offers none that would be over', async () => {
  const { writes } = await open()
  await tickOver()
  fireEvent.change(severity(), {
    target: { value: within(severity()).getByRole<HTMLOptionElement>('option', { name: /Minor/ }).value },
  })
  await flushPromises()
  await press(say('manage.update.publish'))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: say('manage.history.fromNow') }).disabled).toBe(true)
  await press(say('manage.save.back'))
  fireEvent.input(ends(), { target: { value: '2026-03-10T14:00' } })
  await flushPromises()
  await press(say('manage.warnings.publish'))
  await press(say('manage.history.fromNow'))
  await press(say('manage.operation.sendNow'))
  expect(writes).toMatchObject([
    ['POST /incidents', { beganAt: wireTime(0), endedAt: '2026-03-10T14:00:00.000Z' }],
    [`PATCH /incidents/${ID}`, { endedAt: wireTime(0) }],
  ])
})

it('draws what was removed as gone, whatever the component hints at', async () => {
  await open()
  await press(say('manage.field.removeImpact', { name: 'Compute' }))
  await press(say('manage.update.publish'))
  const words = (name: string) =>
    [...within(screen.getByRole('region', { name })).getAllByRole('img')].map(one => one.getAttribute('aria-label')).join()
  expect(words(say('manage.history.correct'))).not.toContain('10 Mar')
  expect(words(say('manage.history.fromNow'))).toContain('10 Mar')
})

it('unfolds what is wrong', async () => {
  const { writes } = await open()
  await press(say('manage.field.addImpact', { name: 'Compute' }))
  folded().open = false
  await press(say('manage.update.publish'))
  expect(writes).toEqual([])
  expect(folded().open).toBe(true)
  expect(folded().contains(document.activeElement)).toBe(true)
})

it('gives the keyboard back to the button whose write is taken back', async () => {
  const { writes } = await renderManaged(DeleteIncidentDialog, theIncident)
  const button = screen.getByRole('button', { name: say('manage.delete.confirm') })
  button.focus()
  await press(say('manage.delete.confirm'))
  screen.getByRole('button', { name: say('manage.operation.undo') }).focus()
  await press(say('manage.operation.undo'))
  expect(document.activeElement).toBe(button)
  expect(writes).toEqual([])
})

it('shows the calls as they would be now, also while one types on', async () => {
  await open()
  await type(say('manage.update.headline'), 'Looking')
  const calls = (await screen.findByText(say('calls.show'))).closest('details')!
  calls.open = true
  fireEvent(calls, new Event('toggle'))
  await settle()
  expect(calls.textContent).toContain('"displayName":"Looking"')
  await type(say('manage.update.headline'), 'Looking into it')
  await settle()
  expect(calls.textContent).toContain('"displayName":"Looking into it"')
})
