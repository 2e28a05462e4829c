import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { buildComponent, buildData, buildImpactType, buildIncident, buildSeverity } from '../../../support/builders'
import { say } from '../../../support/browser/texts'
import { dialogText, theDialog } from '../../../support/dialog'
import { fieldOf, type } from '../../../support/type'
import { press, settle } from '../incident/support'
import { bandsOf, renderCatalogPage } from './scalesPage'

const MINOR = `Minor, ${say('manage.severities.isGood')} 1–33`
const MAINTENANCE = `Maintenance, ${say('manage.severities.isProtected')} 0`
/** The values of a band, and those that it had. */
const changed = (range: string, before: string) => `${range} ${say('manage.severities.was', { range: before })}`
const affects = (severity: number) => [{ reference: buildComponent().id, type: buildImpactType().id, severity }]
const open = (data = buildData({ incidents: [buildIncident({ affects: affects(60) })] })) =>
  renderCatalogPage('/manage/severities', data)
const typeName = (name: string) => type(say('manage.severities.name'), name, theDialog())
const typeValue = (value: string) => type(say('manage.severities.value'), value, theDialog())
const edit = (name: string) => press(say('manage.severities.editName', { name }))
const preview = () => bandsOf(say('manage.severities.preview'))
const save = () => press(say('manage.severities.save'))
const sendAnyway = () => press(say('manage.warnings.publish'))

describe('the scale', () => {
  it('shows maintenance, protected, and the bands with what they hold', async () => {
    await open()
    expect(bandsOf()).toEqual([MAINTENANCE, MINOR, 'Major 34–66', 'Critical 67–100'])
    const maintenance = screen.getByRole('row', { name: /^Maintenance/ })
    expect(within(maintenance).queryByRole('button')).toBeNull()
  })

  it('shows a severity of value 0 as the name of maintenance, protected as well', async () => {
    const severities = [...buildData().severities, buildSeverity({ displayName: 'Planned', value: 0 })]
    await open(buildData({ severities }))
    expect(bandsOf()[0]).toBe(`Planned, ${say('manage.severities.isProtected')} 0`)
    expect(screen.queryByRole('button', { name: say('manage.severities.editName', { name: 'Planned' }) })).toBeNull()
  })

  it('says what no severity covers', async () => {
    const { element } = await open(buildData({ severities: [buildSeverity({ displayName: 'Minor', value: 40 })] }))
    expect(bandsOf().at(-1)).toBe(`Unknown, ${say('manage.severities.uncovered')} 41–100`)
    expect(element.textContent).toContain(say('manage.severities.problem.topMissing'))
  })
})

describe('a severity', () => {
  it('is made, with a live preview of what each band would hold', async () => {
    const { writes } = await open(buildData())
    await press(say('manage.severities.add'))
    await typeName(' Serious ')
    await typeValue('80')
    expect(preview()).toEqual([
      MAINTENANCE,
      MINOR,
      'Major 34–66',
      `Serious 67–80 ${say('manage.severities.isNew')}`,
      changed('Critical 81–100', '67–100'),
    ])
    await press(say('manage.severities.create'))
    expect(writes).toEqual([['POST /severities', { displayName: 'Serious', value: 80 }]])
    expect(screen.queryByRole('dialog')).toBeNull()
    await settle()
    expect(bandsOf()).toContain('Serious 67–80')
  })

  it('is renamed by its old name', async () => {
    const { writes } = await open()
    await edit('Major')
    await typeName('Serious')
    await save()
    expect(writes).toEqual([['PATCH /severities/Major', { displayName: 'Serious' }]])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('gets another value after the incidents are named that change band', async () => {
    const { writes } = await open()
    await edit('Major')
    await typeValue('50')
    expect(dialogText()).toContain('Slow volumes')
    expect(preview()).toEqual([MAINTENANCE, MINOR, changed('Major 34–50', '34–66'), changed('Critical 51–100', '67–100')])
    await save()
    expect(writes).toEqual([])
    await sendAnyway()
    expect(writes).toEqual([['PATCH /severities/Major', { value: 50 }]])
  })

  it('is not sent with a value outside 1 to 100 or with the name of another', async () => {
    const { writes } = await open()
    await edit('Major')
    for (const value of ['0', '101', 'x']) {
      await typeValue(value)
      expect(dialogText()).toContain(say('manage.severities.problem.valueOutside'))
      await save()
    }
    await typeValue('66')
    await typeName('Minor')
    expect(dialogText()).toContain(say('manage.severities.problem.nameTaken'))
    await save()
    expect(writes).toEqual([])
  })

  it('asks about equal values, a missing 100 and a name that proxies refuse', async () => {
    const { writes } = await open(buildData())
    await edit('Critical')
    await typeValue('66')
    expect(dialogText()).toContain(say('manage.severities.problem.equalValue', { names: 'Major' }))
    expect(dialogText()).toContain(say('manage.severities.problem.topMissing'))
    await typeValue('100')
    await typeName('Full outage')
    expect(dialogText()).toContain(say('manage.severities.problem.nameRefused'))
    await save()
    expect(writes).toEqual([])
    await sendAnyway()
    expect(writes).toEqual([['PATCH /severities/Critical', { displayName: 'Full outage' }]])
  })

  it('is not sent unchanged', async () => {
    const { writes } = await open()
    await edit('Major')
    await save()
    expect([writes, dialogText().includes(say('manage.save.nothing'))]).toEqual([[], true])
  })

  it('is read again before it is written: what changed in between is shown, and an untouched value is not undone', async () => {
    const { demo, writes } = await open(buildData())
    await edit('Major')
    await typeName('Serious')
    demo.write(data => (data.severities[1]!.value = 70))
    await save()
    expect(dialogText()).toContain(say('manage.fresh.title'))
    expect(dialogText()).toMatch(/MajorBefore: 66, .*now: 70/)
    expect(writes).toEqual([])
    await save()
    expect(writes).toEqual([['PATCH /severities/Major', { displayName: 'Serious' }]])
  })

  it('is not written when someone else has deleted it', async () => {
    const { demo, writes } = await open(buildData())
    await edit('Major')
    await typeName('Serious')
    demo.write(data => data.severities.splice(1, 1))
    await save()
    await save()
    expect(dialogText()).toContain(say('manage.fresh.gone', { title: 'Major' }))
    expect(writes).toEqual([])
  })

  it('is deleted after some seconds in which it can be taken back', async () => {
    const { writes } = await open()
    await press(say('manage.severities.deleteName', { name: 'Major' }))
    expect(preview()).toEqual([MAINTENANCE, 'Minor 1–33', changed('Critical 34–100', '67–100')])
    expect(dialogText()).toContain('Slow volumes')
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.undo'))
    expect(writes).toEqual([])
    await press(say('manage.delete.confirm'))
    await press(say('manage.operation.sendNow'))
    expect(writes).toEqual([['DELETE /severities/Major']])
    await settle()
    expect(bandsOf()).toEqual([MAINTENANCE, 'Minor 1–33', 'Critical 34–100'])
  })
})

it('what was typed is offered again, over what the server has now', async () => {
  const { demo, writes } = await open(buildData())
  await edit('Major')
  await typeValue('50')
  await press(say('app.close'))
  await press(say('manage.leave.keep'))
  demo.write(data => (data.severities[1]!.value = 60))
  await press(say('manage.severities.editName', { name: 'Major' }))
  await press(say('manage.draft.take'))
  expect(fieldOf(say('manage.severities.value'), theDialog()).value).toBe('50')
  await save()
  expect(dialogText()).toMatch(/MajorBefore: 66, .*now: 60/)
  expect(writes).toEqual([])
})
