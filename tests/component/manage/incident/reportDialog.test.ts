import { screen, within } from '@testing-library/dom'
import { expect, it } from 'vitest'
import ReportDialog from '@/features/incidentAdmin/incident/ReportDialog.vue'
import { say } from '../../../support/browser/texts'
import { buildData, buildImpactType } from '../../../support/builders'
import { choose, chosen } from '../../../support/choose'
import { wireTime } from '../../../support/clock'
import { theDialog } from '../../../support/dialog'
import { fieldOf, leave, type } from '../../../support/type'
import { buildCase, COMPUTE, press, renderManaged, settle, VOLUMES } from './support'

const SLOW = buildImpactType()
const MAINTENANCE = buildImpactType({ id: '44444444-3333-4333-8333-333333333333', displayName: 'Planned maintenance' })
const TITLE = say('manage.fieldName.title')
const MESSAGE = say('manage.report.message')
const PUBLISH = say('manage.report.publish.incident')

const open = (
  props: Record<string, unknown> = {},
  data = buildCase({}, { incidents: [], impactTypes: [SLOW, MAINTENANCE] }),
  config = {},
) =>
  renderManaged(ReportDialog, () => ({ kind: 'incident', componentIds: [COMPUTE], ...props }), {
    data,
    emits: ['published'],
    config: { shortNoticeHours: 0, ...config },
  })
const begins = buildData().phases

it('claims no type that nobody chose, says so, and knows it the next time', async () => {
  const { writes, mounted } = await open()
  await press(PUBLISH)
  expect(writes).toEqual([])
  expect(screen.getAllByText(say('manage.field.choose')).length).toBeGreaterThan(0)
  await choose(say('incident.type'), SLOW.displayName!)
  await press(PUBLISH)
  expect(writes).toEqual([
    [
      'POST /incidents',
      {
        displayName: `Compute: ${SLOW.displayName}`,
        beganAt: wireTime(0),
        phase: { generation: 1, order: 0 },
        affects: [{ reference: COMPUTE, type: SLOW.id, severity: expect.any(Number) as number }],
      },
    ],
  ])
  mounted.unmount()
  await open()
  expect(chosen(say('incident.type'))).toBe(SLOW.displayName)
})

it('says what it will send: the suggested title is text, and stays where somebody writes on', async () => {
  await open()
  await choose(say('incident.type'), SLOW.displayName!)
  expect(fieldOf(TITLE).value).toBe(`Compute: ${SLOW.displayName}`)
  await type(TITLE, 'Servers do not start')
  await choose(say('incident.type'), MAINTENANCE.displayName!)
  expect(fieldOf(TITLE).value).toBe('Servers do not start')
})

it('of a maintenance takes the type of that name', async () => {
  await open({ kind: 'maintenance' })
  expect(chosen(say('incident.type'))).toBe('Planned maintenance')
})

it('sends the first message as the first update, once each', async () => {
  const { writes, demo, events } = await open()
  await choose(say('incident.type'), SLOW.displayName!)
  await type(MESSAGE, 'Servers do not start.')
  await press(PUBLISH)
  const id = demo.data.incidents[0]!.id
  expect(writes).toEqual([
    ['POST /incidents', expect.not.objectContaining({ description: expect.anything() as unknown })],
    [`POST /incidents/${id}/updates`, { displayName: begins[0]![0], description: 'Servers do not start.' }],
  ])
  expect(events).toEqual([['published', id]])
})

it('begins some minutes ago without a question, in the phase of the menu', async () => {
  const { writes } = await open()
  await choose(say('incident.type'), SLOW.displayName!)
  await press(say('manage.report.beginsNow'))
  await settle()
  screen.getByText(say('manage.report.minutesAgo', { n: 15 })).click()
  await settle()
  await press(say('manage.report.phaseIs', { phase: begins[0]![0]! }))
  screen.getByText(begins[0]![1]!).click()
  await settle()
  await press(PUBLISH)
  expect(writes).toMatchObject([['POST /incidents', { beganAt: wireTime(-15 * 60_000), phase: { generation: 1, order: 1 } }]])
})

it('without anything points at the components', async () => {
  const { writes } = await open({ componentIds: [] })
  await press(PUBLISH)
  expect(writes).toEqual([])
  const group = within(theDialog()).getByRole('group', { name: say('manage.report.components') })
  expect(group.contains(document.activeElement)).toBe(true)
})

it('asks about what is doubtful at the button, and what is typed then takes the question away', async () => {
  const { writes } = await open({}, buildCase({}, { impactTypes: [SLOW] }))
  await press(PUBLISH)
  const anyway = () => screen.queryByRole('button', { name: say('manage.warnings.publish') })
  expect(anyway()).not.toBeNull()
  // The second press of a double click falls on the button that asked.
  await press(PUBLISH)
  expect(writes).toEqual([])
  await press(say('manage.warnings.back'))
  expect(anyway()).toBeNull()
  await press(PUBLISH)
  await press(say('manage.warnings.publish'))
  expect(writes).toHaveLength(1)
})

it('knows a severity for each component', async () => {
  const { writes } = await open({ componentIds: [COMPUTE, VOLUMES] })
  await choose(say('incident.type'), SLOW.displayName!)
  await choose(say('incident.severity'), 'Minor')
  await press(say('manage.field.severityForEach'))
  await choose(say('manage.field.severityOf', { name: 'Volumes' }), 'Critical')
  await press(PUBLISH)
  expect(writes).toMatchObject([
    [
      'POST /incidents',
      {
        affects: [
          { reference: COMPUTE, severity: 33 },
          { reference: VOLUMES, severity: 100 },
        ],
      },
    ],
  ])
})

it('asks once which phase an outage begins with where nothing names one, and remembers', async () => {
  const nothing = { firstPhase: { incident: 'Analysing' } }
  const data = () => buildCase({}, { incidents: [], impactTypes: [SLOW], phases: [['Scheduled', 'Looking', 'Done']] })
  const { writes, mounted } = await open({}, data(), nothing)
  await press(PUBLISH)
  expect(writes).toEqual([])
  await choose(say('manage.firstPhase.incident'), 'Looking')
  await press(PUBLISH)
  expect(writes).toMatchObject([['POST /incidents', { phase: { generation: 1, order: 1 } }]])
  mounted.unmount()
  const again = await open({}, data(), nothing)
  await press(PUBLISH)
  expect(again.writes).toMatchObject([['POST /incidents', { phase: { generation: 1, order: 1 } }]])
})

it('is not sent with an exact severity that was refused, and says why beside it', async () => {
  const { writes } = await open({}, buildCase({}, { incidents: [], impactTypes: [SLOW] }))
  await choose(say('incident.severity'), 'Major')
  await press(new RegExp(say('manage.field.exactValue')))
  const name = say('manage.field.value', { label: say('incident.severity') })
  const value = screen.getByRole('textbox', { name })
  await type(value, '101')
  await leave(value)
  await press(PUBLISH)
  expect(writes).toEqual([])
  expect(document.activeElement).toBe(value)
  await type(value, '50')
  await leave(value)
  await press(PUBLISH)
  expect(writes).toMatchObject([['POST /incidents', { affects: [{ severity: 50 }] }]])
})
