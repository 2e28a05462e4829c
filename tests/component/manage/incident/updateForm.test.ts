import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DeleteIncidentDialog from '@/features/manage/incident/DeleteIncidentDialog.vue'
import UpdateForm from '@/features/manage/incident/UpdateForm.vue'
import { buildSeverity } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { buildCase, press, renderManaged, theIncident } from './support'

const severities = [buildSeverity({ displayName: 'Maintenance', value: 0 }), buildSeverity({ displayName: 'Major', value: 66 })]
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
