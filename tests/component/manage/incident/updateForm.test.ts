import { fireEvent, screen } from '@testing-library/dom'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DeleteIncidentDialog from '@/features/incidentAdmin/incident/DeleteIncidentDialog.vue'
import UpdateForm from '@/features/incidentAdmin/incident/UpdateForm.vue'
import { buildSeverity } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { choose } from '../../../support/choose'
import { wireTime } from '../../../support/clock'
import { isDisabled } from '../../../support/disabled'
import { disclose, isDisclosed } from '../../../support/disclose'
import { namesOf } from '../../../support/roles'
import { setTime, setTimeInPart, timeFields } from '../../../support/setTime'
import { type } from '../../../support/type'
import { buildCase, ID, press, renderManaged, settle, theIncident } from './support'

const severities = [['Maintenance', 0] as const, ['Minor', 33] as const, ['Major', 66] as const].map(([displayName, value]) =>
  buildSeverity({ displayName, value }),
)
const open = () => renderManaged(UpdateForm, theIncident, { data: buildCase({}, { severities }) })
const RESOLVED = { generation: 1, order: 2 }
const SEVERITY = say('manage.field.severityOf', { name: 'Compute' })
const ENDS = say('incident.ends')

it('asks for the end that a maintenance needs, where nothing stood before', async () => {
  const { writes } = await open()
  await choose(SEVERITY, 'Maintenance')
  await press(say('manage.update.publish'))
  expect(writes).toEqual([])
  expect(screen.getByText(say('manage.problem.endMissing'))).toBeTruthy()
  expect(document.activeElement).toBe(timeFields(ENDS).date)
})

async function tickOver() {
  fireEvent.click(screen.getByRole('checkbox', { name: say('manage.update.endNow') }))
  await flushPromises()
}

it('keeps a time that is typed in part in sight, and is not held up by it once it is gone', async () => {
  const { writes } = await open()
  await tickOver()
  await setTimeInPart(ENDS)
  await press(say('manage.update.publish'))
  expect(writes).toEqual([])
  expect(document.activeElement).toBe(timeFields(ENDS).date)
  await tickOver()
  await press(say('manage.update.publish'))
  await press(say('manage.operation.sendNow'))
  expect(writes).toEqual([
    [`POST /incidents/${ID}/updates`, { displayName: 'Resolved' }],
    [`PATCH /incidents/${ID}`, { endedAt: wireTime(0), phase: RESOLVED }],
  ])
})

it('takes the end that was typed over to the follow-up, and offers none that would be over', async () => {
  const { writes } = await open()
  await tickOver()
  await choose(SEVERITY, 'Minor')
  await press(say('manage.update.publish'))
  expect(isDisabled(screen.getByRole('button', { name: say('manage.history.fromNow') }))).toBe(true)
  await press(say('manage.save.back'))
  await setTime(ENDS, '2026-03-10T14:00')
  await press(say('manage.update.publish'))
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
  const words = (name: string) => {
    const bars = namesOf('img', screen.getByRole('region', { name }))
    expect(bars).not.toEqual([])
    return bars.join()
  }
  expect(words(say('manage.history.correct'))).not.toContain('10 Mar')
  expect(words(say('manage.history.fromNow'))).toContain('10 Mar')
})

it('unfolds what is wrong', async () => {
  const IMPACTS = say('manage.update.impacts')
  const { writes } = await open()
  await press(say('manage.field.addImpact', { name: 'Compute' }))
  expect(isDisclosed(IMPACTS)).toBe(false)
  await press(say('manage.update.publish'))
  expect(writes).toEqual([])
  expect(isDisclosed(IMPACTS)).toBe(true)
  const [, added] = screen.getAllByRole('combobox', { name: say('manage.field.typeOf', { name: 'Compute' }) })
  expect(document.activeElement).toBe(added)
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
  await screen.findByText(say('calls.show'))
  await disclose(say('calls.show'))
  // The calls are loaded when somebody looks.
  await screen.findByRole('group', { name: say('calls.show') })
  await settle()
  const calls = () => screen.getByRole('group', { name: say('calls.show') }).textContent
  expect(calls()).toContain('"displayName":"Looking"')
  await type(say('manage.update.headline'), 'Looking into it')
  await settle()
  expect(calls()).toContain('"displayName":"Looking into it"')
})
